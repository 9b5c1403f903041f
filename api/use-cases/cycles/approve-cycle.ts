import { type Actor, actorRef } from "#api/kernel/actor.ts";
import { type CycleRow, findCycle, findCycleBySeq } from "#api/ledger/cycles.ts";
import { can } from "#api/use-cases/can.ts";
import { advanceCycle } from "#api/use-cases/cycles/advance-cycle.ts";
import { finishCycle } from "#api/use-cases/cycles/finish-cycle.ts";
import { requireRecomputed } from "#api/use-cases/cycles/recompute-cycle.ts";
import { CycleNotFound, EarlierCycleUnfinished, SecondPersonRequired } from "#api/use-cases/cycles/refusals.ts";
import { hasReached, nextCycleState } from "#api/use-cases/cycles/states.ts";
import type { Deps } from "#api/use-cases/deps.ts";

export type ApproveCycle = { cycleId: string; reason?: string | null | undefined };

/** Finance's yes to a cycle in review: obligations become binding. Whoever closed it cannot also approve it. */
export async function approveCycle(deps: Deps, actor: Actor, { cycleId, reason }: ApproveCycle): Promise<CycleRow> {
  can(actor, "cycle:approve");
  const cycle = await findCycle(deps.db, cycleId);
  if (!cycle) throw new CycleNotFound(cycleId);
  if (cycle.approvedAt) return finishCycle(deps, cycleId);
  nextCycleState(cycle, "approve");
  if (cycle.closedBy === actorRef(actor)) throw new SecondPersonRequired("approve the cycle");
  await requireEarlierApproved(deps, cycle);
  await requireRecomputed(deps, cycle);
  const at = deps.clock.now();
  await deps.db.$transaction((tx) =>
    advanceCycle(tx, { actor, at, reason: reason ?? null }, cycle, "approve", {
      approvedBy: actorRef(actor),
      approvedAt: at,
    }),
  );
  return finishCycle(deps, cycleId);
}

/** Settled out of order, a later cycle could pay out what an earlier one has not brought in. */
async function requireEarlierApproved({ db }: Deps, cycle: CycleRow): Promise<void> {
  const earlier = await findCycleBySeq(db, cycle.seq - 1);
  if (earlier && !hasReached(earlier, "APPROVED")) throw new EarlierCycleUnfinished(earlier);
}
