import { formatMoney, type MoneyE6 } from "#api/kernel/money.ts";
import { Refusal } from "#api/kernel/refusal.ts";

/** No such payment, or none this viewer may see: the two are told in the same words. */
export class PaymentNotFound extends Refusal {
  readonly code = "PAYMENT_NOT_FOUND";
  readonly paymentId: string;
  constructor(paymentId: string) {
    super(`There is no payment ${paymentId}.`);
    this.paymentId = paymentId;
  }
}

/** None of the cycle's payments, or of the named ones, is where this deed could take it on. */
export class NoPaymentReady extends Refusal {
  readonly code = "NO_PAYMENT_READY";
  /** The state a payment would have to be in. */
  readonly state: string;
  constructor(state: string) {
    super(`No payment is ${state.toLowerCase().replaceAll("_", " ")}, or what is there is held.`);
    this.state = state;
  }
}

/** Nobody agreed yet where this partner's money goes. */
export class BankAccountMissing extends Refusal {
  readonly code = "BANK_ACCOUNT_MISSING";
  readonly partnerId: string;
  constructor(partnerId: string, purpose: string) {
    super(`There is no active ${purpose.toLowerCase()} account; propose one and let finance approve it.`);
    this.partnerId = partnerId;
  }
}

/** Paid out before it was paid in, one default would empty the account. */
export class PaymentExceedsCash extends Refusal {
  readonly code = "PAYMENT_EXCEEDS_CASH";
  /** What the settlement account could pay now. */
  readonly freeE6: MoneyE6;
  /** What was to be paid. */
  readonly askedE6: MoneyE6;
  constructor(freeE6: MoneyE6, askedE6: MoneyE6) {
    super(
      `Only ${formatMoney(freeE6)} of ${formatMoney(askedE6)} is free on the settlement account; wait for the pay-ins, or name fewer payments.`,
    );
    this.freeE6 = freeE6;
    this.askedE6 = askedE6;
  }
}

/** The payment's obligation is held: a suspension, or bank details changed a short while ago. */
export class PaymentHeld extends Refusal {
  readonly code = "PAYMENT_HELD";
  readonly paymentId: string;
  constructor(paymentId: string) {
    super(`The payment ${paymentId} is held; lift the hold or wait until its bank account may be used.`);
    this.paymentId = paymentId;
  }
}
