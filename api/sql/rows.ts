import type { Prisma } from "#prisma";

/** The tables' rows, for rooms that read them and may not name Prisma. */
export type {
  Statement,
  Obligation,
  Dispute,
  Cycle,
  BankLine,
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

/** Inside a transaction, or outside: what reads and single writes need. */
export type Tx = Prisma.TransactionClient;
