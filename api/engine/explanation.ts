import type { MemberFacts } from "./member-facts.ts";
import type { Place, ShownCoupon } from "./purchase.ts";

/** Raised when the same receipt and terms may give another answer than before. */
export const ENGINE_VERSION = "2";

/**
 * Why a receipt gave these points, line by line of reasoning. Stored with the purchase as it is, hence only text
 * and truth values: amounts and points are decimal strings.
 */
export type Explanation = {
  engineVersion: string;
  /** The contract whose terms were applied. */
  contractId: string;
  contractVersion: number;
  /** Total of all steps. */
  points: string;
  steps: ExplanationStep[];
  /** What was known beside the receipt: with it and the campaigns named in the steps, the same bytes come out again. */
  known: Known;
};

/** Everything the rules could look at, as text. */
export type Known = {
  now: string;
  place: Place;
  terms: { earnBps: number; mayIssue: boolean; pointValueE6: string; minorUnitE6: string };
  activity: { kind: string; amountE6: string } | null;
  coupons: readonly ShownCoupon[];
  given: readonly { seq: number; campaignId: string; amountE6: string }[] | null;
  member: Omit<MemberFacts, "windows">;
  windows: [key: string, value: string | boolean | readonly string[]][];
  room: [counter: string, left: string][];
};

/** A rule of a campaign did not apply because of … */
export const reasonsAgainst = [
  /** one of its conditions (`condition`). */
  "CONDITION",
  /** a coupon that was not shown. */
  "NO_COUPON",
  /** the member, who is held back to be compared with others. */
  "CONTROL_GROUP",
  /** what is left of a limit (`about`: its counter). */
  "LIMIT",
  /** a better campaign of its group (`about`: its id). */
  "BETTER",
  /** an exclusive campaign that applied (`about`: its id), or its own exclusiveness after another applied. */
  "EXCLUSIVE",
  /** amounts that came to nothing. */
  "NOTHING_TO_GIVE",
  /** the partner, which would pay and may not issue points at present. */
  "PARTNER_MAY_NOT_ISSUE",
  /** the till's word: it did not take off what was granted. */
  "NOT_TAKEN_OFF",
  /** an expression that could not be computed for this receipt, such as a division by zero. */
  "NOT_COMPUTABLE",
] as const;
export type ReasonAgainst = (typeof reasonsAgainst)[number];

/** One rule, applied or not. */
export type ExplanationStep = {
  /** BASE, or `id@version#rule` of a campaign's rule. */
  rule: string;
  /** Null for BASE. */
  campaign: { id: string; version: number; rule: number } | null;
  applied: boolean;
  /** Why it was not applied; null when it was. */
  because: string | null;
  /** The place, from 0, of the condition that did not hold. */
  condition: number | null;
  /** What else the reason is about: a counter, another campaign. */
  about: string | null;
  inputs: ExplanationInput[];
  /** The exact result before rounding, cut after six places. */
  unrounded: string;
  /** Once per receipt, down to whole points. */
  rounding: "DOWN";
  points: string;
  /** Everything else it gave. */
  gave: ExplanationGift[];
};

/** `what`: the card, draw, pool … where there is one. Money in decimals, all else in whole numbers. */
export type ExplanationGift = { kind: string; what: string | null; amount: string };

export type ExplanationInput = { name: string; value: string };
