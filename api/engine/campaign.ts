import { z } from "zod";
import { countText, moneyText } from "./amounts.ts";
import { campaignEffect, expressionText, funding, nameText } from "./campaign-effects.ts";

const CONDITIONS_MAX = 20;
const EFFECTS_MAX = 10;
const RULES_MAX = 20;
const LIMITS_MAX = 10;
const CONTROL_MAX_BPS = 5_000;

const text = z.string().trim().min(1).max(300);

/** Something an author says to members, in the languages they wrote. */
export const words = z.strictObject({ en: text, ru: text.optional(), be: text.optional() });
export type Words = z.infer<typeof words>;

/** One thing that has to hold. */
const condition = z.strictObject({ label: words, expression: expressionText });

/** All conditions must hold; then all effects happen. */
const rule = z.strictObject({
  label: words,
  /** The pool of a coupon the rule needs and uses up; null: none. */
  coupon: nameText.nullable().default(null),
  conditions: z.array(condition).max(CONDITIONS_MAX).default([]),
  effects: z.array(campaignEffect).min(1).max(EFFECTS_MAX),
});

/**
 * How a campaign gets along with others on one receipt. Higher priority comes first. Of the BEST ones of a group only
 * the one worth most applies; an exclusive one applies alone, or not at all once something applied before it.
 */
const stacking = z.strictObject({
  group: nameText.default("default"),
  mode: z.enum(["ALL", "BEST"]).default("ALL"),
  priority: z.int().min(0).max(1_000).default(500),
  exclusive: z.boolean().default(false),
});

/** MONEY counts discounts, gifts and the worth of points together: what the campaign costs. */
export const limitUnits = ["POINTS", "MONEY", "TIMES"] as const;
export const limitScopes = ["CAMPAIGN", "MEMBER"] as const;
export const limitPeriods = ["EVER", "DAY", "WEEK", "MONTH"] as const;

/** The most a campaign gives: in all or to one member, ever or in a local day, week (from Monday) or month. */
const limit = z
  .strictObject({
    unit: z.enum(limitUnits),
    most: z.union([countText, moneyText]),
    scope: z.enum(limitScopes),
    period: z.enum(limitPeriods),
    /** Of this rule alone, counted from 0; null: of the whole campaign. */
    rule: z.int().min(0).nullable().default(null),
    /** A receipt that would go over gets nothing of the campaign, or the rest of what is left. */
    over: z.enum(["NOTHING", "REST"]).default("NOTHING"),
  })
  .refine(({ unit, most }) => unit === "MONEY" || countText.safeParse(most).success, {
    message: "Points and times are whole numbers.",
    path: ["most"],
  });

/** Whom alone it is for; its rules ask for the same (use-cases/campaigns/audience.ts), and nobody else is shown it. */
const audience = z.strictObject({
  /** Code of a club; null: also for who is in none. */
  club: nameText.nullable().default(null),
  /** Code of a plan: the points it gives follow the subscription's end. */
  plan: nameText.nullable().default(null),
});

/** Everything a person writes about a campaign; stored as it is, JSON of text and numbers. */
export const campaignDefinition = z
  .strictObject({
    name: words,
    startsAt: z.iso.datetime(),
    /** The first instant it no longer gives anything; null: until somebody ends it. */
    endsAt: z.iso.datetime().nullable().default(null),
    /** What it looks at: receipts, or activities other than purchases. */
    occasion: z.enum(["PURCHASE", "ACTIVITY"]).default("PURCHASE"),
    audience: audience.prefault({}),
    /** How many of 10,000 members are held back, to be compared with those who are not. */
    controlBps: z.int().min(0).max(CONTROL_MAX_BPS).default(0),
    stacking: stacking.prefault({}),
    funding: funding.prefault([{ funder: "ISSUER", bps: 10_000 }]),
    rules: z.array(rule).min(1).max(RULES_MAX),
    limits: z.array(limit).max(LIMITS_MAX).default([]),
  })
  .refine(({ startsAt, endsAt }) => endsAt === null || Date.parse(endsAt) > Date.parse(startsAt), {
    message: "A campaign ends after it starts.",
    path: ["endsAt"],
  })
  .refine(({ occasion, controlBps }) => occasion === "PURCHASE" || controlBps === 0, {
    message: "Groups are compared by their receipts.",
    path: ["controlBps"],
  })
  .refine(({ rules, limits }) => limits.every((one) => one.rule === null || one.rule < rules.length), {
    message: "A limit names a rule that is there.",
    path: ["limits"],
  });

export type CampaignDefinition = z.infer<typeof campaignDefinition>;
export type Rule = z.infer<typeof rule>;
export type Condition = z.infer<typeof condition>;
export type Stacking = z.infer<typeof stacking>;
export type Limit = z.infer<typeof limit>;

/** One version of a campaign, as the engine takes it. */
export type Campaign = CampaignDefinition & {
  id: string;
  version: number;
  /** Whose receipts it looks at; null: everybody's. */
  partnerId: string | null;
};
