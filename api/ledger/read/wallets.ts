import type { Points } from "#api/kernel/points.ts";
import type { Tx } from "#api/sql/rows.ts";
import { rowsOf, sql } from "#api/sql/snapshot.ts";

/** A member's points at one moment. `version` counts the entries that made it so. */
export type WalletRow = {
  memberId: string;
  version: bigint;
  available: Points;
  pending: Points;
  reserved: Points;
  debt: Points;
};

/** Spendable points that lapse together; null: never. */
export type ExpiringPoints = { expiresAt: Date | null; points: Points };

/** Pending points that become spendable together. */
export type MaturingPoints = { maturesAt: Date | null; points: Points };

export async function findWallets(db: Tx, memberIds: readonly string[]): Promise<Map<string, WalletRow>> {
  const rows = await db.$queryRaw<WalletRow[]>`
    /* wallets */
    SELECT member_id AS "memberId", version, available, pending, reserved, debt
    FROM wallet WHERE member_id = ANY (${[...memberIds]}::text[])`;
  return new Map(rows.map((row) => [row.memberId, row]));
}

/**
 * What lapses when, soonest first, by member; points of a partner that leaves lapse with its run-off at the latest.
 * Reserved points are not among them: they are about to be spent.
 */
export async function findExpiringPoints(db: Tx, memberIds: readonly string[]): Promise<Map<string, ExpiringPoints[]>> {
  const rows = await db.$queryRaw<(ExpiringPoints & { memberId: string })[]>`
    SELECT l.member_id AS "memberId", least(l.expires_at, x.run_off_until) AS "expiresAt", sum(l.available)::bigint AS points
    FROM lot l LEFT JOIN partner_exit x ON x.partner_id = l.issuer_id AND x.state IN ('NOTICE', 'RUN_OFF')
    WHERE l.member_id = ANY(${[...memberIds]}) AND l.available > 0
    GROUP BY 1, 2 ORDER BY 1, 2 NULLS LAST`;
  const lists = new Map<string, ExpiringPoints[]>(memberIds.map((id) => [id, []]));
  for (const { memberId, ...lapsing } of rows) lists.get(memberId)?.push(lapsing);
  return lists;
}

/** What becomes spendable when, soonest first, by member. */
export async function findMaturingPoints(db: Tx, memberIds: readonly string[]): Promise<Map<string, MaturingPoints[]>> {
  const rows = await db.lot.groupBy({
    by: ["memberId", "maturesAt"],
    where: { memberId: { in: [...memberIds] }, pending: { gt: 0n } },
    _sum: { pending: true },
    orderBy: { maturesAt: "asc" },
  });
  const lists = new Map<string, MaturingPoints[]>(memberIds.map((id) => [id, []]));
  for (const { memberId, maturesAt, _sum } of rows) {
    lists.get(memberId)?.push({ maturesAt, points: _sum.pending ?? 0n });
  }
  return lists;
}

/** Every wallet's points, spendable or not yet or set aside; in a transaction, a stretch at a time. */
export function readAllBalances(tx: Tx): AsyncGenerator<{ memberId: string; points: Points }> {
  return rowsOf(tx, sql`SELECT member_id AS "memberId", pending + available + reserved AS points FROM wallet`);
}
