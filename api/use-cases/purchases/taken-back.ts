import { type ReturnedLine, remaining, takeBack } from "#api/engine/return.ts";
import { type Caused, takeBackEffects } from "#api/engine/take-back.ts";
import type { MoneyE6 } from "#api/kernel/money.ts";
import type { Points } from "#api/kernel/points.ts";
import type { RecordedPurchase } from "./find-purchases.ts";
import { paidByOthers, pointsByFunder, sumPoints } from "./funders.ts";

/** What goods that come back undo, of whom. */
export type GoodsBack = {
  amountE6: MoneyE6;
  /** The part of it that was paid in money. */
  paidE6: MoneyE6;
  /** Nothing of the purchase is left. */
  last: boolean;
  pointsRestored: Points;
  pointsClawed: Points;
  /** Points by whose they were; null: the operator's. Empty: of a receipt that does not say. */
  clawedFrom: ReadonlyMap<string | null, Points>;
  /** What others had paid for discounts. */
  unfunded: { payerId: string | null; amountE6: MoneyE6 }[];
  caused: Caused;
};

/** Everything a receipt caused comes back with its goods, line by line, in proportion to the quantity. */
export function goodsBack(purchase: RecordedPurchase, lines: readonly ReturnedLine[]): GoodsBack {
  const before = purchase.returns.flatMap((earlier) => earlier.lines);
  const back = takeBack(purchase.lines, before, lines);
  const caused = takeBackEffects(purchase.granted, purchase.lines, before, lines);
  const clawedFrom = pointsByFunder(caused.effects);
  const saysWhose = purchase.granted.effects.length > 0;
  return {
    ...back,
    pointsClawed: saysWhose ? sumPoints(clawedFrom) : back.pointsClawed,
    paidE6: moneyBack(purchase, back),
    last: remaining(purchase.lines, [...before, ...lines]).length === 0,
    clawedFrom: saysWhose ? clawedFrom : new Map(),
    unfunded: paidByOthers(caused.effects, purchase.partnerId),
    caused,
  };
}

type Back = { amountE6: MoneyE6; pointsRestored: Points };

/** The points paid for the rest at what they were worth then. */
function moneyBack({ totalE6, paidE6, pointsSpent }: RecordedPurchase, back: Back): MoneyE6 {
  return pointsSpent === 0n ? back.amountE6 : back.amountE6 - ((totalE6 - paidE6) / pointsSpent) * back.pointsRestored;
}
