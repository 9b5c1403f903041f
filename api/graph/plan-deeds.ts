import { Approval } from "#api/graph/approval.ts";
import { definitionOf, WordsInput } from "#api/graph/campaign-input.ts";
import { Money, moneyE6 } from "#api/graph/money.ts";
import { keyedMutation, mutation } from "#api/graph/mutation.ts";
import { Plan, PlanAftermath, PlanPayment, PlanSubscription } from "#api/graph/plan.ts";
import { refusal } from "#api/graph/refusals.ts";
import { memberField, memberLookup, memberRefusals } from "#api/graph/till-input.ts";
import { TransitionRefused } from "#api/use-cases/machine.ts";
import { InvalidValue } from "#api/use-cases/partners/refusals.ts";
import { proposePlan, withdrawPlan } from "#api/use-cases/plans/propose-plan.ts";
import { recordPlanPayment } from "#api/use-cases/plans/record-plan-payment.ts";
import {
  AlreadySubscribed,
  PlanNotFound,
  PlanPaymentKnown,
  PlanPriceDiffers,
  SubscriptionNotFound,
} from "#api/use-cases/plans/refusals.ts";
import {
  cancelSubscription,
  pauseSubscription,
  resumeSubscription,
  subscribe,
} from "#api/use-cases/plans/subscribe.ts";

refusal(PlanNotFound, "PLAN_NOT_FOUND", "No plan has this id, or none that is offered.", (t) => ({
  planId: t.exposeID("planId", { description: "The id that was sent." }),
}));
refusal(
  SubscriptionNotFound,
  "SUBSCRIPTION_NOT_FOUND",
  "No subscription has this id, or the member has none.",
  (t) => ({ subscriptionId: t.exposeID("subscriptionId", { description: "The id that was sent, or the member's." }) }),
);
refusal(AlreadySubscribed, "ALREADY_SUBSCRIBED", "The member has a subscription already.", (t) => ({
  subscriptionId: t.exposeID("subscriptionId", { description: "That one." }),
}));
refusal(PlanPriceDiffers, "PLAN_PRICE_DIFFERS", "What was paid is not the price of so many months.", (t) => ({
  price: t.expose("priceE6", { type: Money, description: "What it is." }),
}));
refusal(PlanPaymentKnown, "PLAN_PAYMENT_KNOWN", "The payment with this reference was recorded before.", (t) => ({
  reference: t.exposeString("reference", { description: "The reference that was sent." }),
}));

keyedMutation("proposePlan", {
  description: "Asks a second person for a plan; members can subscribe from the yes on.",
  input: (t) => ({
    code: t.string({ required: true, description: "As rules will name it; a known one: its next version." }),
    name: t.field({ type: WordsInput, required: true, description: "What it is called." }),
    about: t.field({ type: WordsInput, required: true, description: "What it is." }),
    benefits: t.field({ type: [WordsInput], required: true, description: "What it brings, in words; ten at most." }),
    price: t.field({ type: "Decimal", required: true, description: "Of a month." }),
    frozenDays: t.int({ required: true, description: "How long its points stand still after it lapsed, 0 to 365." }),
    afterwards: t.field({ type: PlanAftermath, required: true, description: "What becomes of them then." }),
    reason: t.string({ required: true, description: "Why; kept with it." }),
  }),
  refusals: [InvalidValue],
  resolve: async ({ price, name, about, benefits, ...input }, { deps, actor }) => ({
    approval: await proposePlan(deps, actor, {
      ...input,
      name: definitionOf(name),
      about: definitionOf(about),
      benefits: definitionOf(benefits),
      priceE6: moneyE6(price),
    }),
  }),
  success: {
    description: "It waits for a second person.",
    fields: (t) => ({ approval: t.expose("approval", { type: Approval, description: "What they have to decide." }) }),
  },
});

mutation("withdrawPlan", {
  description: "Offers a plan to nobody new; who has it keeps it.",
  input: (t) => ({
    planId: t.id({ required: true, description: "Which." }),
    reason: t.string({ required: true, description: "Why; kept with the step." }),
  }),
  refusals: [InvalidValue, PlanNotFound, TransitionRefused],
  resolve: async (input, { deps, actor }) => ({ plan: await withdrawPlan(deps, actor, input) }),
  success: {
    description: "It is no longer offered.",
    fields: (t) => ({ plan: t.expose("plan", { type: Plan, description: "As it is now." }) }),
  },
});

keyedMutation("subscribeToPlan", {
  description: "Begins the member's subscription; it gives something from the first payment on.",
  input: (t) => ({ planId: t.id({ required: true, description: "To which." }) }),
  refusals: [PlanNotFound, AlreadySubscribed],
  resolve: async (input, { deps, actor }) => ({ subscription: await subscribe(deps, actor, input) }),
  success: {
    description: "It waits for the first payment.",
    fields: (t) => ({
      subscription: t.expose("subscription", { type: PlanSubscription, description: "As it is now." }),
    }),
  },
});

mutation("cancelSubscription", {
  description: "Ends a subscription with what was paid for; at once where nothing was.",
  input: (t) => ({ subscriptionId: t.id({ required: true, description: "Which." }) }),
  refusals: [SubscriptionNotFound, TransitionRefused],
  resolve: async (input, { deps, actor }) => ({ subscription: await cancelSubscription(deps, actor, input) }),
  success: {
    description: "It is cancelled.",
    fields: (t) => ({
      subscription: t.expose("subscription", { type: PlanSubscription, description: "As it is now." }),
    }),
  },
});

mutation("pauseSubscription", {
  description: "Gives nothing from now on; the days that are paid for are left.",
  input: (t) => ({ subscriptionId: t.id({ required: true, description: "Which." }) }),
  refusals: [SubscriptionNotFound, TransitionRefused],
  resolve: async (input, { deps, actor }) => ({ subscription: await pauseSubscription(deps, actor, input) }),
  success: {
    description: "It is paused.",
    fields: (t) => ({
      subscription: t.expose("subscription", { type: PlanSubscription, description: "As it is now." }),
    }),
  },
});

mutation("resumeSubscription", {
  description: "Goes on after a pause or a cancellation.",
  input: (t) => ({ subscriptionId: t.id({ required: true, description: "Which." }) }),
  refusals: [SubscriptionNotFound, TransitionRefused],
  resolve: async (input, { deps, actor }) => ({ subscription: await resumeSubscription(deps, actor, input) }),
  success: {
    description: "It goes on.",
    fields: (t) => ({
      subscription: t.expose("subscription", { type: PlanSubscription, description: "As it is now." }),
    }),
  },
});

keyedMutation("recordPlanPayment", {
  description: "Takes the word of whoever took the money that a member's plan is paid for so many months.",
  input: (t) => ({
    member: memberField(t),
    amount: t.field({ type: "Decimal", required: true, description: "What was paid: the price of so many months." }),
    months: t.int({ required: true, description: "1 to 12." }),
    reference: t.string({ required: true, description: "The payer's or the processor's name of it; once." }),
  }),
  refusals: [
    InvalidValue,
    SubscriptionNotFound,
    PlanPriceDiffers,
    PlanPaymentKnown,
    TransitionRefused,
    ...memberRefusals,
  ],
  resolve: ({ member, amount, ...input }, { deps, actor }) =>
    recordPlanPayment(deps, actor, { ...input, member: memberLookup(member), amountE6: moneyE6(amount) }),
  success: {
    description: "It is paid for.",
    fields: (t) => ({
      payment: t.expose("payment", { type: PlanPayment, description: "What was paid." }),
      subscription: t.expose("subscription", { type: PlanSubscription, description: "As it is now." }),
    }),
  },
});
