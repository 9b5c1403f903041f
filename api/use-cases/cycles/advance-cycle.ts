import type { Actor } from "#api/kernel/actor.ts";
import { type CycleFacts, type CycleRow, moveCycle } from "#api/ledger/cycles.ts";
import type { Tx } from "#api/sql/rows.ts";
import { type CycleEvent, nextCycleState } from "#api/use-cases/cycles/states.ts";
import { recordStep } from "#api/use-cases/transitions.ts";

export type Moment = { actor: Actor; at: Date; reason?: string | null; approvalId?: string | null };

/** Takes a cycle one step along its table; false when somebody else has taken that step meanwhile. */
export async function advanceCycle(
  tx: Tx,
  { actor, ...when }: Moment,
  cycle: CycleRow,
  event: CycleEvent,
  facts: CycleFacts = {},
): Promise<boolean> {
  const to = nextCycleState(cycle, event);
  if (!(await moveCycle(tx, cycle, to, facts))) return false;
  await recordStep(tx, actor, { object: "cycle", objectId: cycle.id, from: cycle.state, to, ...when });
  return true;
}
