import { systemActor } from "#api/kernel/actor.ts";
import { inChunks } from "#api/kernel/chunks.ts";
import { fingerprint } from "#api/kernel/fingerprint.ts";
import { newId } from "#api/kernel/ids.ts";
import { type MoneyE6, minorUnitE6 } from "#api/kernel/money.ts";
import type { CycleRow } from "#api/ledger/cycles.ts";
import { type Netting, nettings } from "#api/ledger/nettings.ts";
import { type Inputs, lookThroughCycle } from "#api/ledger/read/cycle-inputs.ts";
import { readPositions } from "#api/ledger/read/positions.ts";
import type { Tx } from "#api/sql/rows.ts";
import { advanceCycle } from "#api/use-cases/cycles/advance-cycle.ts";
import { hasEarlierReached, lockClearing, netKey } from "#api/use-cases/cycles/in-order.ts";
import { BooksBroken } from "#api/use-cases/cycles/refusals.ts";
import { requireCycle } from "#api/use-cases/cycles/require-cycle.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";
import { LONG_TRANSACTION, recordSteps } from "#api/use-cases/transitions.ts";

/**
 * Turns the positions of a closing cycle into one draft obligation per partner and one NET entry. Tills post into the
 * next cycle meanwhile, so it may take its time; broken off, it is simply run again: the lines it reads stand still,
 * the entry's key belongs to the cycle's version, and the obligations come with the change of state.
 *
 * False when it has to wait: for the cycle before to be netted, because its remainders are carried here; and where
 * nobody owes anything, for that one's approval, because such a cycle is settled at once and cannot be reopened.
 */
export async function netCycle(deps: Deps, cycle: CycleRow): Promise<boolean> {
  if (!(await hasEarlierReached(deps.db, cycle, "NETTED"))) return false;
  const inputs = await requireSound(deps, cycle);
  deps.reach?.("net: books checked");
  const isMoved = await deps.db.$transaction(async (tx) => {
    await lockClearing(tx);
    return net(deps, tx, cycle, inputs);
  }, LONG_TRANSACTION);
  deps.reach?.("net: netted");
  return isMoved;
}

/** What the cycle's own entries could have broken is looked at before anything is built on them. */
async function requireSound({ db }: Deps, cycle: CycleRow): Promise<Inputs> {
  const { broken, inputs } = await lookThroughCycle(db, cycle.id);
  if (broken.length > 0) throw new BooksBroken(broken);
  return inputs;
}

async function net(deps: Deps, tx: Tx, cycle: CycleRow, inputs: Inputs): Promise<boolean> {
  const { state, version } = await requireCycle(tx, cycle.id);
  if (state !== "CLOSING" || version !== cycle.version) return true;
  if (!(await hasEarlierReached(tx, cycle, "NETTED"))) return false;
  const { minorDigits } = await findProgramme(deps);
  const nets = nettings((await readPositions(tx, [cycle.id])).get(cycle.id) ?? [], minorDigits);
  const isEmpty = nets.every(({ amountMinor }) => amountMinor === 0n);
  if (isEmpty && !(await hasEarlierReached(tx, cycle, "APPROVED"))) return false;
  deps.reach?.("net: before the entry");
  await postNet(deps, cycle, nets, minorUnitE6(minorDigits));
  deps.reach?.("net: entry posted");
  const at = deps.clock.now();
  if (await advanceCycle(tx, { actor: systemActor, at }, cycle, "net", inputs)) await store(tx, cycle, nets, at);
  deps.reach?.("net: obligations stored");
  return true;
}

async function store(tx: Tx, { id: cycleId, version }: CycleRow, nets: readonly Netting[], at: Date): Promise<void> {
  for (const chunk of inChunks(nets)) {
    const drafts = chunk.map((net) => ({
      id: newId("obligation"),
      cycleId,
      version,
      state: "DRAFT" as const,
      ...net,
    }));
    await tx.obligation.createMany({ data: drafts });
    const steps = drafts.map(({ id: objectId, partnerId, state: to }) => ({ objectId, partnerId, to }));
    await recordSteps(
      tx,
      systemActor,
      steps.map((step) => ({ object: "obligation", from: null, at, ...step })),
    );
  }
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
    key: netKey(cycle),
    fingerprint: fingerprint({ cycleId: cycle.id, nets }),
    occurredAt: deps.clock.now(),
    place: null,
    reason: `Net of cycle ${cycle.seq}`,
    movements: [{ kind: "net", cycleId: cycle.id, nets }],
  });
}
