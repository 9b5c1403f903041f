import type { Actor } from "#api/kernel/actor.ts";
import type { Dispute } from "#api/sql/rows.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { type AnswerDispute, answer, isIn, move } from "#api/use-cases/disputes/answer.ts";
import { tellArbiters, tellBothSides } from "#api/use-cases/disputes/tell-sides.ts";

/** The claimant does not accept the answer: the operator decides. */
export function escalateDispute(deps: Deps, actor: Actor, input: AnswerDispute): Promise<Dispute> {
  return answer(deps, actor, input, {
    permission: "dispute:escalate",
    side: "claimantId",
    isSaid: isIn("ARBITRATION"),
    step: async (tx, dispute) => {
      const escalated = await move(deps, tx, actor, dispute, { event: "escalate", reason: input.reason });
      const happened = { kind: "DISPUTE_ESCALATED", at: deps.clock.now(), by: actor } as const;
      await tellArbiters(tx, escalated, happened);
      await tellBothSides(tx, escalated, happened);
      return escalated;
    },
  });
}
