import type { Actor } from "#api/kernel/actor.ts";
import type { Dispute } from "#api/sql/rows.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { type AnswerDispute, answer, respondent } from "#api/use-cases/disputes/answer.ts";
import { resolve } from "#api/use-cases/disputes/resolve.ts";

/** The respondent gives in: all disputed points go back. */
export function concedeDispute(deps: Deps, actor: Actor, input: AnswerDispute): Promise<Dispute> {
  return answer(deps, actor, input, {
    ...respondent,
    leadsTo: "RESOLVED",
    step: (tx, dispute) =>
      resolve(deps, tx, actor, dispute, { event: "concede", upheldPoints: dispute.points, reason: input.reason }),
  });
}
