import type { HandledLot, Tx } from "#api/sql/rows.ts";

/** A lot that a run has taken on, and the deed that was posted about it. */
export type PostedLot = { lot: HandledLot; deedId: string };

/** Closes what its deed was about; not a lot that changed hands before its deed came. Answers the ids of the closed. */
export async function closeHandled(tx: Tx, runId: string, posted: readonly PostedLot[], at: Date): Promise<string[]> {
  const ids = posted.map(({ lot }) => lot.lotId);
  const closed = await tx.$queryRaw<{ lotId: string }[]>`
    UPDATE handled_lot h SET is_open = false, done_at = coalesce(h.done_at, ${at}),
      entry_ord = coalesce(h.entry_ord, p.ord, (SELECT max(ord) FROM entry))
    FROM (
      SELECT u.lot_id, min(e.ord) AS ord
      FROM unnest(${ids}::text[], ${posted.map(({ deedId }) => deedId)}::text[]) AS u(lot_id, deed_id)
      LEFT JOIN entry e ON e.deed_id = u.deed_id GROUP BY 1
    ) p JOIN lot l ON l.id = p.lot_id
    WHERE h.run_id = ${runId} AND h.lot_id = p.lot_id AND (p.ord IS NOT NULL OR l.member_id = h.member_id)
    RETURNING h.lot_id AS "lotId"`;
  return closed.map(({ lotId }) => lotId);
}

/** Lets lots be asked for again, as their owners' of now. */
export async function followOwners(tx: Tx, runId: string, lotIds: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    UPDATE handled_lot h SET member_id = l.member_id, round = h.round + 1 FROM lot l
    WHERE h.run_id = ${runId} AND h.lot_id = ANY(${[...lotIds]}) AND l.id = h.lot_id`;
}
