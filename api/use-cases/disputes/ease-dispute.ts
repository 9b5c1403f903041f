import { systemActor } from "#api/kernel/actor.ts";
import { fingerprint } from "#api/kernel/fingerprint.ts";
import type { MoneyE6 } from "#api/kernel/money.ts";
import { findDisputable, readHeld } from "#api/ledger/read/disputable.ts";
import type { Dispute, Tx } from "#api/sql/rows.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { lockDispute } from "#api/use-cases/disputes/lock-dispute.ts";
import { nextDisputeState, openStates } from "#api/use-cases/disputes/states.ts";
import { tellBothSides } from "#api/use-cases/disputes/tell-sides.ts";
import { LONG_TRANSACTION, recordStep } from "#api/use-cases/transitions.ts";

/**
 * Goods may come back whatever partners quarrel about: what a return took out of the disputed points leaves the hold,
 * for the return itself has settled it. When all of it did, the dispute is over. Doing it again changes nothing.
 */
export async function easeDispute(deps: Deps, { id }: { id: string }): Promise<Dispute> {
  return deps.db.$transaction(async (tx) => {
    const dispute = await lockDispute(tx, id);
    if (!openStates.includes(dispute.state) || dispute.points === 0n) return dispute;
    const redemption = await findDisputable(tx, dispute.burnId);
    const open = redemption?.byIssuer.get(dispute.claimantId)?.open ?? 0n;
    if (!redemption || open >= dispute.points - dispute.returnedPoints) return dispute;
    const heldE6 = open * redemption.redeemRateE6;
    await letGo(deps, tx, dispute, heldE6);
    return keep(deps, tx, dispute, { returnedPoints: dispute.points - open, heldE6 });
  }, LONG_TRANSACTION);
}

/** The books are asked what is held, not the row: an attempt that died half-way has let go already. */
async function letGo(deps: Deps, tx: Tx, dispute: Dispute, heldE6: MoneyE6): Promise<void> {
  const { id: disputeId, burnId, respondentId } = dispute;
  const amountE6 = (await readHeld(tx, disputeId)) - heldE6;
  if (amountE6 <= 0n) return;
  await deps.ledger.post({
    kind: "easeDispute",
    actor: systemActor,
    owner: "operator",
    key: `ease:${disputeId}:${heldE6}`,
    fingerprint: fingerprint({ disputeId, heldE6 }),
    occurredAt: deps.clock.now(),
    place: null,
    reason: "Disputed points came back with goods",
    movements: [{ kind: "rejectDispute", disputeId, burnId, respondentId, amountE6 }],
  });
}

type Left = { returnedPoints: bigint; heldE6: MoneyE6 };

async function keep(deps: Deps, tx: Tx, dispute: Dispute, left: Left): Promise<Dispute> {
  const { id, state: from } = dispute;
  const at = deps.clock.now();
  const isOver = left.returnedPoints === dispute.points;
  const to = isOver ? nextDisputeState(dispute, "return") : from;
  const reason = `${left.returnedPoints} of the disputed points came back with goods`;
  await recordStep(tx, systemActor, { object: "dispute", objectId: id, from, to, at, reason });
  const over = { outcome: "RETURNED", upheldPoints: 0n, upheldE6: 0n, decidedAt: at, decidedBy: "system" } as const;
  const ended = isOver ? { ...over, state: to, deadlineAt: null } : {};
  const eased = await tx.dispute.update({ where: { id }, data: { ...left, ...ended } });
  if (isOver) await tellBothSides(tx, eased, { kind: "DISPUTE_RESOLVED", at, by: systemActor });
  return eased;
}

/** After a return: the dispute of the redemption, if one is open, lets go of what came back. */
export async function easeDisputeOf(deps: Deps, burnId: string): Promise<void> {
  const open = await deps.db.dispute.findFirst({ where: { burnId, state: { in: [...openStates] } } });
  if (open) await easeDispute(deps, open);
}
