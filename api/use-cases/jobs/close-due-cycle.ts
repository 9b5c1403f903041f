import { type Actor, actorRef } from "#api/kernel/actor.ts";
import { findOpenCycle, findUnfinishedCycles } from "#api/ledger/cycles.ts";
import { can } from "#api/use-cases/can.ts";
import { closeNow } from "#api/use-cases/cycles/close-now.ts";
import { finishCycle } from "#api/use-cases/cycles/finish-cycle.ts";
import type { Deps } from "#api/use-cases/deps.ts";

/** How many cut-offs one run catches up on after a long silence. */
const CLOSES_MAX = 100;

/** Closes the open cycle when its cut-off is past, and finishes what a crash left between two steps. */
export async function closeDueCycle(deps: Deps, actor: Actor): Promise<number> {
  can(actor, "job:run");
  for (const cycle of await findUnfinishedCycles(deps.db)) await finishCycle(deps, cycle.id);
  for (let closed = 0; closed < CLOSES_MAX; closed += 1) {
    const open = await findOpenCycle(deps.db);
    if (!open || deps.clock.now() < open.cutoffAt) return closed;
    await closeNow(deps, open, { by: actorRef(actor), reason: null });
  }
  return CLOSES_MAX;
}
