import type { Actor } from "#api/kernel/actor.ts";
import { ExceedsRedemption } from "#api/ledger/refusals.ts";
import type { Dispute, Tx } from "#api/sql/rows.ts";
import { can, type Permission, seesPartner } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { deadlineOf } from "#api/use-cases/disputes/deadlines.ts";
import { easeDispute } from "#api/use-cases/disputes/ease-dispute.ts";
import { lockDispute } from "#api/use-cases/disputes/lock-dispute.ts";
import { DisputeDeadlinePassed, DisputeNotFound } from "#api/use-cases/disputes/refusals.ts";
import { type DisputeEvent, type DisputeState, nextDisputeState } from "#api/use-cases/disputes/states.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";
import { LONG_TRANSACTION, recordStep } from "#api/use-cases/transitions.ts";

export type AnswerDispute = { disputeId: string; reason?: string | null | undefined };

type Answer = {
  permission: Permission;
  /** Whose word it is. */
  side: "claimantId" | "respondentId";
  /** Has this very word been said already? Then repeating it changes nothing. */
  isSaid(dispute: Dispute): boolean;
  step(tx: Tx, dispute: Dispute): Promise<Dispute>;
};

/** One side's word in a dispute; for anybody else there is no such dispute. */
export async function answer(deps: Deps, actor: Actor, input: AnswerDispute, how: Answer): Promise<Dispute> {
  can(actor, how.permission);
  return stepping(deps, input.disputeId, (tx, dispute) => {
    if (!seesPartner(actor, dispute[how.side])) throw new DisputeNotFound(input.disputeId);
    return how.isSaid(dispute) ? Promise.resolve(dispute) : how.step(tx, dispute);
  });
}

/** Goods come back at any moment; each attempt sees what was left by then. */
const ATTEMPTS_MAX = 5;

/** One step of one dispute, on what is still disputed now. */
export async function stepping(
  deps: Deps,
  disputeId: string,
  step: (tx: Tx, dispute: Dispute) => Promise<Dispute>,
): Promise<Dispute> {
  for (let attempt = 1; ; attempt++) {
    try {
      await easeDispute(deps, { id: disputeId });
      return await deps.db.$transaction(async (tx) => step(tx, await lockDispute(tx, disputeId)), LONG_TRANSACTION);
    } catch (refusal) {
      if (!(refusal instanceof ExceedsRedemption) || attempt === ATTEMPTS_MAX) throw refusal;
    }
  }
}

/** Moves a dispute whose money stays held; before its deadline, for afterwards the clock has the word. */
export async function move(
  deps: Deps,
  tx: Tx,
  actor: Actor,
  dispute: Dispute,
  { event, reason = null }: { event: DisputeEvent; reason?: string | null | undefined },
): Promise<Dispute> {
  const { id: objectId, state: from, deadlineAt } = dispute;
  const to = nextDisputeState(dispute, event);
  const at = deps.clock.now();
  if (deadlineAt && at >= deadlineAt) throw new DisputeDeadlinePassed(deadlineAt);
  await recordStep(tx, actor, { object: "dispute", objectId, from, to, at, reason });
  const due = deadlineOf(to, at, await findProgramme(deps));
  return tx.dispute.update({ where: { id: objectId }, data: { state: to, deadlineAt: due } });
}

export const isIn = (state: DisputeState) => (dispute: Dispute) => dispute.state === state;
