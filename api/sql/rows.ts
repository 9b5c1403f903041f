import type { Prisma } from "#prisma";

/** The tables' rows, for rooms that read them and may not name Prisma. */
export type {
  ApiKey,
  Approval,
  Card,
  CardForm,
  CardStatus,
  Contract,
  FundingModel,
  Identifier,
  IdentifierKind,
  LegalEntity,
  Location,
  Member,
  MemberStatus,
  OnUsPolicy,
  Partner,
  PartnerStatus,
  Programme,
  Staff,
  StaffRole,
  Terminal,
  TerminalStatus,
} from "#prisma";

/** Inside a transaction. */
export type Tx = Prisma.TransactionClient;
