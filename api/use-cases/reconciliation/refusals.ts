import { formatMoney, type MoneyE6 } from "#api/kernel/money.ts";
import { Refusal } from "#api/kernel/refusal.ts";

/** The item has no suggestion of this number. */
export class SuggestionNotFound extends Refusal {
  readonly code = "SUGGESTION_NOT_FOUND";
  readonly itemId: string;
  constructor(itemId: string) {
    super("The item has no such suggestion any more; look at it again.");
    this.itemId = itemId;
  }
}

/** More than the receipts hold, than the payment awaits, or another amount than it must be. */
export class AmountDoesNotFit extends Refusal {
  readonly code = "AMOUNT_DOES_NOT_FIT";
  /** The most that fits. */
  readonly fitsE6: MoneyE6;
  readonly askedE6: MoneyE6;
  constructor(fitsE6: MoneyE6, askedE6: MoneyE6) {
    super(`${formatMoney(askedE6)} does not fit: it is ${formatMoney(fitsE6)} that is open here.`);
    this.fitsE6 = fitsE6;
    this.askedE6 = askedE6;
  }
}

/** The difference, or the differences of its cycle together, are more than two people may give up. */
export class WriteOffTooLarge extends Refusal {
  readonly code = "WRITE_OFF_TOO_LARGE";
  /** The most that may still be written off here. */
  readonly leftE6: MoneyE6;
  readonly askedE6: MoneyE6;
  constructor(leftE6: MoneyE6, askedE6: MoneyE6) {
    super(`${formatMoney(askedE6)} is too much to write off; ${formatMoney(leftE6)} may be.`);
    this.leftE6 = leftE6;
    this.askedE6 = askedE6;
  }
}

/** A payment is to send the receipt's money back: it is for nobody else until that is withdrawn. */
export class ReceiptGoingBack extends Refusal {
  readonly code = "RECEIPT_GOING_BACK";
  readonly itemId: string;
  /** What sends it back. */
  readonly paymentId: string;
  constructor(itemId: string, paymentId: string) {
    super(`The payment ${paymentId} is to send this money back; withdraw it first.`);
    this.itemId = itemId;
    this.paymentId = paymentId;
  }
}

/** The bank does not say from whom, or from which account, the money came. */
export class PayerUnknown extends Refusal {
  readonly code = "PAYER_UNKNOWN";
  readonly itemId: string;
  constructor(itemId: string) {
    super("The bank does not say where this money came from; ask the payer, and name the holder and the IBAN.");
    this.itemId = itemId;
  }
}

/** Why a match can only be undone by a movement the other way. */
export const finalMatches = {
  OWN_TRANSFER: "It moved cash between the operator's own accounts; move it back at the bank under the same reference.",
  RECOVERY: "It paid a default back and was dealt out to those who had borne it; give it back as money of its own.",
} as const;

/** The cash has moved on: taking the match back would leave the books behind the bank. */
export class MatchFinal extends Refusal {
  readonly code = "MATCH_FINAL";
  readonly itemId: string;
  readonly because: keyof typeof finalMatches;
  constructor(itemId: string, because: keyof typeof finalMatches) {
    super(finalMatches[because]);
    this.itemId = itemId;
    this.because = because;
  }
}

/** What the item's line is cannot be changed this way: it is no receipt without owner, or no unexplained debit. */
export class NothingToExplain extends Refusal {
  readonly code = "NOTHING_TO_EXPLAIN";
  readonly itemId: string;
  constructor(itemId: string) {
    super("Nothing of this item waits for that: money without an owner is applied or returned, a debit is explained.");
    this.itemId = itemId;
  }
}
