import { type Actor, personOf } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import type { Approval, Draw, Tx } from "#api/sql/rows.ts";
import { layApproval } from "#api/use-cases/approvals/request-approval.ts";
import { can } from "#api/use-cases/can.ts";
import { SecondPersonRequired } from "#api/use-cases/cycles/refusals.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { checkDrawDefinition } from "#api/use-cases/draws/definition.ts";
import { lockDraw, moveDraw } from "#api/use-cases/draws/lock-draw.ts";
import { checkText } from "#api/use-cases/partners/values.ts";
import { recordSteps } from "#api/use-cases/transitions.ts";

/** Lays a draft before somebody else of the operator. */
export async function submitDraw(
  deps: Deps,
  actor: Actor,
  { drawId, note }: { drawId: string; note: string },
): Promise<Draw> {
  can(actor, "draw:draft");
  const reason = checkText("note", note);
  return deps.db.$transaction(async (tx) => {
    const draft = await lockDraw(tx, drawId);
    if (draft.state === "IN_REVIEW") return draft;
    const at = deps.clock.now();
    const round = draft.round + 1;
    const submitted = await moveDraw(tx, actor, draft, { event: "submit", at, reason, round });
    const { code, closesAt } = checkDrawDefinition(draft.definition, at);
    const asked = { id: newId("approval"), action: "reviewDraw", subjectId: drawId, partnerId: null, reason, at };
    await layApproval(tx, actor, { ...asked, payload: { round, code, closesAt } });
    return submitted;
  });
}

/** Takes back what was submitted, or agreed on and not opened: a draft again. */
export async function withdrawDraw(
  deps: Deps,
  actor: Actor,
  { drawId, reason: said }: { drawId: string; reason: string },
): Promise<Draw> {
  can(actor, "draw:draft");
  const reason = checkText("reason", said);
  return deps.db.$transaction(async (tx) => {
    const found = await lockDraw(tx, drawId);
    if (found.state === "DRAFT") return found;
    const at = deps.clock.now();
    const moved = await moveDraw(tx, actor, found, { event: "withdraw", at, reason });
    await withdrawRequests(tx, actor, drawId, { at, reason });
    return moved;
  });
}

/** What runs when the second person agrees. */
export async function drawAgreed(deps: Deps, actor: Actor, approval: Approval): Promise<void> {
  await deps.db.$transaction(async (tx) => {
    const found = await lockDraw(tx, approval.subjectId);
    if (!isAwaited(found, approval)) return;
    if (found.authors.includes(personOf(actor)?.id ?? "")) throw new SecondPersonRequired("review it");
    const why = { reason: approval.decisionNote, approvalId: approval.id };
    await moveDraw(tx, actor, found, { event: "approve", at: deps.clock.now(), ...why });
  });
}

/** What follows a no: it is a draft again. */
export async function drawRejected(deps: Deps, actor: Actor, approval: Approval): Promise<void> {
  await deps.db.$transaction(async (tx) => {
    const found = await lockDraw(tx, approval.subjectId);
    if (!isAwaited(found, approval)) return;
    const why = { reason: approval.decisionNote, approvalId: approval.id };
    await moveDraw(tx, actor, found, { event: "reject", at: deps.clock.now(), ...why });
  });
}

const isAwaited = ({ state, round }: Draw, { payload }: Approval) =>
  state === "IN_REVIEW" && (payload as { round: number }).round === round;

async function withdrawRequests(tx: Tx, actor: Actor, drawId: string, why: { at: Date; reason: string }) {
  const open = await tx.approval.findMany({ where: { action: "reviewDraw", subjectId: drawId, state: "WAITING" } });
  const ids = open.map(({ id }) => id);
  await tx.approval.updateMany({ where: { id: { in: ids } }, data: { state: "WITHDRAWN" } });
  const steps = ids.map((objectId) => ({ object: "approval", objectId, from: "WAITING", to: "WITHDRAWN", ...why }));
  await recordSteps(tx, actor, steps);
}
