import { systemActor } from "#api/kernel/actor.ts";
import { fingerprint } from "#api/kernel/fingerprint.ts";
import { newId } from "#api/kernel/ids.ts";
import { type MoneyE6, minorUnitE6 } from "#api/kernel/money.ts";
import { type CycleRow, findCycleBySeq } from "#api/ledger/cycles.ts";
import { type Netting, nettings } from "#api/ledger/nettings.ts";
import { readPositions } from "#api/ledger/read/positions.ts";
import { advanceCycle } from "#api/use-cases/cycles/advance-cycle.ts";
import { EarlierCycleUnfinished } from "#api/use-cases/cycles/refusals.ts";
import { hasReached } from "#api/use-cases/cycles/states.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";
import { LONG_TRANSACTION } from "#api/use-cases/transitions.ts";

/**
 * Turns the positions of a closing cycle into one draft obligation per partner and one NET entry. Tills post into the
 * next cycle meanwhile, so it may take its time; broken off, it is simply run again: the lines it reads stand still,
 * the entry's key belongs to the cycle, and the obligations come with the change of state.
 */
export async function netCycle(deps: Deps, cycle: CycleRow): Promise<void> {
  await requireEarlierNetted(deps, cycle);
  const { minorDigits } = await findProgramme(deps);
  const positions = (await readPositions(deps.db, [cycle.id])).get(cycle.id) ?? [];
  const nets = nettings(positions, minorDigits);
  await postNet(deps, cycle, nets, minorUnitE6(minorDigits));
  await deps.db.$transaction(async (tx) => {
    const step = { actor: systemActor, at: deps.clock.now() };
    if (!(await advanceCycle(tx, step, cycle, "net"))) return;
    await tx.obligation.createMany({
      data: nets.map((net) => ({
        id: newId("obligation"),
        cycleId: cycle.id,
        version: cycle.version,
        state: "DRAFT" as const,
        ...net,
      })),
    });
  }, LONG_TRANSACTION);
}

async function requireEarlierNetted({ db }: Deps, cycle: CycleRow): Promise<void> {
  const earlier = await findCycleBySeq(db, cycle.seq - 1);
  if (earlier && !hasReached(earlier, "NETTED")) throw new EarlierCycleUnfinished(earlier);
}

async function postNet(deps: Deps, cycle: CycleRow, nettings: readonly Netting[], unitE6: MoneyE6): Promise<void> {
  const nets = nettings
    .filter(({ amountMinor }) => amountMinor !== 0n)
    .map(({ partnerId, amountMinor }) => ({ partnerId, amountE6: amountMinor * unitE6 }));
  if (nets.length === 0) return;
  await deps.ledger.post({
    kind: "netCycle",
    actor: systemActor,
    owner: "system",
    key: `net:${cycle.id}:${cycle.version}`,
    fingerprint: fingerprint({ cycleId: cycle.id, nets }),
    occurredAt: deps.clock.now(),
    place: null,
    reason: `Net of cycle ${cycle.seq}`,
    movements: [{ kind: "net", cycleId: cycle.id, nets }],
  });
}
