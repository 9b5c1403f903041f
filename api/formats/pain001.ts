import type { MoneyE6 } from "#api/kernel/money.ts";

/** Transfers to be made by the bank from one account. */
export type PaymentOrder = {
  /** At most 26 characters of SEPA's set: the blocks' ids are made of it. `sepaReference(paymentFile.id)` fits. */
  messageId: string;
  createdAt: Date;
  debtor: { name: string; iban: string; bic: string | null };
  currency: string;
  transfers: readonly Transfer[];
};

export type Transfer = {
  /** At most 35 characters of SEPA's set; comes back in pain.002 and camt.053. */
  endToEndId: string;
  /** Day of execution, `YYYY-MM-DD`. */
  executeOn: string;
  /** Positive, whole minor units. */
  amountE6: MoneyE6;
  creditor: { name: string; iban: string; bic: string | null };
  /** Free text, cleaned and cut to 140 characters; or a structured RF reference. */
  remittance: string | { creditorReference: string };
};

/** What cannot be sent to a bank: a bug or bad master data, named by its field. */
export class UnpayableOrder extends Error {
  readonly field: string;
  constructor(field: string, message: string) {
    super(message);
    this.name = "UnpayableOrder";
    this.field = field;
  }
}

/**
 * A pain.001.001.09 message: one block per day of execution, transfers in the order given. Same order, same bytes.
 * Throws UnpayableOrder.
 */
export function writePain001(_order: PaymentOrder): string {
  throw new Error("writePain001 is being written");
}

/** The id of the block in which `executeOn`'s transfers stand; pain.002 may answer for a whole block. */
export function blockId(messageId: string, executeOn: string): string {
  return `${messageId}-${executeOn.replaceAll("-", "")}`;
}

/** `pfl_01JD…` -> `01JD…`: an id of ours in the characters a bank takes, 26 of them. */
export function sepaReference(id: string): string {
  return id.slice(id.indexOf("_") + 1);
}
