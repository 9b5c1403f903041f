import type { MoneyE6 } from "#api/kernel/money.ts";
import type { Points } from "#api/kernel/points.ts";
import type { Disputable } from "#api/ledger/read/disputable.ts";
import type { Tx } from "#api/sql/rows.ts";
import { type DisputeReason, type DisputeSide, isAboutReturns } from "#api/use-cases/disputes/reasons.ts";

export const sideIn = ({ redeemerId }: Disputable, claimantId: string): DisputeSide =>
  redeemerId === claimantId ? "redeemer" : "issuer";

/** The issuers a redeemer can turn to: all whose points were spent but itself. */
export const respondentsOf = ({ byIssuer, redeemerId }: Disputable): string[] =>
  [...byIssuer.keys()].filter((issuerId) => issuerId !== redeemerId);

/** Points an issuer can still dispute: captured, not come back, and not decided against it before. */
export async function disputablePoints(tx: Tx, redemption: Disputable, claimantId: string): Promise<Points> {
  const open = redemption.byIssuer.get(claimantId)?.open ?? 0n;
  const decided = await tx.dispute.aggregate({
    where: { burnId: redemption.id, claimantId, state: "RESOLVED", points: { gt: 0n } },
    _sum: { points: true, returnedPoints: true, upheldPoints: true },
  });
  const { points, returnedPoints, upheldPoints } = decided._sum;
  const rejected = (points ?? 0n) - (returnedPoints ?? 0n) - (upheldPoints ?? 0n);
  return open > rejected ? open - rejected : 0n;
}

type Between = { claimantId: string; respondentId: string; reasonCode: DisputeReason };

/** Money a redeemer can still dispute with one issuer: its share of the redemption, less what was decided before. */
export async function disputableMoney(
  tx: Tx,
  redemption: Disputable,
  { claimantId, respondentId, reasonCode }: Between,
): Promise<MoneyE6> {
  const part = redemption.byIssuer.get(respondentId);
  const points = isAboutReturns(reasonCode) ? part?.restored : part?.open;
  const decided = await tx.dispute.aggregate({
    where: { burnId: redemption.id, claimantId, respondentId, state: "RESOLVED", points: 0n },
    _sum: { heldE6: true },
  });
  const left = (points ?? 0n) * redemption.redeemRateE6 - (decided._sum.heldE6 ?? 0n);
  return left > 0n ? left : 0n;
}
