import type { Actor } from "#api/kernel/actor.ts";
import type { Dispute } from "#api/sql/rows.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { type AnswerDispute, answer, claimant, moving } from "#api/use-cases/disputes/answer.ts";

/** The claimant does not accept the answer: the operator decides. */
export function escalateDispute(deps: Deps, actor: Actor, input: AnswerDispute): Promise<Dispute> {
  const step = moving(deps, actor, "escalate", input);
  return answer(deps, actor, input, { ...claimant, leadsTo: "ARBITRATION", step });
}
