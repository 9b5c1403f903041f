import type { Actor } from "#api/kernel/actor.ts";
import type { Dispute } from "#api/sql/rows.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { type AnswerDispute, answer, isIn } from "#api/use-cases/disputes/answer.ts";
import { nothing, resolve } from "#api/use-cases/disputes/resolve.ts";

/** The claimant takes the challenge back: the hold is released. */
export function withdrawDispute(deps: Deps, actor: Actor, input: AnswerDispute): Promise<Dispute> {
  return answer(deps, actor, input, {
    permission: "dispute:withdraw",
    side: "claimantId",
    isSaid: isIn("WITHDRAWN"),
    step: (tx, dispute) => resolve(deps, tx, actor, dispute, { event: "withdraw", ...nothing, reason: input.reason }),
  });
}
