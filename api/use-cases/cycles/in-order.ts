import { type CycleRow, type CycleState, findCycleBySeq } from "#api/ledger/cycles.ts";
import { isPostedUnder } from "#api/ledger/read/charges.ts";
import type { Tx } from "#api/sql/rows.ts";
import { EarlierCycleUnfinished, LaterCycleNetted } from "#api/use-cases/cycles/refusals.ts";
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
export async function requireEarlierApproved(tx: Tx, cycle: { seq: number }): Promise<void> {
  const earlier = await findCycleBySeq(tx, cycle.seq - 1);
  if (earlier && !hasReached(earlier, "APPROVED")) throw new EarlierCycleUnfinished(earlier);
}

/**
 * The same for its money: nothing of a cycle leaves the bank while one before it is not being settled, be it approved
 * and broken off before its payments were written.
 */
export async function requireEarlierSettling(tx: Tx, { seq }: { seq: number }): Promise<void> {
  const earlier = await tx.cycle.findMany({ where: { seq: { lt: seq } }, orderBy: { seq: "asc" } });
  const unfinished = earlier.find((one) => !hasReached(one, "SETTLING"));
  if (unfinished) throw new EarlierCycleUnfinished(unfinished);
}

/** What the next cycle began with must stand: a cycle is not reopened under one that was netted on it, or nearly was. */
export async function requireLaterUnnetted(tx: Tx, cycle: CycleRow): Promise<void> {
  const later = await findCycleBySeq(tx, cycle.seq + 1);
  if (!later) return;
  if ((await isPostedUnder(tx, netKey(later))) || hasReached(later, "NETTED")) throw new LaterCycleNetted(later);
}

/** The key of a version's NET entry. */
export const netKey = ({ id, version }: Pick<CycleRow, "id" | "version">) => `net:${id}:${version}`;
