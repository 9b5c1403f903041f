import { systemActor } from "#api/kernel/actor.ts";
import { fingerprint } from "#api/kernel/fingerprint.ts";
import { minorUnitE6 } from "#api/kernel/money.ts";
import type { CycleRow } from "#api/ledger/cycles.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";

/**
 * Gives the dues of the version before back to the positions, so that a reopened cycle can be netted anew. Once per
 * version, whoever asks: reopening does it, and what a crash left undone is done by the next step or the job.
 */
export async function reverseNet(deps: Deps, cycle: CycleRow): Promise<void> {
  const superseded = cycle.version - 1;
  const { minorDigits } = await findProgramme(deps);
  const obligations = await deps.db.obligation.findMany({
    where: { cycleId: cycle.id, version: superseded, amountMinor: { not: 0n } },
    orderBy: { partnerId: "asc" },
  });
  if (obligations.length === 0) return;
  const unitE6 = minorUnitE6(minorDigits);
  const nets = obligations.map(({ partnerId, amountMinor }) => ({ partnerId, amountE6: amountMinor * unitE6 }));
  await deps.ledger.post({
    kind: "reverseNet",
    actor: systemActor,
    owner: "system",
    key: `unnet:${cycle.id}:${superseded}`,
    fingerprint: fingerprint({ cycleId: cycle.id, version: superseded }),
    occurredAt: deps.clock.now(),
    place: null,
    reason: `Cycle ${cycle.seq} was reopened`,
    movements: [{ kind: "unnet", cycleId: cycle.id, nets }],
  });
}
