import type { Points } from "#api/kernel/points.ts";
import type { Tx } from "#api/sql/rows.ts";

/** Members are taken in the order of their ids, a chunk at a time. */
export type Chunk = { at: Date; afterMemberId: string; take: number };

/** One member's lots that are due, in the order of their ids. */
export type DueLots = { memberId: string; lotIds: string[] };

/** Pending lots whose time has come. */
export function findMaturing(db: Tx, { at, afterMemberId, take }: Chunk): Promise<DueLots[]> {
  return db.$queryRaw<DueLots[]>`
    SELECT member_id AS "memberId", array_agg(id ORDER BY id) AS "lotIds" FROM lot
    WHERE pending > 0 AND blocked_at IS NULL AND matures_at <= ${at} AND member_id > ${afterMemberId}
    GROUP BY member_id ORDER BY member_id LIMIT ${take}`;
}

/** `expired` tells a second lapse of a lot, after points came back into it, from the first. */
export type LapsingLot = { lotId: string; issuerId: string; available: Points; expired: Points };

/** Lots with spendable points past their expiry, by member. */
export async function findExpiring(db: Tx, { at, afterMemberId, take }: Chunk): Promise<Map<string, LapsingLot[]>> {
  const rows = await db.$queryRaw<(LapsingLot & { memberId: string })[]>`
    WITH due AS (
      SELECT DISTINCT member_id FROM lot
      WHERE available > 0 AND expires_at <= ${at} AND member_id > ${afterMemberId}
      ORDER BY member_id LIMIT ${take}
    )
    SELECT l.member_id AS "memberId", l.id AS "lotId", l.issuer_id AS "issuerId", l.available, l.expired
    FROM lot l JOIN due USING (member_id)
    WHERE l.available > 0 AND l.expires_at <= ${at} ORDER BY l.member_id, l.id`;
  return Map.groupBy(rows, (row) => row.memberId);
}

/** Reservations whose time ran out, oldest first. */
export async function findTimedOut(db: Tx, { at, take }: { at: Date; take: number }): Promise<string[]> {
  const rows = await db.burn.findMany({
    where: { state: "RESERVED", expiresAt: { lte: at } },
    orderBy: { expiresAt: "asc" },
    take,
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}
