import { type Actor, actorRef } from "#api/kernel/actor.ts";
import type { MoneyE6 } from "#api/kernel/money.ts";
import type { Points } from "#api/kernel/points.ts";
import type { Approval, Dispute } from "#api/sql/rows.ts";
import { requestApproval } from "#api/use-cases/approvals/request-approval.ts";
import { can } from "#api/use-cases/can.ts";
import { SecondPersonRequired } from "#api/use-cases/cycles/refusals.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { stepping } from "#api/use-cases/disputes/answer.ts";
import { easeDispute } from "#api/use-cases/disputes/ease-dispute.ts";
import { lockDispute } from "#api/use-cases/disputes/lock-dispute.ts";
import { DisputeNotFound, ExceedsDisputable, ExceedsDisputableMoney } from "#api/use-cases/disputes/refusals.ts";
import { allOf, nothing, resolve, type Upheld } from "#api/use-cases/disputes/resolve.ts";
import { nextDisputeState } from "#api/use-cases/disputes/states.ts";
import { InvalidValue } from "#api/use-cases/partners/refusals.ts";

export type Decision = "UPHOLD" | "REJECT" | "SPLIT";

export type ProposeDecision = {
  disputeId: string;
  decision: Decision;
  /** The claimant's part of a split, in what is disputed. */
  upheldPoints?: Points | null | undefined;
  upheldE6?: MoneyE6 | null | undefined;
  reason: string;
  idempotencyKey: string;
};

/** The operator's word in an arbitration, laid before finance. */
export async function proposeDecision(deps: Deps, actor: Actor, input: ProposeDecision): Promise<Approval> {
  can(actor, "dispute:proposeDecision");
  const { disputeId, decision, upheldPoints = null, upheldE6 = null, reason, idempotencyKey } = input;
  const known = await deps.db.dispute.findUnique({ where: { id: disputeId }, select: { id: true } });
  if (!known) throw new DisputeNotFound(disputeId);
  await easeDispute(deps, known);
  const payload = { disputeId, decision, upheldPoints: textOf(upheldPoints), upheldE6: textOf(upheldE6) };
  const request = { action: "decideDispute", subjectId: disputeId, payload, reason, idempotencyKey };
  return requestApproval(deps, actor, request, async (tx) => {
    const dispute = await lockDispute(tx, disputeId);
    nextDisputeState(dispute, "decide");
    upheldBy(dispute, { decision, upheldPoints, upheldE6 });
  });
}

/** What runs when finance agrees. A part is refused if less than it is left by then: somebody proposes anew. */
export async function decisionApproved(deps: Deps, actor: Actor, approval: Approval): Promise<Dispute> {
  const { disputeId, decision, upheldPoints, upheldE6 } = approval.payload as Payload;
  const asked = { decision, upheldPoints: countOf(upheldPoints), upheldE6: countOf(upheldE6) };
  return stepping(deps, disputeId, async (tx, dispute) => {
    const step = await tx.transition.findFirst({ where: { objectId: disputeId, approvalId: approval.id } });
    if (step) return dispute;
    if (dispute.openedBy === actorRef(actor)) throw new SecondPersonRequired("decide the dispute");
    const { reason, id: approvalId } = approval;
    return resolve(deps, tx, actor, dispute, { event: "decide", ...upheldBy(dispute, asked), reason, approvalId });
  });
}

type Asked = Pick<ProposeDecision, "decision" | "upheldPoints" | "upheldE6">;
type Payload = { disputeId: string; decision: Decision; upheldPoints: string | null; upheldE6: string | null };

function upheldBy(dispute: Dispute, { decision, upheldPoints, upheldE6 }: Asked): Upheld {
  if (decision === "UPHOLD") return allOf(dispute);
  if (decision === "REJECT") return nothing;
  return dispute.points > 0n ? splitPoints(dispute, upheldPoints) : splitMoney(dispute, upheldE6);
}

function splitPoints({ points, returnedPoints, heldE6 }: Dispute, upheldPoints: Points | null | undefined): Upheld {
  const left = points - returnedPoints;
  if (!upheldPoints || upheldPoints < 0n) throw new InvalidValue("upheldPoints", String(upheldPoints ?? ""), "above 0");
  if (upheldPoints >= left) throw new ExceedsDisputable(left - 1n);
  return { upheldPoints, upheldE6: upheldPoints * (heldE6 / left) };
}

function splitMoney({ heldE6 }: Dispute, upheldE6: MoneyE6 | null | undefined): Upheld {
  if (!upheldE6 || upheldE6 < 0n) throw new InvalidValue("upheldAmount", String(upheldE6 ?? ""), "above 0");
  if (upheldE6 >= heldE6) throw new ExceedsDisputableMoney(heldE6 - 1n);
  return { upheldPoints: 0n, upheldE6 };
}

const textOf = (count: bigint | null) => (count === null ? null : String(count));
const countOf = (text: string | null) => (text === null ? null : BigInt(text));
