import { z } from "zod";
import { words } from "#api/engine/campaign.ts";
import { builder } from "#api/graph/builder.ts";
import { connectionOf } from "#api/graph/connection.ts";
import { byId } from "#api/graph/loaders.ts";
import { Member, members } from "#api/graph/member.ts";
import { Money } from "#api/graph/money.ts";
import { Partner, partners } from "#api/graph/partner.ts";
import { CampaignWords, described, usually } from "#api/graph/words.ts";
import type { PlanPayment as PaymentRow, Plan as PlanRow } from "#api/sql/rows.ts";
import { storedWords } from "#api/use-cases/offers/authored.ts";
import {
  type PlanCounts as CountsRow,
  countSubscriptions,
  findMembersSubscriptions,
  findPlanPayments,
  findPlans,
  findSubscriptions,
  listPlanPayments,
  listPlans,
} from "#api/use-cases/plans/find-plans.ts";
import { planAftermaths, planStates, subscriptionStates } from "#api/use-cases/plans/states.ts";
import type { Subscribed } from "#api/use-cases/plans/subscribe.ts";

export const plans = byId(findPlans);
const countsOf = byId(countSubscriptions);
const subscriptions = byId(findSubscriptions);
const subscriptionOf = byId(findMembersSubscriptions);
const paymentsOf = byId(findPlanPayments);

const PlanState = builder.enumType("PlanState", { description: "Where a plan stands.", values: described(planStates) });
export const PlanAftermath = builder.enumType("PlanAftermath", {
  description: "What becomes of the points a plan gave when they stood still long enough.",
  values: described(planAftermaths),
});
const SubscriptionState = builder.enumType("PlanSubscriptionState", {
  description: "Where a subscription stands.",
  values: described(subscriptionStates),
});

const PlanCounts = builder.objectRef<CountsRow>("PlanCounts").implement({
  description: "How many subscribe to a plan.",
  fields: (t) => ({
    paid: t.exposeInt("paid", { description: "Paid for." }),
    paused: t.exposeInt("paused", { description: "Paused." }),
    lapsed: t.exposeInt("lapsed", { description: "No longer paid for, with points that stand still." }),
  }),
});

export const Plan = builder.objectRef<PlanRow>("Plan");
export const PlanSubscription = builder.objectRef<Subscribed>("PlanSubscription");

builder.node(Plan, {
  description: "What members may subscribe to, as two people agreed on it. Another version takes its place.",
  id: { resolve: ({ id }) => id, description: "Opaque, global, permanent." },
  loadMany: (ids, context) => plans.findMany(context, ids),
  fields: (t) => ({
    code: t.exposeString("code", { description: "As rules name it: member.plan." }),
    version: t.exposeInt("version", { description: "1, 2, 3 … of its code." }),
    state: t.field({ type: PlanState, description: "Where it stands.", resolve: ({ state }) => state }),
    name: t.field({ type: CampaignWords, description: "What it is called.", resolve: ({ name }) => storedWords(name) }),
    about: t.field({ type: CampaignWords, description: "What it is.", resolve: ({ about }) => storedWords(about) }),
    benefits: t.field({
      ...usually(3),
      type: [CampaignWords],
      description: "What it brings, in words; ten at most.",
      resolve: ({ benefits }) => z.array(words).parse(benefits),
    }),
    price: t.expose("priceE6", { type: Money, description: "Of a month." }),
    frozenDays: t.exposeInt("frozenDays", { description: "How long its points stand still after it lapsed." }),
    afterwards: t.field({
      type: PlanAftermath,
      description: "What becomes of them then.",
      resolve: ({ afterwards }) => afterwards,
    }),
    counts: t.field({
      type: PlanCounts,
      nullable: true,
      description: "How many subscribe. Null for others than the operator.",
      resolve: ({ id }, _args, context) => countsOf.find(context, id),
    }),
    createdAt: t.expose("createdAt", { type: "DateTime", description: "When it was agreed on." }),
  }),
});
const planPages = connectionOf("Plan", Plan, ({ id }) => id);

export const PlanPayment = builder.objectRef<PaymentRow>("PlanPayment").implement({
  description: "What a member paid for a plan, by the word of whoever took it.",
  fields: (t) => ({
    id: t.exposeID("id", { description: "Opaque." }),
    amount: t.expose("amountE6", { type: Money, description: "How much." }),
    months: t.exposeInt("months", { description: "For how many months." }),
    reference: t.exposeString("reference", { description: "The payer's or the processor's name of it." }),
    partner: t.field({
      type: Partner,
      nullable: true,
      description: "At whose till. Null: it came to the operator.",
      resolve: ({ partnerId }, _args, context) => partners.find(context, partnerId),
    }),
    paidAt: t.expose("paidAt", { type: "DateTime", description: "When it was recorded." }),
    until: t.expose("until", { type: "DateTime", description: "First instant it no longer pays for." }),
  }),
});
const paymentPages = connectionOf("PlanPayment", PlanPayment, ({ id }) => id);

builder.node(PlanSubscription, {
  description: "A member's subscription to a plan.",
  id: { resolve: ({ id }) => id, description: "Opaque, global, permanent." },
  loadMany: (ids, context) => subscriptions.findMany(context, ids),
  fields: (t) => ({
    plan: t.expose("plan", { type: Plan, description: "To which." }),
    member: t.field({
      type: Member,
      nullable: true,
      description: "Whose. Null where the viewer may not see them.",
      resolve: ({ memberId }, _args, context) => members.find(context, memberId),
    }),
    state: t.field({ type: SubscriptionState, description: "Where it stands.", resolve: ({ state }) => state }),
    startedAt: t.expose("startedAt", { type: "DateTime", description: "When it was begun." }),
    paidUntil: t.expose("paidUntil", {
      type: "DateTime",
      nullable: true,
      description: "First instant it is no longer paid for. Null before the first payment.",
    }),
    frozenUntil: t.expose("frozenUntil", {
      type: "DateTime",
      nullable: true,
      description: "First instant the points it gave no longer stand still. Null unless it lapsed.",
    }),
    payments: t.field({
      ...usually(6),
      type: [PlanPayment],
      description: "What was paid, newest first; bounded by its months.",
      resolve: async ({ id }, _args, context) => (await paymentsOf.find(context, id)) ?? [],
    }),
  }),
});

builder.objectField(Member, "plan", (t) =>
  t.field({
    type: PlanSubscription,
    nullable: true,
    description: "The subscription they have or had last. Null without one, and for partners.",
    resolve: ({ id }, _args, context) => subscriptionOf.find(context, id),
  }),
);

builder.queryFields((t) => ({
  plans: t.field(
    planPages({
      description: "Plans, newest first; those that are no longer offered only for the operator.",
      resolve: (_root, page, _filters, { deps, actor }) => listPlans(deps, actor, page),
    }),
  ),
  planPayments: t.field(
    paymentPages({
      description: "What was paid for plans, newest first; for a partner what its own tills took.",
      resolve: (_root, page, _filters, { deps, actor }) => listPlanPayments(deps, actor, page),
    }),
  ),
}));
