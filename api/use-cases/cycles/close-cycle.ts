import { type Actor, actorRef } from "#api/kernel/actor.ts";
import { type CycleRow, findCycle } from "#api/ledger/cycles.ts";
import type { Approval } from "#api/sql/rows.ts";
import { requestApproval } from "#api/use-cases/approvals/request-approval.ts";
import { can } from "#api/use-cases/can.ts";
import { closeNow } from "#api/use-cases/cycles/close-now.ts";
import { CycleNotFound } from "#api/use-cases/cycles/refusals.ts";
import type { Deps } from "#api/use-cases/deps.ts";

export type CloseCycle = { cycleId: string; reason: string; idempotencyKey: string };

/** Closed, or waiting for a second person. */
export type CloseAnswer = { cycle: CycleRow; approval: Approval | null };

/**
 * Ends the open cycle: at its cut-off at once, before it when two people agree, because closing early changes what
 * everybody settles. On a cycle past OPEN it only takes the steps that are still missing.
 */
export async function closeCycle(deps: Deps, actor: Actor, input: CloseCycle): Promise<CloseAnswer> {
  can(actor, "cycle:close");
  const { cycleId, reason, idempotencyKey } = input;
  const cycle = await findCycle(deps.db, cycleId);
  if (!cycle) throw new CycleNotFound(cycleId);
  if (cycle.state !== "OPEN" || cycle.cutoffAt <= deps.clock.now()) {
    return { cycle: await closeNow(deps, cycle, { by: actorRef(actor), reason }), approval: null };
  }
  const request = { action: "closeCycle", subjectId: cycleId, payload: { cycleId }, reason, idempotencyKey };
  return { cycle, approval: await requestApproval(deps, actor, request) };
}

/** What runs when the second person agrees; the first is who closed it. */
export async function closeApprovedCycle(deps: Deps, _actor: Actor, approval: Approval): Promise<CycleRow> {
  const cycle = await findCycle(deps.db, approval.subjectId);
  if (!cycle) throw new CycleNotFound(approval.subjectId);
  return closeNow(deps, cycle, { by: approval.requestedBy, reason: approval.reason });
}
