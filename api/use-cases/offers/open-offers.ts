import type { Tx } from "#api/sql/rows.ts";

/** An offer that a member activated: its code, and until when it holds. */
export type OpenOffer = { code: string; activatedAt: Date; until: Date | null };

/** What members activated of offers that are running, as rules ask for it; in one query. */
export async function findOpenOffers(tx: Tx, memberIds: readonly string[]): Promise<Map<string, OpenOffer[]>> {
  const rows = await tx.personalOffer.findMany({
    where: {
      memberId: { in: [...memberIds] },
      group: "TREATED",
      activatedAt: { not: null },
      offer: { state: "ACTIVE" },
    },
    select: { memberId: true, activatedAt: true, expiresAt: true, offer: { select: { code: true, validUntil: true } } },
    orderBy: { id: "asc" },
  });
  const byMember = Map.groupBy(rows, ({ memberId }) => memberId);
  return new Map(
    [...byMember].map(([memberId, own]) => [
      memberId,
      own.flatMap(({ activatedAt, expiresAt, offer: { code, validUntil } }) =>
        activatedAt ? [{ code, activatedAt, until: earlier(expiresAt, validUntil) }] : [],
      ),
    ]),
  );
}

/** Null: never. */
export function earlier(one: Date | null, other: Date | null): Date | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}
