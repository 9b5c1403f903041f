import { systemActor } from "#api/kernel/actor.ts";
import { inChunks } from "#api/kernel/chunks.ts";
import type { CycleRow } from "#api/ledger/cycles.ts";
import { advanceCycle } from "#api/use-cases/cycles/advance-cycle.ts";
import { businessDay } from "#api/use-cases/cycles/calendar.ts";
import { hasEarlierReached } from "#api/use-cases/cycles/in-order.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { makeInstructions } from "#api/use-cases/payments/make-instructions.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";
import { holdPayOuts } from "#api/use-cases/risk/hold-pay-outs.ts";
import { nextObligationState } from "#api/use-cases/settlement/obligation-states.ts";
import { LONG_TRANSACTION, recordSteps } from "#api/use-cases/transitions.ts";

/**
 * Makes the drafts of an approved cycle binding: each confirmed with its due date and the transfer that discharges it,
 * or nothing to pay. False while the
 * cycle before has not come as far.
 */
export async function instructCycle(deps: Deps, cycle: CycleRow): Promise<boolean> {
  if (!(await hasEarlierReached(deps.db, cycle, "SETTLING"))) return false;
  const { dueDays, timeZone } = await findProgramme(deps);
  const at = deps.clock.now();
  const dueOn = businessDay(cycle.approvedAt ?? at, timeZone, dueDays);
  await deps.db.$transaction(async (tx) => {
    if (!(await advanceCycle(tx, { actor: systemActor, at }, cycle, "instruct"))) return;
    const drafts = await tx.obligation.findMany({
      where: { cycleId: cycle.id, version: cycle.version },
      select: { id: true, partnerId: true, state: true, amountMinor: true },
      orderBy: { id: "asc" },
    });
    const confirmed = { cycleId: cycle.id, version: cycle.version, state: "DRAFT" as const };
    await tx.obligation.updateMany({ where: { ...confirmed, amountMinor: 0n }, data: { state: "NIL" } });
    await tx.obligation.updateMany({ where: confirmed, data: { state: "CONFIRMED", dueOn } });
    for (const chunk of inChunks(drafts)) {
      const steps = chunk.map((draft) => ({
        object: "obligation",
        objectId: draft.id,
        at,
        from: draft.state,
        to: nextObligationState(draft, draft.amountMinor === 0n ? "nil" : "confirm"),
        partnerId: draft.partnerId,
      }));
      await recordSteps(tx, systemActor, steps);
    }
    await makeInstructions(tx, cycle, at);
    await holdPayOuts(tx, { actor: systemActor, at }, { cycleId: cycle.id });
    deps.reach?.("instruct: obligations confirmed");
  }, LONG_TRANSACTION);
  deps.reach?.("approve: instructed");
  return true;
}
