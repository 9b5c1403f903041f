import { type CycleRow, findCycle } from "#api/ledger/cycles.ts";
import { instructCycle } from "#api/use-cases/cycles/instruct-cycle.ts";
import { netCycle } from "#api/use-cases/cycles/net-cycle.ts";
import { publishCycle } from "#api/use-cases/cycles/publish-cycle.ts";
import { CycleNotFound } from "#api/use-cases/cycles/refusals.ts";
import { settleWhenDone } from "#api/use-cases/cycles/settle-cycle.ts";
import type { Deps } from "#api/use-cases/deps.ts";

/**
 * Takes every step that needs nobody's decision, from wherever the cycle stands. Each step commits by itself and knows
 * whether it was taken, so that a crash between two of them is healed by calling this again.
 */
export async function finishCycle(deps: Deps, cycleId: string): Promise<CycleRow> {
  const cycle = await findCycle(deps.db, cycleId);
  if (!cycle) throw new CycleNotFound(cycleId);
  switch (cycle.state) {
    case "CLOSING":
      await netCycle(deps, cycle);
      return finishCycle(deps, cycleId);
    case "NETTED":
      await publishCycle(deps, cycle);
      return finishCycle(deps, cycleId);
    case "APPROVED":
      await instructCycle(deps, cycle);
      return finishCycle(deps, cycleId);
    case "SETTLING":
      return (await settleWhenDone(deps.db, deps.clock.now(), cycle)) ? finishCycle(deps, cycleId) : cycle;
    case "CORRECTING":
    case "OPEN":
    case "IN_REVIEW":
    case "SETTLED":
    case "SETTLED_WITH_DEFAULT":
      return cycle;
  }
}
