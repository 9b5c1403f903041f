import type { Points } from "#api/kernel/points.ts";
import type { Tx } from "#api/sql/rows.ts";

export type GivenLot = { lotId: string; points: Points; giverId: string };

/**
 * Points in a wallet that can be moved now, by the lot they came in, with who gave them (a merge takes the giver's
 * lots along, empty ones too); the oldest lots first.
 */
export function findGivenLots(tx: Tx, walletId: string, at: Date): Promise<GivenLot[]> {
  return tx.$queryRaw<GivenLot[]>`
    SELECT l.id AS "lotId", l.available AS points, p.member_id AS "giverId"
    FROM lot l JOIN lot p ON p.id = l.parent_lot_id
    WHERE l.member_id = ${walletId} AND l.available > 0 AND (l.expires_at IS NULL OR l.expires_at > ${at})
    ORDER BY l.id`;
}
