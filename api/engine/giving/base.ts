import type { EarnTerms } from "#api/engine/evaluate.ts";
import { spread } from "#api/engine/spread.ts";
import type { Points } from "#api/kernel/points.ts";
import type { MoneyBase } from "./give.ts";
import type { Scene } from "./scene.ts";

/** What the partner's contract gives, and why it gives nothing; `exactE6` is the result before rounding. */
export type BasePoints = {
  money: MoneyBase;
  points: Points;
  byLine: readonly Points[];
  exactE6: bigint;
  because: string | null;
};

/** Points for what is paid in money, rounded down once for the whole receipt. */
export function basePoints(scene: Scene, money: MoneyBase, terms: EarnTerms): BasePoints {
  const because = reasonAgainst(scene, money, terms);
  if (because !== null) return { money, points: 0n, byLine: scene.pieces.map(() => 0n), exactE6: 0n, because };
  const exactE6 = (money.totalE6 * BigInt(terms.earnBps) * 1_000_000n) / (10_000n * terms.pointValueE6);
  const points = exactE6 / 1_000_000n;
  return { money, points, byLine: spread(points, money.byLineE6), exactE6, because };
}

function reasonAgainst({ activity }: Scene, { totalE6 }: MoneyBase, { mayIssue, earnBps }: EarnTerms): string | null {
  if (activity) return "NOT_A_PURCHASE";
  if (!mayIssue) return "PARTNER_MAY_NOT_ISSUE";
  if (earnBps === 0) return "NO_BASE_RATE";
  return totalE6 === 0n ? "NOTHING_PAID_IN_MONEY" : null;
}
