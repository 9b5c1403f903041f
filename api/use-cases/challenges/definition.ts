import { z } from "zod";
import { countText, moneyOf, moneyText } from "#api/engine/amounts.ts";
import { words } from "#api/engine/campaign.ts";
import { nameText } from "#api/engine/campaign-effects.ts";
import type { Challenge } from "#api/sql/rows.ts";
import { InvalidValue } from "#api/use-cases/partners/refusals.ts";

export const goalKinds = {
  PARTNERS: "So many different partners.",
  VISITS: "So many receipts.",
  SPEND: "So much paid in money.",
  WEEKS: "A receipt in each of so many weeks in a row.",
} as const;
export type GoalKind = keyof typeof goalKinds;

export const challengePeriods = {
  WEEK: "Each week, from Monday.",
  MONTH: "Each calendar month.",
  EVER: "Once, while the challenge lasts.",
} as const;
export type ChallengePeriod = keyof typeof challengePeriods;

export const badgeIcons = ["TROPHY", "COMPASS", "FLAME", "STAR", "HEART", "LEAF"] as const;

const names = <Name extends string>(table: Record<Name, string>) => z.enum(Object.keys(table) as [Name, ...Name[]]);
const whole = z.string().regex(/^(0|[1-9]\d{0,8})$/, { message: "A whole number." });

/** Everything a person writes about a challenge; stored as it is, JSON of text and numbers. */
export const challengeDefinition = z
  .strictObject({
    name: words,
    description: words,
    goal: z.strictObject({
      kind: names(goalKinds),
      /** A whole number; for SPEND an amount. */
      most: moneyText,
    }),
    /** Whose receipts count, by id; empty: everybody's. */
    partnerIds: z.array(z.string().min(1).max(64)).max(50).default([]),
    period: names(challengePeriods),
    startsAt: z.iso.datetime(),
    endsAt: z.iso.datetime().nullable().default(null),
    reward: z.strictObject({
      points: whole,
      badge: z
        .strictObject({ name: words, icon: z.enum(badgeIcons) })
        .nullable()
        .default(null),
      tickets: z.strictObject({ draw: nameText, count: countText }).nullable().default(null),
      /** A coupon of one of the house's own pools, by the pool's code. */
      coupon: nameText.nullable().default(null),
    }),
    /** How often it is given at most, to all members together. */
    awardsMost: countText,
  })
  .refine(({ startsAt, endsAt }) => endsAt === null || Date.parse(endsAt) > Date.parse(startsAt), {
    message: "A challenge ends after it starts.",
    path: ["endsAt"],
  })
  .refine(({ goal }) => goal.kind === "SPEND" || countText.safeParse(goal.most).success, {
    message: "A whole number, one or more.",
    path: ["goal", "most"],
  })
  .refine(({ goal, period }) => goal.kind !== "WEEKS" || period === "EVER", {
    message: "Weeks in a row are counted over the whole challenge: EVER.",
    path: ["period"],
  })
  .refine(({ reward }) => reward.points !== "0" || reward.badge || reward.tickets || reward.coupon, {
    message: "It gives points, a badge, tickets or a coupon.",
    path: ["reward"],
  });

export type ChallengeDefinition = z.infer<typeof challengeDefinition>;

/** Refuses what cannot be a challenge, and says which field. */
export function checkChallengeDefinition(json: unknown): ChallengeDefinition {
  const read = challengeDefinition.safeParse(json);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new InvalidValue(issue?.path.join(".") ?? "", "", issue?.message ?? "a challenge's definition");
}

/** As it lies in the database; it was checked when it was written. */
export const challengeTermsOf = ({ definition }: Pick<Challenge, "definition">): ChallengeDefinition =>
  challengeDefinition.parse(definition);

/** How much reaches the goal: millionths for SPEND, else a count. */
export const goalOf = ({ goal }: ChallengeDefinition): bigint =>
  goal.kind === "SPEND" ? moneyOf(goal.most) : BigInt(goal.most);

/** How often a challenge was awarded. */
export const awardCounter = (challengeId: string) => `challenge:${challengeId}`;
