import type { Actor } from "#api/kernel/actor.ts";
import type { Dispute } from "#api/sql/rows.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { type AnswerDispute, answer } from "#api/use-cases/disputes/answer.ts";
import { allOf, resolve } from "#api/use-cases/disputes/resolve.ts";

/** The respondent gives in: the claimant gets all that is disputed. */
export function concedeDispute(deps: Deps, actor: Actor, input: AnswerDispute): Promise<Dispute> {
  return answer(deps, actor, input, {
    permission: "dispute:concede",
    side: "respondentId",
    isSaid: ({ outcome, lapsed }) => outcome === "UPHELD" && !lapsed,
    step: (tx, dispute) =>
      resolve(deps, tx, actor, dispute, { event: "concede", ...allOf(dispute), reason: input.reason }),
  });
}
