import type { Actor } from "#api/kernel/actor.ts";
import { inChunks } from "#api/kernel/chunks.ts";
import type { CycleRow } from "#api/ledger/cycles.ts";
import type { Approval, Tx } from "#api/sql/rows.ts";
import { requestApproval } from "#api/use-cases/approvals/request-approval.ts";
import { can } from "#api/use-cases/can.ts";
import { advanceCycle, type Moment } from "#api/use-cases/cycles/advance-cycle.ts";
import { lockClearing, requireLaterUnnetted } from "#api/use-cases/cycles/in-order.ts";
import { requireCycle } from "#api/use-cases/cycles/require-cycle.ts";
import { reverseNet } from "#api/use-cases/cycles/reverse-net.ts";
import { nextCycleState } from "#api/use-cases/cycles/states.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { TransitionRefused } from "#api/use-cases/machine.ts";
import { nextObligationState } from "#api/use-cases/settlement/obligation-states.ts";
import { LONG_TRANSACTION, recordSteps } from "#api/use-cases/transitions.ts";

export type ReopenCycle = { cycleId: string; reason: string; idempotencyKey: string };

/** Always waiting for a second person at first. */
export type ReopenAnswer = { cycle: CycleRow; approval: Approval };

/** Asks for a cycle in review to be opened for corrections: it takes two people, because partners have its statements. */
export async function reopenCycle(deps: Deps, actor: Actor, input: ReopenCycle): Promise<ReopenAnswer> {
  can(actor, "cycle:reopen");
  const { cycleId, reason, idempotencyKey } = input;
  const cycle = await requireCycle(deps.db, cycleId);
  const request = { action: "reopenCycle", subjectId: cycleId, payload: { cycleId }, reason, idempotencyKey };
  const approval = await requestApproval(deps, actor, request, async (tx) => {
    nextCycleState(cycle, "reopen");
    await requireLaterUnnetted(tx, cycle);
  });
  return { cycle, approval };
}

/** What runs when the second person agrees: a new version begins, the one before stays as it was, superseded. */
export async function reopenApprovedCycle(deps: Deps, actor: Actor, approval: Approval): Promise<CycleRow> {
  const { id: approvalId, subjectId: cycleId, reason } = approval;
  const moment: Moment = { actor, at: deps.clock.now(), reason, approvalId };
  await deps.db.$transaction(async (tx) => {
    await lockClearing(tx);
    if (await tx.transition.findFirst({ where: { objectId: cycleId, approvalId } })) return;
    const cycle = await requireCycle(tx, cycleId);
    await requireLaterUnnetted(tx, cycle);
    await supersede(tx, moment, cycle);
    deps.reach?.("reopen: superseded");
  }, LONG_TRANSACTION);
  deps.reach?.("reopen: reopened");
  const cycle = await requireCycle(deps.db, cycleId);
  if (cycle.state === "CORRECTING") await reverseNet(deps, cycle);
  deps.reach?.("reopen: netting reversed");
  return cycle;
}

async function supersede(tx: Tx, moment: Moment, cycle: CycleRow): Promise<void> {
  const anew = { version: cycle.version + 1, publishedAt: null, entryCount: null, lineCount: null };
  if (!(await advanceCycle(tx, moment, cycle, "reopen", anew))) {
    throw new TransitionRefused("cycle", cycle.id, cycle.state, "reopen");
  }
  const { at } = moment;
  const version = { cycleId: cycle.id, version: cycle.version };
  await tx.statement.updateMany({ where: version, data: { supersededAt: at } });
  const drafts = await tx.obligation.findMany({ where: version, orderBy: { id: "asc" } });
  await tx.obligation.updateMany({ where: version, data: { state: "SUPERSEDED" } });
  const { actor, ...when } = moment;
  for (const chunk of inChunks(drafts)) {
    const steps = chunk.map((draft) => ({
      object: "obligation",
      objectId: draft.id,
      from: draft.state,
      to: nextObligationState(draft, "supersede"),
      partnerId: draft.partnerId,
      ...when,
    }));
    await recordSteps(tx, actor, steps);
  }
}
