import { builder } from "#api/graph/builder.ts";
import { EffectKind, EffectOn, FunderKind, GivingBy, TakingBy } from "#api/graph/campaign-effect.ts";
import { LimitOver, LimitPeriod, LimitScope, LimitUnit } from "#api/graph/campaign-limit.ts";
import { CampaignOccasion, StackingMode } from "#api/graph/campaign-rules.ts";

export const WordsInput = builder.inputType("CampaignWordsInput", {
  description: "Something an author says to people.",
  fields: (t) => ({
    en: t.string({ required: true, description: "In English." }),
    ru: t.string({ description: "In Russian." }),
    be: t.string({ description: "In Belarusian." }),
  }),
});

const ShareInput = builder.inputType("CampaignShareInput", {
  description: "A share of what a campaign gives, and who pays it.",
  fields: (t) => ({
    kind: t.field({ type: FunderKind, required: true, description: "Who pays." }),
    partnerId: t.id({ description: "Which partner, where one is named." }),
    bps: t.int({ required: true, description: "Basis points; the shares of one thing sum to 10,000." }),
  }),
});

const ConditionInput = builder.inputType("CampaignConditionInput", {
  description: "One thing that has to hold.",
  fields: (t) => ({
    label: t.field({ type: WordsInput, required: true, description: "In words, for members and support." }),
    expression: t.string({ required: true, description: "CEL over `facts`, true or false." }),
  }),
});

const GivingInput = builder.inputType("CampaignGivingInput", {
  description: "How much an effect gives.",
  fields: (t) => ({
    by: t.field({ type: GivingBy, required: true, description: "How it is found." }),
    number: t.field({ type: "Points", description: "FIXED and PER_AMOUNT: how many." }),
    per: t.field({ type: "Decimal", description: "PER_AMOUNT: for every so much." }),
    bps: t.int({ description: "PERCENT: in basis points." }),
  }),
});

const TakingInput = builder.inputType("CampaignTakingInput", {
  description: "How much a discount takes off.",
  fields: (t) => ({
    by: t.field({ type: TakingBy, required: true, description: "How it is found." }),
    bps: t.int({ description: "PERCENT: in basis points." }),
    amount: t.field({ type: "Decimal", description: "AMOUNT: how much." }),
    price: t.field({ type: "Decimal", description: "PRICE: what one piece then costs." }),
  }),
});

const EffectInput = builder.inputType("CampaignEffectInput", {
  description: "One thing that happens. Fields that its kind does not have are left out.",
  fields: (t) => ({
    kind: t.field({ type: EffectKind, required: true, description: "What happens." }),
    on: t.field({ type: EffectOn, description: "Counted on what; the receipt when absent." }),
    where: t.string({ description: "Which lines, by an expression over `line`; all when absent." }),
    give: t.field({ type: GivingInput, description: "Points, stamps, tickets and tier points: how many." }),
    times: t.field({ type: "Decimal", description: "MULTIPLY: how many times over." }),
    take: t.field({ type: TakingInput, description: "DISCOUNT and CHEAPEST: how much." }),
    count: t.string({ description: "CHEAPEST: an expression for how many pieces. GIFT and COUPON: how many." }),
    gift: t.string({ description: "GIFT: which." }),
    worth: t.field({ type: "Decimal", description: "GIFT: what one costs whoever funds it." }),
    card: t.string({ description: "STAMP: which card." }),
    size: t.int({ description: "STAMP: how many stamps make a full card." }),
    draw: t.string({ description: "TICKET: which draw." }),
    pool: t.string({ description: "COUPON: which pool." }),
    benefit: t.string({ description: "BENEFIT: which." }),
    template: t.string({ description: "MESSAGE: its template." }),
    journey: t.string({ description: "START_JOURNEY: which." }),
    fundedBy: t.field({ type: [ShareInput], description: "Who pays, where that is not who pays for the campaign." }),
  }),
});

