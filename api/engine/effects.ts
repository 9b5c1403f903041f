import type { MoneyE6 } from "#api/kernel/money.ts";
import type { Points } from "#api/kernel/points.ts";

/** Which rule of which campaign: its place among the campaign's rules, counted from 0. */
export type Source = { campaignId: string; version: number; rule: number };

/**
 * A whole number of something and each line's part of it, in the order of the receipt's lines. What belongs to no line
 * (a gift, all that an activity gives) has no parts; whatever the parts leave of the whole comes back with the last line.
 */
export type Parts = { total: bigint; byLine: readonly bigint[] };

/** What one of those who pay bears: a partner, or the operator (null). */
export type Funder = { partnerId: string | null } & Parts;

/**
 * What happens because of a receipt. Points, and the money of discounts and gifts (in millionths), name who pays what of
 * them; the funders' parts sum to the effect's own, line by line.
 */
export type Effect =
  | ({ kind: "points"; source: Source | null; funders: readonly Funder[] } & Parts)
  | ({ kind: "discount"; source: Source; funders: readonly Funder[] } & Parts)
  | ({ kind: "gift"; source: Source; gift: string; worthE6: MoneyE6; funders: readonly Funder[] } & Parts)
  | ({ kind: "stamp"; source: Source; card: string } & Parts)
  /** Stamps that full cards took off. */
  | ({ kind: "fullCard"; source: Source; card: string; cards: bigint } & Parts)
  | ({ kind: "ticket"; source: Source; draw: string } & Parts)
  | ({ kind: "tierPoints"; source: Source } & Parts)
  | ({ kind: "coupon"; source: Source; pool: string } & Parts)
  /** A coupon that the receipt presented and the rule needed. */
  | { kind: "couponUsed"; source: Source; pool: string; code: string }
  | { kind: "benefit"; source: Source; benefit: string }
  | { kind: "message"; source: Source; template: string }
  | { kind: "startJourney"; source: Source; journey: string };

export type EffectOf<Kind extends Effect["kind"]> = Extract<Effect, { kind: Kind }>;

type Caused = { effects: readonly Effect[] };

/** All points, and each line's part of them. */
export function pointsOf({ effects }: Caused, lineCount: number): { points: Points; byLine: Points[] } {
  const { total, byLine } = totalOf(effects, "points", lineCount);
  return { points: total, byLine };
}

/** All that campaigns take off, and each line's part of it. */
export function discountsOf({ effects }: Caused, lineCount: number): { amountE6: MoneyE6; byLine: MoneyE6[] } {
  const { total, byLine } = totalOf(effects, "discount", lineCount);
  return { amountE6: total, byLine };
}

function totalOf(effects: readonly Effect[], kind: "points" | "discount", lineCount: number) {
  const byLine = Array.from({ length: lineCount }, () => 0n);
  let total = 0n;
  for (const effect of effects) {
    if (effect.kind !== kind) continue;
    total += effect.total;
    effect.byLine.forEach((part, index) => {
      byLine[index] = (byLine[index] ?? 0n) + part;
    });
  }
  return { total, byLine };
}

/** What an effect gives or uses: the gift, the card, the draw, the pool …; null where its kind says all. */
export function whatOf(effect: Effect): string | null {
  switch (effect.kind) {
    case "points":
    case "discount":
    case "tierPoints":
      return null;
    case "gift":
      return effect.gift;
    case "stamp":
    case "fullCard":
      return effect.card;
    case "ticket":
      return effect.draw;
    case "coupon":
    case "couponUsed":
      return effect.pool;
    case "benefit":
      return effect.benefit;
    case "message":
      return effect.template;
    case "startJourney":
      return effect.journey;
  }
}
