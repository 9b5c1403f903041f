import type { Actor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import type { Dispute } from "#api/sql/rows.ts";
import { recordAudit } from "#api/use-cases/audit/record-audit.ts";
import { can, seesPartner } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { checkEvidence, type Evidence, keepEvidence } from "#api/use-cases/disputes/keep-evidence.ts";
import { lockDispute } from "#api/use-cases/disputes/lock-dispute.ts";
import { DisputeNotFound } from "#api/use-cases/disputes/refusals.ts";
import { openStates } from "#api/use-cases/disputes/states.ts";
import { takeKey } from "#api/use-cases/keys.ts";
import { TransitionRefused } from "#api/use-cases/machine.ts";
import { LONG_TRANSACTION } from "#api/use-cases/transitions.ts";

export type AddEvidence = { disputeId: string; evidence: Evidence; idempotencyKey: string };

/** Either side, or the operator, brings something forward while the dispute is open. It stays as it is. */
export async function addEvidence(deps: Deps, actor: Actor, input: AddEvidence): Promise<Dispute> {
  can(actor, "dispute:addEvidence");
  const evidence = checkEvidence(input.evidence);
  return deps.db.$transaction(async (tx) => {
    const dispute = await lockDispute(tx, input.disputeId);
    const { id: disputeId, claimantId, respondentId, state } = dispute;
    if (![claimantId, respondentId].some((side) => seesPartner(actor, side))) throw new DisputeNotFound(disputeId);
    const id = newId("disputeEvidence");
    if (await takeKey(tx, actor, { verb: "addEvidence", input, objectId: id })) return dispute;
    if (!openStates.includes(state)) throw new TransitionRefused("dispute", disputeId, state, "take evidence");
    await keepEvidence(tx, actor, { disputeId, at: deps.clock.now(), id }, evidence);
    const about = { object: "dispute", objectId: disputeId, before: null, after: { evidenceId: id } };
    await recordAudit(tx, actor, { action: "addDisputeEvidence", at: deps.clock.now(), ...about });
    return dispute;
  }, LONG_TRANSACTION);
}
