import type { Points } from "#api/kernel/points.ts";
import type { Count } from "#api/ledger/movements.ts";
import type { Tx } from "#api/sql/rows.ts";

/** What a deed gave for something other than a purchase: points in lots that name it, and what it took of counters. */
export type Caused = { points: Points; counts: Count[] };

/** By the deed's key and the id that its lots name as what they were earned with; null: there is no such deed. */
export async function findCaused(
  tx: Tx,
  { owner, key, sourceId }: { owner: string; key: string; sourceId: string },
): Promise<Caused | null> {
  const deed = await tx.deed.findUnique({ where: { owner_key: { owner, key } }, select: { id: true } });
  if (!deed) return null;
  const [lots, changes] = await Promise.all([
    tx.lot.findMany({ where: { purchaseId: sourceId, parentLotId: null }, select: { original: true } }),
    tx.counterChange.findMany({ where: { deedId: deed.id }, orderBy: { counterId: "asc" } }),
  ]);
  return {
    points: lots.reduce((sum, { original }) => sum + original, 0n),
    counts: changes.map(({ counterId, taken }) => ({ counter: counterId, by: taken, most: null })),
  };
}
