import type { MoneyE6 } from "#api/kernel/money.ts";
import type { Points } from "#api/kernel/points.ts";
import type { PartnerStatus } from "#api/sql/rows.ts";
import { mayPartner } from "#api/use-cases/partners/standing.ts";
import { PartnerMayNotIssue, PartnerMayNotRedeem, PartnerNotActive, RedeemShareExceeded } from "./refusals.ts";

/** What decides whether a partner may give or take points. */
export type Standing = { id: string; status: PartnerStatus; mayIssue: boolean; mayRedeem: boolean };

export const mayIssue = (partner: Standing) => partner.mayIssue && mayPartner(partner, "issue");

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

/** A partner whose issuing is blocked still takes points. */
function checkTrading(partner: Standing): void {
  if (!mayPartner(partner, "redeem")) throw new PartnerNotActive(partner.status);
}

/** Refuses goods that come back to a partner that never traded, or that has left. */
export function checkMayReturn(partner: Pick<Standing, "status">): void {
  if (!mayPartner(partner, "return")) throw new PartnerNotActive(partner.status);
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
