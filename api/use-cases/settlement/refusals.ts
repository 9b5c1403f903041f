import { formatMoney, type MoneyE6 } from "#api/kernel/money.ts";
import { Refusal } from "#api/kernel/refusal.ts";

/** No such obligation, or none this viewer may see: the two are told in the same words. */
export class ObligationNotFound extends Refusal {
  readonly code = "OBLIGATION_NOT_FOUND";
  readonly obligationId: string;
  constructor(obligationId: string) {
    super(`There is no obligation ${obligationId}.`);
    this.obligationId = obligationId;
  }
}

export class BankLineRecorded extends Refusal {
  readonly code = "BANK_LINE_RECORDED";
  readonly bankLineId: string;
  constructor(bankLineId: string) {
    super("This bank reference was already recorded, under another key.");
    this.bankLineId = bankLineId;
  }
}

/** Money left the account and nothing we know of explains it. */
export class BankLineUnexplained extends Refusal {
  readonly code = "BANK_LINE_UNEXPLAINED";
  readonly bankRef: string;
  constructor(bankRef: string) {
    super(`Nothing explains the bank line ${bankRef}: name what it pays by its end-to-end id, or mark it as a charge.`);
    this.bankRef = bankRef;
  }
}

/** Paid out before it was paid in, one default would empty the account. */
export class PaymentExceedsCash extends Refusal {
  readonly code = "PAYMENT_EXCEEDS_CASH";
  /** What the settlement account could pay now. */
  readonly freeE6: MoneyE6;
  constructor(freeE6: MoneyE6) {
    super(`Only ${formatMoney(freeE6)} is free on the settlement account; wait for the pay-ins.`);
    this.freeE6 = freeE6;
  }
}

/** More cash than the waterfall used of collateral and loss pool. */
export class DrawExceedsUse extends Refusal {
  readonly code = "DRAW_EXCEEDS_USE";
  /** What may still be drawn. */
  readonly usedE6: MoneyE6;
  constructor(usedE6: MoneyE6) {
    super(`Only ${formatMoney(usedE6)} of the secured money was used and not yet drawn.`);
    this.usedE6 = usedE6;
  }
}

export class ReceiptNotReturnable extends Refusal {
  readonly code = "RECEIPT_NOT_RETURNABLE";
  readonly bankRef: string;
  constructor(bankRef: string) {
    super(`The receipt ${bankRef} is not there, was applied, or was returned already.`);
    this.bankRef = bankRef;
  }
}
