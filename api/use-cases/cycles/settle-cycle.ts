import { systemActor } from "#api/kernel/actor.ts";
import type { CycleRow } from "#api/ledger/cycles.ts";
import type { Tx } from "#api/sql/rows.ts";
import { advanceCycle } from "#api/use-cases/cycles/advance-cycle.ts";
import { finalStates } from "#api/use-cases/settlement/obligation-states.ts";

/** Ends a settling cycle when nothing more is awaited of any of its obligations; else leaves it. */
export async function settleWhenDone(tx: Tx, at: Date, cycle: CycleRow): Promise<boolean> {
  if (cycle.state !== "SETTLING") return false;
  const obligations = await tx.obligation.findMany({ where: { cycleId: cycle.id }, select: { state: true } });
  if (!obligations.every(({ state }) => finalStates.includes(state))) return false;
  const hadDefault = obligations.some(({ state }) => state === "COVERED" || state === "RECOVERED");
  return advanceCycle(tx, { actor: systemActor, at }, cycle, hadDefault ? "settle with default" : "settle");
}
