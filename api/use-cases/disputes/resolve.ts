import { type Actor, actorRef } from "#api/kernel/actor.ts";
import { fingerprint } from "#api/kernel/fingerprint.ts";
import type { Movement } from "#api/ledger/movements.ts";
import { type Ending, readEnding } from "#api/ledger/read/disputable.ts";
import type { Dispute, Tx } from "#api/sql/rows.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { type DisputeEvent, nextDisputeState } from "#api/use-cases/disputes/states.ts";
import { tellBothSides } from "#api/use-cases/disputes/tell-sides.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";
import { graceEnd } from "#api/use-cases/purchases/grace.ts";
import { recordStep } from "#api/use-cases/transitions.ts";

/** What the claimant is given: points where points are disputed, money where money is. */
export type Upheld = { upheldPoints: bigint; upheldE6: bigint };

export type Resolution = Upheld & {
  event: DisputeEvent;
  reason?: string | null | undefined;
  approvalId?: string;
};

export const allOf = ({ points, returnedPoints, heldE6 }: Dispute): Upheld => ({
  upheldPoints: points - returnedPoints,
  upheldE6: heldE6,
});
export const nothing: Upheld = { upheldPoints: 0n, upheldE6: 0n };

/**
 * Ends a dispute that the caller holds locked: what is upheld goes to the claimant out of the hold, points to the member
 * too; the rest of the hold goes back to the respondent. If an attempt died after its entries were posted, its word
 * stands and is written down now, whatever this one says.
 */
export async function resolve(deps: Deps, tx: Tx, actor: Actor, dispute: Dispute, how: Resolution): Promise<Dispute> {
  const { id: disputeId, state: from } = dispute;
  nextDisputeState(dispute, how.event);
  const at = deps.clock.now();
  const { deedId, replayed } = await deps.ledger.post({
    kind: kindOf(how.event),
    actor,
    owner: "operator",
    key: `resolve:${disputeId}`,
    fingerprint: fingerprint({ disputeId }),
    occurredAt: at,
    place: null,
    reason: how.reason ?? null,
    movements: await movementsOf(deps, dispute, how, at),
  });
  const said = replayed ? saidBefore(await readEnding(tx, deedId)) : { ...how, by: actorRef(actor) };
  const to = nextDisputeState(dispute, said.event);
  const { reason = null, approvalId = null } = how;
  await recordStep(tx, actor, { object: "dispute", objectId: disputeId, from, to, at, reason, approvalId });
  const { upheldPoints, upheldE6, by: decidedBy } = said;
  const ended = { state: to, outcome: outcomeOf(dispute, said), lapsed: said.event === "lapse", deadlineAt: null };
  const data = { ...ended, upheldPoints, upheldE6, decidedBy, decidedAt: at };
  const resolved = await tx.dispute.update({ where: { id: disputeId }, data });
  await tellBothSides(tx, resolved, { kind: "DISPUTE_RESOLVED", at, by: actor });
  return resolved;
}

const kindOf = (event: DisputeEvent) => `${event}Dispute`;

function saidBefore({ kind, actor, upheldPoints, upheldE6 }: Ending): Resolution & { by: string } {
  const event = kind.slice(0, -"Dispute".length) as DisputeEvent;
  return { event, by: actor, upheldPoints, upheldE6 };
}

/** Null for what the claimant took back itself. */
function outcomeOf({ heldE6 }: Dispute, { event, upheldE6 }: Resolution): Dispute["outcome"] {
  if (event === "withdraw") return null;
  return upheldE6 === 0n ? "REJECTED" : upheldE6 === heldE6 ? "UPHELD" : "SPLIT";
}

async function movementsOf(deps: Deps, dispute: Dispute, upheld: Upheld, at: Date): Promise<Movement[]> {
  const { id: disputeId, burnId, claimantId, respondentId, points, heldE6 } = dispute;
  const { upheldPoints, upheldE6 } = upheld;
  const graceExpiresAt = graceEnd(at, await findProgramme(deps));
  const about = { disputeId, burnId };
  const given: Movement =
    points > 0n
      ? { kind: "upholdDispute", ...about, points: upheldPoints, issuerId: claimantId, graceExpiresAt }
      : { kind: "payClaim", ...about, claimantId, amountE6: upheldE6 };
  const released: Movement = { kind: "rejectDispute", ...about, respondentId, amountE6: heldE6 - upheldE6 };
  const gives = upheldPoints > 0n || (points === 0n && upheldE6 > 0n);
  return [...(gives ? [given] : []), ...(upheldE6 < heldE6 ? [released] : [])];
}
