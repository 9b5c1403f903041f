import type { Actor } from "#api/kernel/actor.ts";
import type { Dispute, Tx } from "#api/sql/rows.ts";
import { can, type Permission, seesPartner } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { lockDispute } from "#api/use-cases/disputes/lock-dispute.ts";
import { DisputeNotFound } from "#api/use-cases/disputes/refusals.ts";
import { resolve } from "#api/use-cases/disputes/resolve.ts";
import { type DisputeEvent, type DisputeState, nextDisputeState } from "#api/use-cases/disputes/states.ts";
import { LONG_TRANSACTION, recordStep } from "#api/use-cases/transitions.ts";

export type AnswerDispute = { disputeId: string; reason?: string | null | undefined };

/** The respondent stands by the redemption and says why. */
export const respondToDispute = (deps: Deps, actor: Actor, input: AnswerDispute): Promise<Dispute> =>
  answer(deps, actor, input, {
    ...respondent,
    done: "RESPONDED",
    step: (tx, at) => move(tx, actor, at, "respond", input),
  });

/** The respondent gives in: all disputed points go back. */
export const concedeDispute = (deps: Deps, actor: Actor, input: AnswerDispute): Promise<Dispute> =>
  answer(deps, actor, input, {
    ...respondent,
    done: "RESOLVED",
    step: (tx) => (dispute) =>
      resolve(deps, tx, actor, dispute, { event: "concede", upheldPoints: dispute.points, reason: input.reason }),
  });

/** The claimant does not accept the answer: the operator decides. */
export const escalateDispute = (deps: Deps, actor: Actor, input: AnswerDispute): Promise<Dispute> =>
  answer(deps, actor, input, {
    ...claimant,
    done: "ARBITRATION",
    step: (tx, at) => move(tx, actor, at, "escalate", input),
  });

/** The claimant takes the challenge back: the hold is released. */
export const withdrawDispute = (deps: Deps, actor: Actor, input: AnswerDispute): Promise<Dispute> =>
  answer(deps, actor, input, {
    ...claimant,
    done: "WITHDRAWN",
    step: (tx) => (dispute) =>
      resolve(deps, tx, actor, dispute, { event: "withdraw", upheldPoints: 0n, reason: input.reason }),
  });

type Side = { permission: Permission; side: "claimantId" | "respondentId" };
const claimant: Side = { permission: "dispute:open", side: "claimantId" };
const respondent: Side = { permission: "dispute:respond", side: "respondentId" };

type Answer = Side & {
  /** Where it leads: repeating the answer there changes nothing. */
  done: DisputeState;
  step(tx: Tx, at: Date): (dispute: Dispute) => Promise<Dispute>;
};

async function answer(deps: Deps, actor: Actor, input: AnswerDispute, how: Answer): Promise<Dispute> {
  can(actor, how.permission);
  const at = deps.clock.now();
  return deps.db.$transaction(async (tx) => {
    const dispute = await lockDispute(tx, input.disputeId);
    if (!seesPartner(actor, dispute[how.side])) throw new DisputeNotFound(input.disputeId);
    return dispute.state === how.done ? dispute : how.step(tx, at)(dispute);
  }, LONG_TRANSACTION);
}

function move(tx: Tx, actor: Actor, at: Date, event: DisputeEvent, { reason = null }: AnswerDispute) {
  return async (dispute: Dispute): Promise<Dispute> => {
    const to = nextDisputeState(dispute, event);
    await recordStep(tx, actor, { object: "dispute", objectId: dispute.id, from: dispute.state, to, at, reason });
    return tx.dispute.update({ where: { id: dispute.id }, data: { state: to } });
  };
}
