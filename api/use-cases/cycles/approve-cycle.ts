import { type Actor, actorRef } from "#api/kernel/actor.ts";
import type { CycleRow } from "#api/ledger/cycles.ts";
import { can } from "#api/use-cases/can.ts";
import { advanceCycle } from "#api/use-cases/cycles/advance-cycle.ts";
import { requireNothingAwaited } from "#api/use-cases/cycles/awaited.ts";
import { finishCycle } from "#api/use-cases/cycles/finish-cycle.ts";
import { requireEarlierApproved } from "#api/use-cases/cycles/in-order.ts";
import { requireRecomputed } from "#api/use-cases/cycles/recompute-cycle.ts";
import { SecondPersonRequired } from "#api/use-cases/cycles/refusals.ts";
import { requireCycle } from "#api/use-cases/cycles/require-cycle.ts";
import { requireReviewed } from "#api/use-cases/cycles/review.ts";
import { nextCycleState } from "#api/use-cases/cycles/states.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { TransitionRefused } from "#api/use-cases/machine.ts";

export type ApproveCycle = { cycleId: string; reason?: string | null | undefined };

/**
 * Finance's yes to a cycle in review: obligations become binding. Whoever closed it cannot also approve it; partners
 * have had their days to look or have said yes; and nobody waits for an answer to having it reopened.
 */
export async function approveCycle(deps: Deps, actor: Actor, { cycleId, reason }: ApproveCycle): Promise<CycleRow> {
  can(actor, "cycle:approve");
  const cycle = await requireCycle(deps.db, cycleId);
  if (cycle.approvedAt) return finishCycle(deps, cycleId);
  nextCycleState(cycle, "approve");
  if (cycle.closedBy === actorRef(actor)) throw new SecondPersonRequired("approve the cycle");
  await requireEarlierApproved(deps.db, cycle);
  await requireNothingAwaited(deps.db, cycleId, "reopenCycle");
  await requireReviewed(deps, cycle);
  await requireRecomputed(deps, cycle);
  deps.reach?.("approve: recomputed");
  const at = deps.clock.now();
  const approved = { approvedBy: actorRef(actor), approvedAt: at };
  const isMoved = await deps.db.$transaction((tx) =>
    advanceCycle(tx, { actor, at, reason: reason ?? null }, cycle, "approve", approved),
  );
  if (!isMoved) await requireApproved(deps, cycleId);
  deps.reach?.("approve: approved");
  return finishCycle(deps, cycleId);
}

/** Somebody was quicker: with the same yes, or with opening it again. */
async function requireApproved({ db }: Deps, cycleId: string): Promise<void> {
  const { approvedAt, state } = await requireCycle(db, cycleId);
  if (!approvedAt) throw new TransitionRefused("cycle", cycleId, state, "approve");
}
