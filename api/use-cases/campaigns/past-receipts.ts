import type { Db } from "#api/sql/client.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { purchaseOf, type RecordedPurchase, withReturns } from "#api/use-cases/purchases/find-purchases.ts";

export type PastReceipt = RecordedPurchase;

/** Receipts of [from, until), of one partner or of all. */
export type PastScope = { partnerId: string | null; from: Date; until: Date };

const CHUNK_RECEIPTS = 500;

/** How many receipts there are, and how many members had them. */
export async function countPast({ db }: Deps, { partnerId, from, until }: PastScope) {
  const [counted] = await db.$queryRaw<{ receipts: number; members: number }[]>`
    SELECT count(*)::int AS receipts, count(DISTINCT member_id)::int AS members FROM purchase
    WHERE occurred_at >= ${from} AND occurred_at < ${until} AND (${partnerId}::text IS NULL OR partner_id = ${partnerId})`;
  return counted ?? { receipts: 0, members: 0 };
}

type Seen = { occurredAt: Date; id: string };

/** In the order in which they happened, some hundred at a time. Receipts are never changed, so pages do not slip. */
export async function* pastChunks({ db }: Deps, scope: PastScope): AsyncGenerator<PastReceipt[]> {
  let after: Seen | null = null;
  for (;;) {
    const receipts: PastReceipt[] = await chunkAfter(db, scope, after);
    const last = receipts.at(-1);
    if (!last) return;
    yield receipts;
    after = { occurredAt: last.occurredAt, id: last.id };
  }
}

async function chunkAfter(db: Db, { partnerId, from, until }: PastScope, after: Seen | null): Promise<PastReceipt[]> {
  const { occurredAt = from, id = "" } = after ?? {};
  const rows = await db.purchase.findMany({
    where: {
      occurredAt: { gte: occurredAt, lt: until },
      OR: [{ occurredAt: { gt: occurredAt } }, { id: { gt: id } }],
      ...(partnerId ? { partnerId } : {}),
    },
    orderBy: [{ occurredAt: "asc" }, { id: "asc" }],
    take: CHUNK_RECEIPTS,
    include: withReturns,
  });
  return rows.map(purchaseOf);
}
