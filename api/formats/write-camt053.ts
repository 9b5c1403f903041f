import type { MoneyE6 } from "#api/kernel/money.ts";

/** What the test bank writes: tests, the seed and the demo make statements with it. Days are `YYYY-MM-DD`. */
export type TestStatement = {
  bankId: string;
  sequence?: bigint;
  iban: string;
  currency: string;
  opening: { amountE6: MoneyE6; on: string };
  /** Left out: opening and entries summed, on the last entry's day. */
  closing?: { amountE6: MoneyE6; on: string };
  entries: readonly TestEntry[];
};

export type TestEntry = {
  /** Positive: money came in. */
  amountE6: MoneyE6;
  bookedOn: string;
  valueOn?: string;
  status?: "BOOK" | "PDNG";
  bankRef?: string;
  entryRef?: string;
  isReversal?: boolean;
  /** ISO code `PMNT/RCDT/ESCT`. */
  bankCode?: string;
  /** Left out: one detail made of the entry's own fields. */
  details?: readonly TestDetail[];
} & TestDetailFields;

export type TestDetailFields = {
  endToEndId?: string;
  instructedE6?: MoneyE6;
  /** Taken by the operator's bank out of this amount. */
  chargeE6?: MoneyE6;
  returnReason?: string;
  creditorReference?: string;
  remittance?: string;
  counterpartyName?: string;
  counterpartyIban?: string;
};

export type TestDetail = TestDetailFields & { amountE6: MoneyE6 };

/** A camt.053.001.08 message; same input, same bytes. */
export function writeCamt053(_message: {
  messageId: string;
  createdAt: Date;
  statements: readonly TestStatement[];
}): string {
  throw new Error("writeCamt053 is being written");
}
