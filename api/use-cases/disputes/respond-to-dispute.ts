import type { Actor } from "#api/kernel/actor.ts";
import type { Dispute } from "#api/sql/rows.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { type AnswerDispute, answer, isIn, move } from "#api/use-cases/disputes/answer.ts";
import { checkEvidence, type Evidence, keepEvidence } from "#api/use-cases/disputes/keep-evidence.ts";
import { EvidenceRequired } from "#api/use-cases/disputes/refusals.ts";
import { tellSide } from "#api/use-cases/disputes/tell-sides.ts";

export type RespondToDispute = AnswerDispute & {
  /** May be left out where the respondent has brought some before. */
  evidence?: Evidence | null | undefined;
};

/** The respondent stands by the redemption and shows why. */
export function respondToDispute(deps: Deps, actor: Actor, input: RespondToDispute): Promise<Dispute> {
  const evidence = input.evidence ? checkEvidence(input.evidence) : null;
  return answer(deps, actor, input, {
    permission: "dispute:respond",
    side: "respondentId",
    isSaid: isIn("RESPONDED"),
    step: async (tx, dispute) => {
      const { id: disputeId, respondentId: partnerId } = dispute;
      const moved = await move(deps, tx, actor, dispute, { event: "respond", reason: input.reason });
      if (evidence) await keepEvidence(tx, actor, { disputeId, at: deps.clock.now() }, evidence);
      else if ((await tx.disputeEvidence.count({ where: { disputeId, partnerId } })) === 0)
        throw new EvidenceRequired();
      const next = { side: "claimantId", next: "dispute:escalate" } as const;
      await tellSide(tx, moved, next, { kind: "DISPUTE_ANSWERED", at: deps.clock.now(), by: actor });
      return moved;
    },
  });
}
