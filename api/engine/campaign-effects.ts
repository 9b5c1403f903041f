import { z } from "zod";
import { countText, moneyText, shareBps, timesText } from "./amounts.ts";

/** What an expression may be long; nobody reads more. */
export const EXPRESSION_MAX = 4_000;
export const expressionText = z.string().trim().min(1).max(EXPRESSION_MAX);

/** The name by which something outside campaigns is found: a stamp card, a draw, a pool of coupons, a template. */
const nameText = z
  .string()
  .regex(/^[a-z0-9][a-z0-9_.-]{0,63}$/i, { message: "Letters, digits, dot, dash, underscore." });

const SHARES_WHOLE = 10_000;
const FUNDERS_MAX = 10;

/** Who pays a share: ISSUER is the partner whose till it is, OPERATOR the operator, anything else a partner's id. */
const fundingShare = z.strictObject({ funder: z.string().min(1).max(64), bps: shareBps });
export const funding = z
  .array(fundingShare)
  .min(1)
  .max(FUNDERS_MAX)
  .refine((shares) => new Set(shares.map(({ funder }) => funder)).size === shares.length, {
    message: "Each funder is named once.",
  })
  .refine((shares) => shares.reduce((sum, { bps }) => sum + bps, 0) === SHARES_WHOLE, {
    message: "The shares sum to 100 %.",
  });

/** Of the whole receipt, or of each line on its own; LINES counts fixed amounts for each piece. */
const on = z.enum(["RECEIPT", "LINES"]).default("RECEIPT");
/** Which lines, by an expression over `line`; all when null. */
const where = expressionText.nullable().default(null);
/** Other than the campaign's own. */
const fundedBy = funding.nullable().default(null);

const fixed = z.strictObject({ by: z.literal("FIXED"), number: countText });
const perAmount = z.strictObject({ by: z.literal("PER_AMOUNT"), number: countText, per: moneyText });
const percent = z.strictObject({ by: z.literal("PERCENT"), bps: z.int().min(1).max(1_000_000) });
const counted = z.discriminatedUnion("by", [fixed, perAmount]);
const measured = z.discriminatedUnion("by", [fixed, perAmount, percent]);

/** What an effect gives: PERCENT of the money at the value of a point, FIXED, or so many for every full amount. */
export type Giving = z.infer<typeof measured>;

const taken = z.discriminatedUnion("by", [
  z.strictObject({ by: z.literal("PERCENT"), bps: shareBps }),
  z.strictObject({ by: z.literal("AMOUNT"), amount: moneyText }),
  z.strictObject({ by: z.literal("PRICE"), price: moneyText }),
]);

/** What a discount takes off: a share, an amount, or all above a price. */
export type Taking = z.infer<typeof taken>;

/** What happens when all conditions of a rule hold. */
export const campaignEffect = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("points"), on, where, give: measured, fundedBy }),
  /** Of the points the partner's contract gives on these lines. */
  z.strictObject({ kind: z.literal("multiply"), where, times: timesText, fundedBy }),
  z.strictObject({ kind: z.literal("discount"), on, where, take: taken, fundedBy }),
  /** Off the cheapest pieces; `count` is an expression, so that it may depend on a stamp card. */
  z.strictObject({ kind: z.literal("cheapest"), where, count: expressionText, take: taken, fundedBy }),
  z.strictObject({
    kind: z.literal("gift"),
    gift: nameText,
    count: countText.default("1"),
    /** What one costs whoever funds it; null: nothing is booked for it. */
    worth: moneyText.nullable().default(null),
    fundedBy,
  }),
  /** Full cards are taken off: a card of 6 with 5 on it and 2 more holds 1. */
  z.strictObject({ kind: z.literal("stamp"), card: nameText, size: z.int().min(2).max(100), on, where, give: counted }),
  z.strictObject({ kind: z.literal("ticket"), draw: nameText, on, where, give: counted }),
  z.strictObject({ kind: z.literal("tierPoints"), on, where, give: measured }),
  z.strictObject({ kind: z.literal("coupon"), pool: nameText, count: countText.default("1") }),
  z.strictObject({ kind: z.literal("benefit"), benefit: nameText }),
  z.strictObject({ kind: z.literal("message"), template: nameText }),
  z.strictObject({ kind: z.literal("startJourney"), journey: nameText }),
]);

export type CampaignEffect = z.infer<typeof campaignEffect>;
export type Funding = z.infer<typeof funding>;
export { nameText };
