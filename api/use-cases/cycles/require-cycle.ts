import { type CycleRow, findCycle } from "#api/ledger/cycles.ts";
import type { Tx } from "#api/sql/rows.ts";
import { CycleNotFound } from "#api/use-cases/cycles/refusals.ts";

export async function requireCycle(tx: Tx, cycleId: string): Promise<CycleRow> {
  const cycle = await findCycle(tx, cycleId);
  if (!cycle) throw new CycleNotFound(cycleId);
  return cycle;
}
