import type { Prisma } from "#prisma";

/** The tables' rows, for rooms that read them and may not name Prisma. */
export type {
  ApiKey,
  Approval,
  BankLine,
  Card,
  CardForm,
  CardStatus,
  Contract,
  Cycle,
  Dispute,
  FundingModel,
  Identifier,
  IdentifierKind,
  LegalEntity,
  Location,
  Member,
  MemberStatus,
  Obligation,
  OnUsPolicy,
  Partner,
  PartnerStatus,
  Programme,
  Staff,
  StaffRole,
  Statement,
  Terminal,
  TerminalStatus,
} from "#prisma";

/** Inside a transaction, or outside: what reads and single writes need. */
export type Tx = Prisma.TransactionClient;
