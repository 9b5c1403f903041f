import { formatMoney, type MoneyE6 } from "#api/kernel/money.ts";
import { Refusal } from "#api/kernel/refusal.ts";

/** No such purchase, or none this viewer may see: the two are told in the same words. */
export class PurchaseNotFound extends Refusal {
  readonly code = "PURCHASE_NOT_FOUND";
  /** The id or receipt number that was named. */
  readonly named: string;
  constructor(named: string) {
    super(`There is no purchase ${named}.`);
    this.named = named;
  }
}

export class AmbiguousReceipt extends Refusal {
  readonly code = "AMBIGUOUS_RECEIPT";
  readonly receiptNumber: string;
  constructor(receiptNumber: string) {
    super(`Several purchases have the receipt number ${receiptNumber}; add the business date or name the purchase.`);
    this.receiptNumber = receiptNumber;
  }
}

export class PartnerNotActive extends Refusal {
  readonly code = "PARTNER_NOT_ACTIVE";
  readonly status: string;
  /** `leftAt`: when its notice ended, of a partner that has left. */
  constructor(status: string, leftAt?: Date) {
    const is = leftAt ? `left on ${leftAt.toISOString()}` : `is ${status.toLowerCase().replace("_", " ")}`;
    super(`The partner ${is}; it neither gives nor takes points now.`);
    this.status = status;
  }
}

export class PartnerMayNotIssue extends Refusal {
  readonly code = "PARTNER_MAY_NOT_ISSUE";
  readonly partnerId: string;
  constructor(partnerId: string) {
    super("The partner may not issue points at present; only purchases paid with points can be recorded.");
    this.partnerId = partnerId;
  }
}

export class PartnerMayNotRedeem extends Refusal {
  readonly code = "PARTNER_MAY_NOT_REDEEM";
  readonly partnerId: string;
  constructor(partnerId: string) {
    super("The partner does not accept points.");
    this.partnerId = partnerId;
  }
}

export class TerminalBlocked extends Refusal {
  readonly code = "TERMINAL_BLOCKED";
  readonly terminalId: string;
  constructor(terminalId: string) {
    super(`The terminal ${terminalId} is blocked; nothing can be recorded at it.`);
    this.terminalId = terminalId;
  }
}

export class WrongCurrency extends Refusal {
  readonly code = "WRONG_CURRENCY";
  /** The programme's currency. */
  readonly expected: string;
  constructor(given: string, expected: string) {
    super(`The receipt is in ${given}; this coalition's only currency is ${expected}.`);
    this.expected = expected;
  }
}

export class FutureDated extends Refusal {
  readonly code = "FUTURE_DATED";
  readonly now: Date;
  constructor(occurredAt: Date, now: Date) {
    super(`${occurredAt.toISOString()} lies in the future; the hub's clock says ${now.toISOString()}.`);
    this.now = now;
  }
}

export class RedeemShareExceeded extends Refusal {
  readonly code = "REDEEM_SHARE_EXCEEDED";
  /** The most points this receipt may be paid with. */
  readonly pointsMax: bigint;
  readonly redeemableE6: MoneyE6;
  constructor(pointsMax: bigint, redeemableE6: MoneyE6) {
    super(`At most ${formatMoney(redeemableE6)} of this receipt, ${pointsMax} points, may be paid with points.`);
    this.pointsMax = pointsMax;
    this.redeemableE6 = redeemableE6;
  }
}

export class EmptyBatch extends Refusal {
  readonly code = "EMPTY_BATCH";
  constructor() {
    super("The batch has no rows.");
  }
}

export class BatchTooLarge extends Refusal {
  readonly code = "BATCH_TOO_LARGE";
  readonly rowsMax: number;
  constructor(rows: number, rowsMax: number) {
    super(`The batch has ${rows} rows; send at most ${rowsMax} at once.`);
    this.rowsMax = rowsMax;
  }
}
