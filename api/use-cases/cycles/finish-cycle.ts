import type { CycleRow } from "#api/ledger/cycles.ts";
import { chargeFees } from "#api/use-cases/cycles/charge-fees.ts";
import { chargeTax } from "#api/use-cases/cycles/charge-tax.ts";
import { instructCycle } from "#api/use-cases/cycles/instruct-cycle.ts";
import { netCycle } from "#api/use-cases/cycles/net-cycle.ts";
import { publishCycle } from "#api/use-cases/cycles/publish-cycle.ts";
import { requireCycle } from "#api/use-cases/cycles/require-cycle.ts";
import { reverseNet } from "#api/use-cases/cycles/reverse-net.ts";
import { settleWhenDone } from "#api/use-cases/cycles/settle-cycle.ts";
import type { Deps } from "#api/use-cases/deps.ts";

/**
 * Takes every step that needs nobody's decision, from wherever the cycle stands, and leaves it where a step has to wait
 * for an earlier cycle or for people. Each step commits by itself and knows whether it was taken, so that a crash
 * between two of them is healed by calling this again.
 */
export async function finishCycle(deps: Deps, cycleId: string): Promise<CycleRow> {
  const cycle = await requireCycle(deps.db, cycleId);
  return (await takeStep(deps, cycle)) ? finishCycle(deps, cycleId) : cycle;
}

/** Whether the cycle has moved on, by us or by whoever was quicker. */
async function takeStep(deps: Deps, cycle: CycleRow): Promise<boolean> {
  switch (cycle.state) {
    case "CLOSING":
      await chargeFees(deps, cycle);
      await chargeTax(deps, cycle);
      return netCycle(deps, cycle);
    case "CORRECTING":
      await reverseNet(deps, cycle);
      return false;
    case "NETTED":
      await publishCycle(deps, cycle);
      return true;
    case "APPROVED":
      return instructCycle(deps, cycle);
    case "SETTLING":
      return settleWhenDone(deps.db, deps.clock.now(), cycle);
    case "OPEN":
    case "IN_REVIEW":
    case "SETTLED":
    case "SETTLED_WITH_DEFAULT":
      return false;
  }
}
