import { systemActor } from "#api/kernel/actor.ts";
import type { CycleRow } from "#api/ledger/cycles.ts";
import { advanceCycle } from "#api/use-cases/cycles/advance-cycle.ts";
import { businessDay } from "#api/use-cases/cycles/calendar.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";
import { nextObligationState } from "#api/use-cases/settlement/obligation-states.ts";
import { LONG_TRANSACTION, recordSteps } from "#api/use-cases/transitions.ts";

/** Makes the drafts of an approved cycle binding: each confirmed with its due date, or nothing to pay. */
export async function instructCycle(deps: Deps, cycle: CycleRow): Promise<void> {
  const { dueDays, timeZone } = await findProgramme(deps);
  const at = deps.clock.now();
  const dueOn = businessDay(cycle.approvedAt ?? at, timeZone, dueDays);
  await deps.db.$transaction(async (tx) => {
    if (!(await advanceCycle(tx, { actor: systemActor, at }, cycle, "instruct"))) return;
    const drafts = await tx.obligation.findMany({ where: { cycleId: cycle.id, version: cycle.version } });
    const steps = drafts.map((draft) => ({
      object: "obligation",
      objectId: draft.id,
      at,
      from: draft.state,
      to: nextObligationState(draft, draft.amountMinor === 0n ? "nil" : "confirm"),
    }));
    const confirmed = { cycleId: cycle.id, version: cycle.version, state: "DRAFT" as const };
    await tx.obligation.updateMany({ where: { ...confirmed, amountMinor: 0n }, data: { state: "NIL" } });
    await tx.obligation.updateMany({ where: confirmed, data: { state: "CONFIRMED", dueOn } });
    await recordSteps(tx, systemActor, steps);
  }, LONG_TRANSACTION);
}
