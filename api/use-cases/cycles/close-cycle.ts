import { type Actor, actorRef } from "#api/kernel/actor.ts";
import { type CycleRow, closeAndOpenNext, findCycle } from "#api/ledger/cycles.ts";
import { can } from "#api/use-cases/can.ts";
import { cutoffAfter } from "#api/use-cases/cycles/calendar.ts";
import { chargeFees } from "#api/use-cases/cycles/charge-fees.ts";
import { finishCycle } from "#api/use-cases/cycles/finish-cycle.ts";
import { CutoffNotReached, CycleNotFound } from "#api/use-cases/cycles/refusals.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";

export type CloseCycle = { cycleId: string; reason?: string | null | undefined };

/**
 * Ends the open cycle, opens the next, nets what was closed and publishes its statements. Before the cut-off it takes
 * the approval of a second person. Called on a cycle that is past OPEN it only takes the steps still missing.
 */
export async function closeCycle(
  deps: Deps,
  actor: Actor,
  { cycleId, reason = null }: CloseCycle,
  approvalId: string | null = null,
): Promise<CycleRow> {
  can(actor, "cycle:close");
  const cycle = await findCycle(deps.db, cycleId);
  if (!cycle) throw new CycleNotFound(cycleId);
  if (cycle.state === "OPEN") {
    const at = deps.clock.now();
    if (at < cycle.cutoffAt && approvalId === null) throw new CutoffNotReached(cycle.cutoffAt);
    await closeOpen(deps, { cycle, at, by: actorRef(actor), reason });
  }
  return finishCycle(deps, cycleId);
}

type Closing = { cycle: CycleRow; at: Date; by: string; reason: string | null };

/** Closed early, a cycle ends now, and the next begins now and ends where this one would have. */
async function closeOpen(deps: Deps, { cycle, at, ...who }: Closing): Promise<void> {
  const { cycleCalendar, timeZone } = await findProgramme(deps);
  const cutoffAt = at < cycle.cutoffAt ? at : cycle.cutoffAt;
  const nextCutoffAt = cutoffAfter(cutoffAt, cycleCalendar, timeZone);
  await chargeFees(deps, cycle, cutoffAt);
  await closeAndOpenNext(deps.db, { cycle, cutoffAt, nextCutoffAt, at, ...who });
}
