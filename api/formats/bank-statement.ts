import type { MoneyE6 } from "#api/kernel/money.ts";

/** A camt.053 message: statements of the same bank, each of one account. Days are `YYYY-MM-DD`. */
export type BankStatementMessage = {
  messageId: string;
  /** As the bank wrote it: an ISO date-time, with or without a zone. */
  createdAt: string;
  /** The variant that the namespace or the root says, e.g. `camt.053.001.08`. */
  variant: string;
  statements: readonly BankStatement[];
};

export type BankStatement = {
  /** The bank's own id: with the account it names the statement; the same twice is the same statement. */
  bankId: string;
  /** The electronic sequence number, or the legal one where only that is given. A gap shows a lost statement. */
  sequence: bigint | null;
  electronicSequence: bigint | null;
  legalSequence: bigint | null;
  account: BankAccountRef;
  opening: BankBalance;
  closing: BankBalance;
  /** What was booked, in the file's order; their sum is closing less opening. */
  lines: readonly BankStatementLine[];
  /** Booked entries, a batch counted once. */
  entryCount: number;
  /** Entries that are announced but not booked, and were left out. */
  pendingCount: number;
  /** Lines of nothing, which some banks book to say something: they moved no money, and were left out. */
  emptyCount: number;
};

export type BankAccountRef = { iban: string | null; otherId: string | null; currency: string };

/** Signed: an overdrawn balance is negative. `on` is the day it stood. */
export type BankBalance = { amountE6: MoneyE6; on: string };

/** One booked movement: an entry, one detail of a batch, or the charge by which details and entry differ. */
export type BankStatementLine = {
  /**
   * Names the line for ever, also when another file brings it again: account, booking day, the bank's reference, and
   * the place inside a batch. Without a reference from the bank: account, statement and place.
   */
  ref: string;
  kind: "MOVEMENT" | "CHARGE";
  /** The booked entry it belongs to, counted from 1 within the statement. */
  entry: number;
  /** More than one detail was booked in one sum. */
  isBatch: boolean;
  /** Positive: money came in. */
  amountE6: MoneyE6;
  /** What the payer ordered, where the bank says it and it is not what arrived. Never negative. */
  instructedE6: MoneyE6 | null;
  bookedOn: string;
  valueOn: string | null;
  /** The bank took an earlier booking back; the sign of the amount already says in which direction. */
  isReversal: boolean;
  /** The bank's reference as it stands in the file. */
  bankRef: string | null;
  /** `domain/family/subfamily`, or the bank's own code. */
  bankCode: string | null;
  endToEndId: string | null;
  /** Of the payment that was sent, where this line gives it back. */
  returnReason: string | null;
  /** Structured creditor reference, spaces removed. */
  creditorReference: string | null;
  /** Unstructured remittance, its pieces joined by spaces. */
  remittance: string | null;
  counterpartyName: string | null;
  counterpartyIban: string | null;
};
