import type { Actor } from "#api/kernel/actor.ts";
import type { Dispute } from "#api/sql/rows.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { type AnswerDispute, answer, moving, respondent } from "#api/use-cases/disputes/answer.ts";

/** The respondent stands by the redemption and says why. */
export function respondToDispute(deps: Deps, actor: Actor, input: AnswerDispute): Promise<Dispute> {
  const step = moving(deps, actor, "respond", input);
  return answer(deps, actor, input, { ...respondent, leadsTo: "RESPONDED", step });
}
