import { type Actor, actorRef } from "#api/kernel/actor.ts";
import { Refusal } from "#api/kernel/refusal.ts";
import { findOpenCycle, findUnfinishedCycles } from "#api/ledger/cycles.ts";
import { can } from "#api/use-cases/can.ts";
import { closeNow } from "#api/use-cases/cycles/close-now.ts";
import { finishCycle } from "#api/use-cases/cycles/finish-cycle.ts";
import type { Deps } from "#api/use-cases/deps.ts";

/** How many cut-offs one run catches up on after a long silence. */
const CLOSES_MAX = 100;

/**
 * Closes the open cycle when its cut-off is past, and finishes what a crash left between two steps, in the cycles'
 * order. A cycle whose books are broken is reported and left; the open one closes all the same.
 */
export async function closeDueCycle(deps: Deps, actor: Actor): Promise<number> {
  can(actor, "job:run");
  for (const cycle of await findUnfinishedCycles(deps.db)) await unlessRefused(deps, () => finishCycle(deps, cycle.id));
  for (let closed = 0; closed < CLOSES_MAX; closed += 1) {
    const open = await findOpenCycle(deps.db);
    if (!open || deps.clock.now() < open.cutoffAt) return closed;
    await unlessRefused(deps, () => closeNow(deps, open, { by: actorRef(actor), reason: null }));
  }
  return CLOSES_MAX;
}

async function unlessRefused({ report }: Deps, step: () => Promise<unknown>): Promise<void> {
  try {
    await step();
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    report?.(refusal);
  }
}
