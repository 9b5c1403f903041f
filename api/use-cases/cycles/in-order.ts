import { type CycleRow, type CycleState, findCycleBySeq } from "#api/ledger/cycles.ts";
import { isPostedUnder } from "#api/ledger/read/charges.ts";
import type { Tx } from "#api/sql/rows.ts";
import { EarlierCycleUnfinished, LaterCycleNetted } from "#api/use-cases/cycles/refusals.ts";
import { requireCycle } from "#api/use-cases/cycles/require-cycle.ts";
import { hasReached } from "#api/use-cases/cycles/states.ts";

/**
 * Whatever decides what one cycle hands to the next (netting, reopening, correcting) is done by one at a time, and
 * until the transaction ends. Tills never meet this lock.
 */
export async function lockClearing(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('clearing'))`;
}

/** Has the cycle before come as far? True for the first. */
export async function hasEarlierReached(tx: Tx, cycle: { seq: number }, state: CycleState): Promise<boolean> {
  const earlier = await findCycleBySeq(tx, cycle.seq - 1);
  return !earlier || hasReached(earlier, state);
}

/** Approved out of order, a later cycle could pay out what an earlier one has not brought in. */
export const requireEarlierApproved = (tx: Tx, cycle: { seq: number }) => requireEarlier(tx, cycle, "APPROVED");

/** The same for its money: nothing of a cycle leaves the bank while the cycle before is not being settled. */
export async function requireEarlierSettling(tx: Tx, cycleId: string): Promise<void> {
  await requireEarlier(tx, await requireCycle(tx, cycleId), "SETTLING");
}

async function requireEarlier(tx: Tx, cycle: { seq: number }, state: CycleState): Promise<void> {
  const earlier = await findCycleBySeq(tx, cycle.seq - 1);
  if (earlier && !hasReached(earlier, state)) throw new EarlierCycleUnfinished(earlier);
}

/** What the next cycle began with must stand: a cycle is not reopened under one that was netted on it, or nearly was. */
export async function requireLaterUnnetted(tx: Tx, cycle: CycleRow): Promise<void> {
  const later = await findCycleBySeq(tx, cycle.seq + 1);
  if (!later) return;
  if ((await isPostedUnder(tx, netKey(later))) || hasReached(later, "NETTED")) throw new LaterCycleNetted(later);
}

/** The key of a version's NET entry. */
export const netKey = ({ id, version }: Pick<CycleRow, "id" | "version">) => `net:${id}:${version}`;
