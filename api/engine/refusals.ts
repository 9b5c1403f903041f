import { formatMoney, type MoneyE6 } from "#api/kernel/money.ts";
import { Refusal } from "#api/kernel/refusal.ts";

export class ReceiptDoesNotAddUp extends Refusal {
  readonly code = "RECEIPT_DOES_NOT_ADD_UP";
  /** The line whose own figures disagree; null when it is the receipt's total. */
  readonly line: number | null;
  readonly expectedE6: MoneyE6;
  readonly statedE6: MoneyE6;
  constructor(what: string, line: number | null, expectedE6: MoneyE6, statedE6: MoneyE6) {
    super(`${what}: ${formatMoney(statedE6)} is stated where the figures give ${formatMoney(expectedE6)}.`);
    this.line = line;
    this.expectedE6 = expectedE6;
    this.statedE6 = statedE6;
  }
}

export class InvalidReceipt extends Refusal {
  readonly code = "INVALID_RECEIPT";
  /** The line that is wrong; null when it is the receipt as a whole. */
  readonly line: number | null;
  constructor(message: string, line: number | null = null) {
    super(message);
    this.line = line;
  }
}

export class ReturnExceedsPurchase extends Refusal {
  readonly code = "RETURN_EXCEEDS_PURCHASE";
  readonly line: number;
  /** Thousandths of the line that have not been returned yet; zero for a line the receipt does not have. */
  readonly returnableMilli: bigint;
  constructor(line: number, returnableMilli: bigint) {
    super(`Of line ${line} only ${Number(returnableMilli) / 1000} can still be returned.`);
    this.line = line;
    this.returnableMilli = returnableMilli;
  }
}
