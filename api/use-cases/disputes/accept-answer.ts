import type { Actor } from "#api/kernel/actor.ts";
import type { Dispute } from "#api/sql/rows.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { type AnswerDispute, answer } from "#api/use-cases/disputes/answer.ts";
import { nothing, resolve } from "#api/use-cases/disputes/resolve.ts";

/** The claimant accepts the respondent's answer: the redemption stands, the hold goes back. */
export function acceptAnswer(deps: Deps, actor: Actor, input: AnswerDispute): Promise<Dispute> {
  return answer(deps, actor, input, {
    permission: "dispute:accept",
    side: "claimantId",
    isSaid: ({ outcome, lapsed }) => outcome === "REJECTED" && !lapsed,
    step: (tx, dispute) => resolve(deps, tx, actor, dispute, { event: "accept", ...nothing, reason: input.reason }),
  });
}
