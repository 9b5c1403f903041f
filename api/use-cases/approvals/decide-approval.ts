import { type Actor, actorRef } from "#api/kernel/actor.ts";
import { Refusal } from "#api/kernel/refusal.ts";
import type { Approval } from "#api/sql/rows.ts";
import { type ApprovalAction, type ApprovalActions, approvalActions } from "#api/use-cases/approvals/actions.ts";
import { approvalPath, houseOf, toDecide } from "#api/use-cases/approvals/houses.ts";
import { ApprovalDecided, ApprovalNotFound } from "#api/use-cases/approvals/refusals.ts";
import { can } from "#api/use-cases/can.ts";
import { SecondPersonRequired } from "#api/use-cases/cycles/refusals.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { notify } from "#api/use-cases/notices/notify.ts";
import { checkText } from "#api/use-cases/partners/values.ts";
import { recordStep } from "#api/use-cases/transitions.ts";

export type DecideApproval = {
  approvalId: string;
  decision: "APPROVE" | "REFUSE";
  note?: string | null | undefined;
};

/**
 * The second person's yes or no. A yes runs the deed at once; if the deed itself is refused, the request waits again
 * and the refusal is answered. Repeating a decision answers the same.
 */
export async function decideApproval(
  deps: Deps,
  actor: Actor,
  { approvalId, decision, note }: DecideApproval,
  actions: ApprovalActions = approvalActions,
): Promise<Approval> {
  can(actor, toDecide(actor));
  const approval = await deps.db.approval.findUnique({ where: { id: approvalId } });
  if (!approval || approval.partnerId !== houseOf(actor)) throw new ApprovalNotFound(approvalId);
  const action = actionOf(actions, approval);
  can(actor, action.decide);
  if (decision === "REFUSE" && action.saysWhyNot) checkText("note", note ?? "");
  if (personOf(approval.requestedBy) === personOf(actorRef(actor))) throw new SecondPersonRequired("decide it");
  const to = decision === "APPROVE" ? "APPROVED" : "REFUSED";
  const decided = await settle(deps, actor, approval, { to, note: note ?? null });
  if (to === "APPROVED") await runOrReopen(deps, actor, decided, action);
  else await action.refuse?.(deps, actor, decided);
  return decided;
}

function actionOf(actions: ApprovalActions, { action }: Approval): ApprovalAction {
  const known = actions[action];
  if (!known) throw new Error(`no use case is registered for the approval action ${action}`);
  return known;
}

/** One person may hold several roles; "operator:usr_1" and "partnerStaff:usr_1" are one. */
function personOf(ref: string): string {
  return ref.slice(ref.indexOf(":") + 1);
}

async function settle(
  deps: Deps,
  actor: Actor,
  { id, state }: Approval,
  { to, note }: { to: "APPROVED" | "REFUSED"; note: string | null },
): Promise<Approval> {
  return deps.db.$transaction(async (tx) => {
    const at = deps.clock.now();
    const by = { decidedBy: actorRef(actor), decidedAt: at, decisionNote: note };
    const { count } = await tx.approval.updateMany({ where: { id, state: "WAITING" }, data: { state: to, ...by } });
    const kept = await tx.approval.findUniqueOrThrow({ where: { id } });
    if (count === 0 && kept.state !== to) throw new ApprovalDecided(kept.state);
    if (count === 0) return kept;
    await recordStep(tx, actor, { object: "approval", objectId: id, from: state, to, at, reason: note });
    const facts = { action: kept.action, decision: to, ...(note ? { note } : {}) };
    const [kind, userId] = kept.requestedBy.split(":");
    const asker = { userId: userId ?? "", href: approvalPath(kind === "operator" ? "operator" : "partner", kept) };
    if (kind === "operator" || kind === "partnerStaff")
      await notify(tx, { ...asker, kind: "APPROVAL_DECIDED", facts, at });
    return kept;
  });
}

async function runOrReopen(deps: Deps, actor: Actor, approval: Approval, action: ApprovalAction): Promise<void> {
  try {
    await action.run(deps, actor, approval);
  } catch (error) {
    if (error instanceof Refusal) await reopen(deps, actor, approval, error);
    throw error;
  }
}

async function reopen(deps: Deps, actor: Actor, { id }: Approval, refusal: Refusal): Promise<void> {
  await deps.db.$transaction(async (tx) => {
    const again = { state: "WAITING" as const, decidedBy: null, decidedAt: null, decisionNote: null };
    await tx.approval.update({ where: { id }, data: again });
    const step = { object: "approval", objectId: id, from: "APPROVED", to: "WAITING", reason: refusal.message };
    await recordStep(tx, actor, { ...step, at: deps.clock.now() });
  });
}