export const RuleInput = builder.inputType("CampaignRuleInput", {
  description: "All conditions must hold; then all effects happen.",
  fields: (t) => ({
    label: t.field({ type: WordsInput, required: true, description: "What it is about, in words." }),
    coupon: t.string({ description: "The pool of a coupon that it needs and uses up." }),
    conditions: t.field({ type: [ConditionInput], description: "What has to hold; nothing when absent." }),
    effects: t.field({ type: [EffectInput], required: true, description: "What happens." }),
  }),
});

const LimitInput = builder.inputType("CampaignLimitInput", {
  description: "The most that a campaign gives.",
  fields: (t) => ({
    unit: t.field({ type: LimitUnit, required: true, description: "Of what." }),
    most: t.field({ type: "Decimal", required: true, description: "How much: whole points or times, or money." }),
    scope: t.field({ type: LimitScope, required: true, description: "For whom." }),
    period: t.field({ type: LimitPeriod, required: true, description: "In how long." }),
    rule: t.int({ description: "Of this rule alone, from 0." }),
    over: t.field({ type: LimitOver, description: "What happens at it; NOTHING when absent." }),
  }),
});

const StackingInput = builder.inputType("CampaignStackingInput", {
  description: "How a campaign gets along with others on one receipt.",
  fields: (t) => ({
    group: t.string({ description: "With which others it is compared." }),
    mode: t.field({ type: StackingMode, description: "How; ALL when absent." }),
    priority: t.int({ description: "Higher comes first, 0 to 1,000; 500 when absent." }),
    exclusive: t.boolean({ description: "Does it apply alone, or not at all?" }),
  }),
});

const AudienceInput = builder.inputType("CampaignAudienceInput", {
  description: "Whom alone a campaign is for; its rules ask for it, and nobody else is shown it.",
  fields: (t) => ({
    club: t.string({ description: "Code of the club whose members alone get it." }),
    plan: t.string({ description: "Code of the plan that gives it; its points follow the end of the subscription." }),
  }),
});

export const CampaignDefinitionInput = builder.inputType("CampaignDefinitionInput", {
  description: "Everything an author says about a campaign.",
  fields: (t) => ({
    name: t.field({ type: WordsInput, required: true, description: "What it is called." }),
    startsAt: t.field({
      type: "DateTime",
      required: true,
      description: "First instant it may give anything. One that is past: as soon as it is agreed on.",
    }),
    endsAt: t.field({
      type: "DateTime",
      description: "First instant it no longer does; until somebody ends it when absent.",
    }),
    occasion: t.field({ type: CampaignOccasion, description: "What it looks at; PURCHASE when absent." }),
    audience: t.field({ type: AudienceInput, description: "Whom alone it is for. Absent: everybody." }),
    controlBps: t.int({
      description:
        "How many of 10,000 members are held back, so that both can be compared; up to 5,000, nobody when absent.",
    }),
    stacking: t.field({ type: StackingInput, description: "Beside other campaigns." }),
    funding: t.field({ type: [ShareInput], description: "Who pays; whoever's till it is when absent." }),
    rules: t.field({ type: [RuleInput], required: true, description: "What it does." }),
    limits: t.field({ type: [LimitInput], description: "The most it gives; no limit when absent." }),
  }),
});

/** An input as the engine's JSON: what is absent is left out, whole numbers are decimals, instants ISO, funders one word. */
export function definitionOf(input: unknown): unknown {
  if (typeof input === "bigint") return String(input);
  if (input instanceof Date) return input.toISOString();
  if (Array.isArray(input)) return input.map(definitionOf);
  if (typeof input !== "object" || input === null) return input;
  if ("kind" in input && "bps" in input) return shareOf(input as ShareGiven);
  const given = Object.entries(input).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(given.map(([name, value]) => [name, definitionOf(value)]));
}

type ShareGiven = { kind: string; partnerId?: string | null; bps: number };

function shareOf({ kind, partnerId, bps }: ShareGiven) {
  return { funder: kind === "PARTNER" ? (partnerId ?? "") : kind, bps };
}
