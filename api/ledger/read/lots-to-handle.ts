import type { HandledLot, LotRun, LotRunKind, Tx } from "#api/sql/rows.ts";
import { type Sql, sql } from "#api/sql/snapshot.ts";

/** Whose lots, and by which run; a run that has not begun has no id. */
type Run = Pick<LotRun, "id" | "partnerId" | "kind">;

/** By member and lot: where a sweep over the lots stands. */
export type LotPlace = { memberId: string; lotId: string };

export const BEFORE_ALL: LotPlace = { memberId: "", lotId: "" };

export type LotsToHandle = { lots: number; members: number; points: bigint };

/** What a run would take on now. */
export async function sumLotsToHandle(tx: Tx, run: Run): Promise<LotsToHandle> {
  const [sum] = await tx.$queryRaw<LotsToHandle[]>`
    SELECT count(*)::int AS lots, count(DISTINCT l.member_id)::int AS members,
      coalesce(sum(l.pending + l.available + l.reserved), 0)::bigint AS points
    FROM lot l WHERE l.issuer_id = ${run.partnerId} AND ${isToBeHandled(run)}`;
  return sum ?? { lots: 0, members: 0, points: 0n };
}

/** Takes on the next lots behind a place: from here on the run answers for them. Empty: none is left behind it. */
export function claimLots(tx: Tx, run: Run, after: LotPlace, take: number): Promise<HandledLot[]> {
  return tx.$queryRaw<HandledLot[]>`
    WITH claimed AS (
      INSERT INTO handled_lot (run_id, lot_id, member_id)
      SELECT ${run.id}, l.id, l.member_id FROM lot l
      WHERE l.issuer_id = ${run.partnerId} AND (l.member_id, l.id) > (${after.memberId}, ${after.lotId})
        AND ${isToBeHandled(run)}
      ORDER BY l.member_id, l.id LIMIT ${take}
      ON CONFLICT (run_id, lot_id) DO UPDATE
        SET member_id = excluded.member_id, round = handled_lot.round + 1, is_open = true
      RETURNING *
    )
    SELECT run_id AS "runId", lot_id AS "lotId", member_id AS "memberId", round, is_open AS "isOpen",
      done_at AS "doneAt", entry_ord AS "entryOrd"
    FROM claimed ORDER BY member_id, lot_id`;
}

const unfunded = sql`l.issue_rate_e6 > l.funded_rate_e6`;

/** Blocks reach spent lots too: points may come back to them. */
const toBeHandled: Readonly<Record<Exclude<LotRunKind, "HAIRCUT">, Sql>> = {
  HONOUR: sql`false`,
  BLOCK_LOTS: sql`${unfunded} AND l.blocked_at IS NULL`,
  UNBLOCK_LOTS: sql`l.blocked_at IS NOT NULL`,
  RUN_OFF: sql`l.pending + l.available > 0`,
};

function isToBeHandled(run: Run): Sql {
  return run.kind === "HAIRCUT" ? isUncut(run.id) : toBeHandled[run.kind];
}

/**
 * A lot with points that the run has not reached, neither itself nor in a lot it was split off from: what left a lot
 * after its haircut has had its own.
 */
function isUncut(runId: string): Sql {
  return sql`${unfunded} AND l.pending + l.available + l.reserved > 0
    AND NOT EXISTS (SELECT FROM handled_lot h WHERE h.run_id = ${runId} AND h.lot_id = l.id)
    AND (l.parent_lot_id IS NULL OR NOT EXISTS (
      WITH RECURSIVE descent (lot_id, parent_id) AS (
        SELECT l.id, l.parent_lot_id
        UNION ALL
        SELECT p.id, p.parent_lot_id FROM descent d JOIN lot p ON p.id = d.parent_id WHERE p.parent_lot_id IS NOT NULL
      )
      SELECT FROM descent d JOIN handled_lot h ON h.run_id = ${runId} AND h.lot_id = d.parent_id
      WHERE h.entry_ord < (SELECT min(e.ord) FROM line x JOIN entry e ON e.id = x.entry_id WHERE x.lot_id = d.lot_id)))`;
}
