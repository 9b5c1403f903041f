import type { Points } from "#api/kernel/points.ts";
import type { PrepaidPack, Tx } from "#api/sql/rows.ts";

/** The pack that a deed bought. */
export async function findPackOf(db: Tx, deedId: string): Promise<PrepaidPack> {
  const entries = await db.entry.findMany({ where: { deedId }, select: { id: true } });
  return db.prepaidPack.findFirstOrThrow({ where: { entryId: { in: entries.map(({ id }) => id) } } });
}

/** Points that are bought and not issued, by partner; only of those that ever bought a pack. */
export async function sumUnissued(db: Tx, partnerIds: readonly string[]): Promise<Map<string, Points>> {
  const rows = await db.prepaidPack.groupBy({
    by: ["partnerId"],
    where: { partnerId: { in: [...partnerIds] } },
    _sum: { points: true, issued: true },
  });
  return new Map(rows.map(({ partnerId, _sum }) => [partnerId, (_sum.points ?? 0n) - (_sum.issued ?? 0n)]));
}

/** Each partner's packs from before `beforeSeq`, newest first, at most `take` of each. */
export async function listPacksOf(
  db: Tx,
  partnerIds: readonly string[],
  { beforeSeq, take }: { beforeSeq: bigint | null; take: number },
): Promise<Map<string, PrepaidPack[]>> {
  const of = (partnerId: string) =>
    db.prepaidPack.findMany({
      where: { partnerId, ...(beforeSeq === null ? {} : { seq: { lt: beforeSeq } }) },
      orderBy: { seq: "desc" },
      take,
    });
  return new Map(await Promise.all(partnerIds.map(async (id) => [id, await of(id)] as const)));
}
