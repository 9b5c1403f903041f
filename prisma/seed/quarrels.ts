import { decideApproval } from "#api/use-cases/approvals/decide-approval.ts";
import { openDispute } from "#api/use-cases/disputes/open-dispute.ts";
import { proposeDecision } from "#api/use-cases/disputes/propose-decision.ts";
import { partnerOn, type Stage } from "./stage.ts";

type Claim = { claimant: string; reasonCode: "D10" | "D20" | "D21" };

/** The claimant challenges half of the newest redemption of its points elsewhere. */
export async function dispute(stage: Stage, name: string, { claimant, reasonCode }: Claim): Promise<void> {
  const { id: claimantId, owner } = partnerOn(stage, claimant);
  const known = await stage.deps.db.dispute.findMany({ select: { burnId: true } });
  const burn = await stage.deps.db.burn.findFirst({
    where: {
      id: { notIn: known.map(({ burnId }) => burnId) },
      state: "CAPTURED",
      redeemerId: { not: claimantId },
      slices: { some: { issuerId: claimantId, points: { gte: 20n }, restored: 0n } },
    },
    include: { slices: true },
    orderBy: { capturedAt: "desc" },
  });
  if (!burn) throw new Error(`No redemption of ${claimant}'s points is there to dispute.`);
  const charged = burn.slices
    .filter(({ issuerId }) => issuerId === claimantId)
    .reduce((sum, slice) => sum + slice.points - slice.restored, 0n);
  const { id, respondentId } = await openDispute(stage.deps, owner, {
    redemptionId: burn.id,
    points: (charged + 1n) / 2n,
    reasonCode,
    idempotencyKey: stage.key("dispute"),
  });
  stage.remembered.set(`dispute ${name}`, id);
  stage.remembered.set(`respondent ${name}`, respondentId);
}

export function ownerOfRedeemer(stage: Stage, name: string) {
  const respondentId = stage.remembered.get(`respondent ${name}`);
  const respondent = stage.partners.values().find(({ id }) => id === respondentId);
  if (!respondent) throw new Error(`Nobody answers the ${name} dispute.`);
  return respondent.owner;
}

export function answerOf(stage: Stage, name: string, reason: string) {
  return { disputeId: stage.remembered.get(`dispute ${name}`) ?? "", reason, evidence: { text: reason } };
}

export async function decideHalf(stage: Stage): Promise<void> {
  const disputeId = stage.remembered.get("dispute decided") ?? "";
  const { points } = await stage.deps.db.dispute.findUniqueOrThrow({ where: { id: disputeId } });
  const reason = "Half of it is on the slip, half is not";
  const split = { disputeId, decision: "SPLIT", upheldPoints: points / 2n, reason } as const;
  const { deps, office } = stage;
  const { id } = await proposeDecision(deps, office.clerk, { ...split, idempotencyKey: stage.key("decision") });
  await decideApproval(deps, office.finance, { approvalId: id, decision: "APPROVE" });
}
