import type { Actor } from "#api/kernel/actor.ts";
import type { Dispute } from "#api/sql/rows.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { type AnswerDispute, answer, isIn, move } from "#api/use-cases/disputes/answer.ts";

/** The claimant does not accept the answer: the operator decides. */
export function escalateDispute(deps: Deps, actor: Actor, input: AnswerDispute): Promise<Dispute> {
  return answer(deps, actor, input, {
    permission: "dispute:escalate",
    side: "claimantId",
    isSaid: isIn("ARBITRATION"),
    step: (tx, dispute) => move(deps, tx, actor, dispute, { event: "escalate", reason: input.reason }),
  });
}
