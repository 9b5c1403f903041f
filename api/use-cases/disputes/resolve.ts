import { type Actor, actorRef } from "#api/kernel/actor.ts";
import { fingerprint } from "#api/kernel/fingerprint.ts";
import type { Points } from "#api/kernel/points.ts";
import type { Movement } from "#api/ledger/movements.ts";
import type { Dispute, Programme, Tx } from "#api/sql/rows.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { type DisputeEvent, nextDisputeState } from "#api/use-cases/disputes/states.ts";
import type { Request } from "#api/use-cases/once.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";
import { graceEnd } from "#api/use-cases/purchases/grace.ts";
import { recordStep } from "#api/use-cases/transitions.ts";

export type Resolution = {
  event: DisputeEvent;
  upheldPoints: Points;
  reason?: string | null | undefined;
  /** The decider's own request; a side's answer is keyed by the dispute. */
  request?: Request;
};

/**
 * Ends a dispute that the caller holds locked: upheld points go back to the member and their issuer out of the hold,
 * the rest of the hold goes back to the respondent.
 */
export async function resolve(deps: Deps, tx: Tx, actor: Actor, dispute: Dispute, how: Resolution): Promise<Dispute> {
  const { event, upheldPoints, reason = null } = how;
  const to = nextDisputeState(dispute, event);
  const at = deps.clock.now();
  await deps.ledger.post({
    ...(how.request ?? answered(actor, dispute, upheldPoints)),
    occurredAt: at,
    place: null,
    reason,
    movements: movementsOf(dispute, upheldPoints, at, await findProgramme(deps)),
  });
  await recordStep(tx, actor, { object: "dispute", objectId: dispute.id, from: dispute.state, to, at, reason });
  const decided = { state: to, upheldPoints, decidedBy: actorRef(actor), decidedAt: at };
  return tx.dispute.update({ where: { id: dispute.id }, data: decided });
}

function answered(actor: Actor, { id }: Dispute, upheldPoints: Points): Request {
  const print = fingerprint({ disputeId: id, upheldPoints });
  return { kind: "resolveDispute", actor, owner: "operator", key: `resolve:${id}`, fingerprint: print };
}

function movementsOf(dispute: Dispute, upheldPoints: Points, at: Date, programme: Programme): Movement[] {
  const { id: disputeId, burnId, claimantId, respondentId, points, heldE6 } = dispute;
  const rejectedE6 = heldE6 - upheldPoints * (heldE6 / points);
  const graceExpiresAt = graceEnd(at, programme);
  const upheld: Movement = {
    kind: "upholdDispute",
    disputeId,
    burnId,
    points: upheldPoints,
    issuerId: claimantId,
    graceExpiresAt,
  };
  const rejected: Movement = { kind: "rejectDispute", disputeId, burnId, respondentId, amountE6: rejectedE6 };
  return [...(upheldPoints > 0n ? [upheld] : []), ...(rejectedE6 > 0n ? [rejected] : [])];
}
