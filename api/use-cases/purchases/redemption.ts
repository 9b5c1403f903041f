import { newId } from "#api/kernel/ids.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { captureOf, reservationFor, reserveOf } from "#api/use-cases/points/reservation.ts";
import { noSpend, type PreparedSpend, prepareSpend } from "#api/use-cases/spending/prepare-spend.ts";
import type { Assessment, PurchaseInput } from "./assess.ts";
import { checkShare } from "./standing.ts";

/** The part of a receipt that points pay: what the deed does for it first, and what that counts. */
export async function redemptionOf(
  deps: Deps,
  assessed: Assessment,
  { redeem, member, purchaseId }: Pick<PurchaseInput, "redeem" | "member"> & { purchaseId: string },
): Promise<PreparedSpend> {
  if (!redeem || redeem.points === 0n) return noSpend;
  const { contract, programme, receipt, place, memberId, occurredAt } = assessed;
  const { points, reservationId, confirmationCode } = redeem;
  const { redeemShareMaxBps } = contract;
  checkShare(points, { totalE6: receipt.totalE6, redeemShareMaxBps, pointValueE6: programme.pointValueE6 });
  if (reservationId) {
    // The member was asked when the points were set aside.
    const reservation = await reservationFor(deps, reservationId, { memberId, redeemerId: place.partnerId });
    return { movements: [captureOf(reservation.id, points, contract)], counts: [] };
  }
  const spend = { memberId, place, points, at: occurredAt, member, confirmationCode };
  const { movements, counts } = await prepareSpend(deps, spend, programme);
  const burnId = newId("burn");
  const wanted = { burnId, memberId, redeemerId: place.partnerId, points, purchaseId };
  const spent = [reserveOf(wanted, programme, occurredAt), captureOf(burnId, points, contract)];
  return { movements: [...movements, ...spent], counts };
}
