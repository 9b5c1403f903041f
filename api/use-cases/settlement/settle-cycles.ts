import { findUnfinishedCycles } from "#api/ledger/cycles.ts";
import { settleWhenDone } from "#api/use-cases/cycles/settle-cycle.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { lockSettlement } from "#api/use-cases/settlement/lock-settlement.ts";

/** Ends every settling cycle that waits for nothing more, the oldest first. Called after cash was booked. */
export async function settleCycles(deps: Deps): Promise<void> {
  const settling = (await findUnfinishedCycles(deps.db)).filter(({ state }) => state === "SETTLING");
  if (settling.length === 0) return;
  await deps.db.$transaction(async (tx) => {
    await lockSettlement(tx);
    for (const cycle of settling) await settleWhenDone(tx, deps.clock.now(), cycle);
  });
}
