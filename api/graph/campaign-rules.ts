import type { CampaignDefinition, Condition as ConditionRow, Rule, Stacking } from "#api/engine/campaign.ts";
import { builder } from "#api/graph/builder.ts";
import { CampaignEffect, CampaignShare } from "#api/graph/campaign-effect.ts";
import { CampaignLimit } from "#api/graph/campaign-limit.ts";
import { CampaignWords, described, usually } from "#api/graph/words.ts";

const Condition = builder.objectRef<ConditionRow>("CampaignCondition").implement({
  description: "One thing that has to hold.",
  fields: (t) => ({
    label: t.expose("label", { type: CampaignWords, description: "In words, for members and support." }),
    expression: t.exposeString("expression", { description: "The same as the engine reads it: CEL over facts." }),
  }),
});

export const CampaignRule = builder.objectRef<Rule>("CampaignRule").implement({
  description: "All conditions must hold; then all effects happen.",
  fields: (t) => ({
    label: t.expose("label", { type: CampaignWords, description: "What it is about, in words." }),
    coupon: t.exposeString("coupon", {
      nullable: true,
      description: "The pool of a coupon that it needs and uses up. Null: none.",
    }),
    conditions: t.field({
      ...usually(3),
      type: [Condition],
      description: "In the author's order; at most 20.",
      resolve: (one) => one.conditions,
    }),
    effects: t.field({
      ...usually(2),
      type: [CampaignEffect],
      description: "In the author's order; at most 10.",
      resolve: (one) => one.effects,
    }),
  }),
});

export const StackingMode = builder.enumType("CampaignStackingMode", {
  description: "How campaigns of one group get along on a receipt.",
  values: described({ ALL: "Each applies.", BEST: "Of the best ones, the one worth most." }),
});
const CampaignStacking = builder.objectRef<Stacking>("CampaignStacking").implement({
  description: "How a campaign gets along with others on one receipt.",
  fields: (t) => ({
    group: t.exposeString("group", { description: "With which others it is compared." }),
    mode: t.field({ type: StackingMode, description: "How.", resolve: ({ mode }) => mode }),
    priority: t.exposeInt("priority", { description: "Higher comes first, 0 to 1,000." }),
    exclusive: t.exposeBoolean("exclusive", { description: "Does it apply alone, or not at all?" }),
  }),
});

const CampaignAudience = builder.objectRef<CampaignDefinition["audience"]>("CampaignAudience").implement({
  description: "Whom alone a campaign is for; its rules ask for it, and nobody else is shown it.",
  fields: (t) => ({
    club: t.exposeString("club", { nullable: true, description: "Code of the club. Null: also for who is in none." }),
    plan: t.exposeString("plan", { nullable: true, description: "Code of the plan that gives it. Null: none." }),
  }),
});

export const CampaignOccasion = builder.enumType("CampaignOccasion", {
  description: "What a campaign looks at.",
  values: described({ PURCHASE: "Receipts.", ACTIVITY: "Activities other than purchases." }),
});

export const CampaignDefinitionType = builder.objectRef<CampaignDefinition>("CampaignDefinition").implement({
  description: "Everything an author wrote about a campaign.",
  fields: (t) => ({
    name: t.expose("name", { type: CampaignWords, description: "What it is called." }),
    startsAt: t.field({
      type: "DateTime",
      description: "First instant it may give anything.",
      resolve: ({ startsAt }) => new Date(startsAt),
    }),
    endsAt: t.field({
      type: "DateTime",
      nullable: true,
      description: "First instant it no longer does. Null: until somebody ends it.",
      resolve: ({ endsAt }) => (endsAt === null ? null : new Date(endsAt)),
    }),
    occasion: t.field({ type: CampaignOccasion, description: "What it looks at.", resolve: (one) => one.occasion }),
    audience: t.expose("audience", { type: CampaignAudience, description: "Whom alone it is for." }),
    controlBps: t.exposeInt("controlBps", {
      description: "How many of 10,000 members are held back, so that both can be compared. 0: nobody.",
    }),
    stacking: t.expose("stacking", { type: CampaignStacking, description: "Beside other campaigns." }),
    funding: t.field({
      ...usually(2),
      type: [CampaignShare],
      description: "Who pays.",
      resolve: ({ funding }) => funding,
    }),
    rules: t.field({
      ...usually(2),
      type: [CampaignRule],
      description: "What it does; at most 20.",
      resolve: ({ rules }) => rules,
    }),
    limits: t.field({
      ...usually(2),
      type: [CampaignLimit],
      description: "The most it gives; at most 10.",
      resolve: (one) => one.limits,
    }),
  }),
});
