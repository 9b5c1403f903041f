import { type CycleRow, closeAndOpenNext, ringCycle } from "#api/ledger/cycles.ts";
import { cutoffAfter } from "#api/use-cases/cycles/calendar.ts";
import { finishCycle } from "#api/use-cases/cycles/finish-cycle.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";

export type Closer = { by: string; reason: string | null };

/**
 * Ends the cycle and opens the next, charges the fees and the tax of what was ended, nets it and publishes its
 * statements. Closed early, a cycle ends now, and the next begins now. Broken off anywhere, it goes on from there when
 * called again.
 */
export async function closeNow(deps: Deps, cycle: CycleRow, closer: Closer): Promise<CycleRow> {
  if (cycle.state === "OPEN") {
    const { cycleCalendar, timeZone } = await findProgramme(deps);
    const at = deps.clock.now();
    const cutoffAt = at < cycle.cutoffAt ? at : cycle.cutoffAt;
    const nextCutoffAt = cutoffAfter(cutoffAt, cycleCalendar, timeZone);
    await closeAndOpenNext(deps.db, { cycle, cutoffAt, nextCutoffAt, at, ...closer });
    await ringCycle(deps.db, cycle.id);
    deps.reach?.("close: cycle closed");
  }
  return finishCycle(deps, cycle.id);
}
