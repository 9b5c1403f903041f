import type { MoneyE6 } from "#api/kernel/money.ts";
import { Refusal } from "#api/kernel/refusal.ts";

/** No such plan, or none the viewer may subscribe to. */
export class PlanNotFound extends Refusal {
  readonly code = "PLAN_NOT_FOUND";
  readonly planId: string;
  constructor(planId: string) {
    super(`There is no plan ${planId}.`);
    this.planId = planId;
  }
}

/** No such subscription, or none the viewer may see. */
export class SubscriptionNotFound extends Refusal {
  readonly code = "SUBSCRIPTION_NOT_FOUND";
  readonly subscriptionId: string;
  constructor(subscriptionId: string) {
    super(`There is no subscription ${subscriptionId}.`);
    this.subscriptionId = subscriptionId;
  }
}

/** A member has one plan at a time. */
export class AlreadySubscribed extends Refusal {
  readonly code = "ALREADY_SUBSCRIBED";
  readonly subscriptionId: string;
  constructor(subscriptionId: string) {
    super("There is a subscription already; end that one first.");
    this.subscriptionId = subscriptionId;
  }
}

/** What was paid is not the price of so many months. */
export class PlanPriceDiffers extends Refusal {
  readonly code = "PLAN_PRICE_DIFFERS";
  readonly priceE6: MoneyE6;
  constructor(priceE6: MoneyE6) {
    super("What was paid is not the price of so many months.");
    this.priceE6 = priceE6;
  }
}

/** The payment with this reference was recorded before. */
export class PlanPaymentKnown extends Refusal {
  readonly code = "PLAN_PAYMENT_KNOWN";
  readonly reference: string;
  constructor(reference: string) {
    super(`The payment ${reference} was recorded before.`);
    this.reference = reference;
  }
}
