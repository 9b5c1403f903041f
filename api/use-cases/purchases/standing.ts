import type { MoneyE6 } from "#api/kernel/money.ts";
import type { Points } from "#api/kernel/points.ts";
import { PartnerMayNotIssue, PartnerMayNotRedeem, PartnerNotActive, RedeemShareExceeded } from "./refusals.ts";

/** What decides whether a partner may give or take points. */
export type Standing = { id: string; status: string; mayIssue: boolean; mayRedeem: boolean };

/** A partner whose issuing is blocked still takes points: members are not punished for an issuer's weakness. */
const trading = new Set(["ACTIVE", "ISSUE_BLOCKED"]);

export const mayIssue = (partner: Standing) => partner.mayIssue && partner.status === "ACTIVE";

/** Refuses a deed that spends points where none are accepted. */
export function checkMayRedeem(partner: Standing): void {
  checkTrading(partner);
  if (!partner.mayRedeem) throw new PartnerMayNotRedeem(partner.id);
}

/** Refuses a purchase that could give nothing; one that is paid with points is recorded all the same. */
export function checkMayTrade(partner: Standing, pointsSpent: Points): void {
  checkTrading(partner);
  if (pointsSpent > 0n) checkMayRedeem(partner);
  else if (!mayIssue(partner)) throw new PartnerMayNotIssue(partner.id);
}

function checkTrading({ status }: Standing): void {
  if (!trading.has(status)) throw new PartnerNotActive(status);
}

type Share = { totalE6: MoneyE6; redeemShareMaxBps: number; pointValueE6: MoneyE6 };

/** How many points a receipt may be paid with at most, by the partner's contract. */
export function redeemableShare({ totalE6, redeemShareMaxBps, pointValueE6 }: Share): { points: Points; e6: MoneyE6 } {
  const e6 = (totalE6 * BigInt(redeemShareMaxBps)) / 10_000n;
  return { points: e6 / pointValueE6, e6 };
}

export function checkShare(pointsSpent: Points, share: Share): void {
  const most = redeemableShare(share);
  if (pointsSpent > most.points) throw new RedeemShareExceeded(most.points, most.e6);
}
