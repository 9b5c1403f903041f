import type { MoneyE6 } from "#api/kernel/money.ts";
import type { Points } from "#api/kernel/points.ts";
import type { Tx } from "#api/sql/rows.ts";

/** One issuer's points of a redemption: not come back yet, and come back. */
export type IssuerPart = { open: Points; restored: Points };

/** A captured redemption as a dispute sees it. */
export type Disputable = {
  id: string;
  redeemerId: string;
  redeemRateE6: MoneyE6;
  capturedAt: Date;
  byIssuer: ReadonlyMap<string, IssuerPart>;
};

/** Null when there is none, or nothing of it was ever taken. */
export async function findDisputable(db: Tx, burnId: string): Promise<Disputable | null> {
  const burn = await db.burn.findUnique({ where: { id: burnId }, include: { slices: true } });
  if (!burn || burn.redeemRateE6 === null || burn.capturedAt === null) return null;
  const byIssuer = new Map<string, IssuerPart>();
  for (const { issuerId, points, restored } of burn.slices) {
    const part = byIssuer.get(issuerId) ?? { open: 0n, restored: 0n };
    if (points > 0n)
      byIssuer.set(issuerId, { open: part.open + points - restored, restored: part.restored + restored });
  }
  const { id, redeemerId, redeemRateE6, capturedAt } = burn;
  return { id, redeemerId, redeemRateE6, capturedAt, byIssuer };
}

/** What the books hold for a dispute. */
export async function readHeld(db: Tx, disputeId: string): Promise<MoneyE6> {
  const { _sum } = await db.line.aggregate({
    where: { account: "DISPUTE_HOLD", ownerId: disputeId },
    _sum: { amount: true },
  });
  return -(_sum.amount ?? 0n);
}

/** How a dispute ended in the books: what its last deed gave the claimant. */
export type Ending = { kind: string; actor: string; upheldPoints: Points; upheldE6: MoneyE6 };

export async function readEnding(db: Tx, deedId: string): Promise<Ending> {
  const { kind, actor } = await db.deed.findUniqueOrThrow({ where: { id: deedId } });
  const [given] = await db.$queryRaw<{ points: Points; e6: MoneyE6 }[]>`
    SELECT coalesce(sum(l.amount) FILTER (WHERE l.account = 'REDEEMED'), 0)::bigint AS points,
           coalesce(sum(l.amount) FILTER (WHERE l.account = 'DISPUTE_HOLD'), 0)::bigint AS e6
    FROM entry e JOIN line l ON l.entry_id = e.id WHERE e.deed_id = ${deedId} AND e.event = 'DISPUTE_UPHELD'`;
  return { kind, actor, upheldPoints: given?.points ?? 0n, upheldE6: given?.e6 ?? 0n };
}

/** Disputes of points of which more came back with goods than they have let go: their ids, at most so many. */
export async function findOverheld(db: Tx, take: number): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT d.id FROM dispute d CROSS JOIN LATERAL (
      SELECT coalesce(sum(s.points - s.restored), 0) AS points FROM burn_slice s
      WHERE s.burn_id = d.burn_id AND s.issuer_id = d.claimant_id) open
    WHERE d.state IN ('OPEN', 'RESPONDED', 'ARBITRATION') AND d.points > 0
      AND open.points < d.points - d.returned_points
    ORDER BY d.id LIMIT ${take}`;
  return rows.map(({ id }) => id);
}

/** When and in which cycle redemptions were captured; those that never were are absent. */
export async function findCaptures(
  db: Tx,
  burnIds: readonly string[],
): Promise<Map<string, { redeemedAt: Date; cycleId: string }>> {
  const burns = await db.burn.findMany({
    where: { id: { in: [...burnIds] } },
    select: { id: true, capturedAt: true, cycleId: true },
  });
  return new Map(
    burns.flatMap(({ id, capturedAt, cycleId }): [string, { redeemedAt: Date; cycleId: string }][] =>
      capturedAt && cycleId ? [[id, { redeemedAt: capturedAt, cycleId }]] : [],
    ),
  );
}

/** The redemptions that belong to a receipt. */
export async function findBurnsOf(db: Tx, purchaseId: string): Promise<string[]> {
  const burns = await db.burn.findMany({ where: { purchaseId }, select: { id: true } });
  return burns.map(({ id }) => id);
}

/** Whose points a redemption took; null when there is none. */
export async function findBurnMember(db: Tx, burnId: string): Promise<string | null> {
  const burn = await db.burn.findUnique({ where: { id: burnId }, select: { memberId: true } });
  return burn?.memberId ?? null;
}

/** The first lot a receipt gave, and whose it is now; null when it gave none. */
export async function findLotOf(db: Tx, purchaseId: string): Promise<{ id: string; memberId: string } | null> {
  const select = { id: true, memberId: true } as const;
  return db.lot.findFirst({ where: { purchaseId, parentLotId: null }, orderBy: { id: "asc" }, select });
}
