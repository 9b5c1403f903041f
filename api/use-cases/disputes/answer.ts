import type { Actor } from "#api/kernel/actor.ts";
import type { Dispute, Tx } from "#api/sql/rows.ts";
import { can, type Permission, seesPartner } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { lockDispute } from "#api/use-cases/disputes/lock-dispute.ts";
import { DisputeNotFound } from "#api/use-cases/disputes/refusals.ts";
import { type DisputeEvent, type DisputeState, nextDisputeState } from "#api/use-cases/disputes/states.ts";
import { LONG_TRANSACTION, recordStep } from "#api/use-cases/transitions.ts";

export type AnswerDispute = { disputeId: string; reason?: string | null | undefined };

type Side = { permission: Permission; side: "claimantId" | "respondentId" };
export const claimant: Side = { permission: "dispute:open", side: "claimantId" };
export const respondent: Side = { permission: "dispute:respond", side: "respondentId" };

type Answer = Side & {
  /** Where it leads: repeating the answer there changes nothing. */
  leadsTo: DisputeState;
  step(tx: Tx, dispute: Dispute): Promise<Dispute>;
};

/** One side's word in a dispute; for anybody else there is no such dispute. */
export async function answer(deps: Deps, actor: Actor, input: AnswerDispute, how: Answer): Promise<Dispute> {
  can(actor, how.permission);
  return deps.db.$transaction(async (tx) => {
    const dispute = await lockDispute(tx, input.disputeId);
    if (!seesPartner(actor, dispute[how.side])) throw new DisputeNotFound(input.disputeId);
    return dispute.state === how.leadsTo ? dispute : how.step(tx, dispute);
  }, LONG_TRANSACTION);
}

/** Moves a dispute whose money stays held. */
export function moving(deps: Deps, actor: Actor, event: DisputeEvent, { reason = null }: AnswerDispute) {
  return async (tx: Tx, dispute: Dispute): Promise<Dispute> => {
    const { id: objectId, state: from } = dispute;
    const to = nextDisputeState(dispute, event);
    const at = deps.clock.now();
    await recordStep(tx, actor, { object: "dispute", objectId, from, to, at, reason });
    return tx.dispute.update({ where: { id: objectId }, data: { state: to } });
  };
}
