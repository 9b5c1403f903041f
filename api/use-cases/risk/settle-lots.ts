import type { HandledLot, LotRun, Tx } from "#api/sql/rows.ts";

/** A lot that a run has taken on, and the deed that was posted about it. */
export type PostedLot = { lot: HandledLot; deedId: string };

/**
 * Keeps what is done with. A lot that changed hands before its deed came stays open under its new owner; answers those.
 */
export async function settleLots(
  tx: Tx,
  { id: runId }: LotRun,
  posted: readonly PostedLot[],
  at: Date,
): Promise<HandledLot[]> {
  const ids = posted.map(({ lot }) => lot.lotId);
  const settled = await tx.$queryRaw<{ lotId: string }[]>`
    UPDATE handled_lot h SET is_open = false, done_at = coalesce(h.done_at, ${at}),
      entry_ord = coalesce(h.entry_ord, p.ord, (SELECT max(ord) FROM entry))
    FROM (
      SELECT u.lot_id, min(e.ord) AS ord
      FROM unnest(${ids}::text[], ${posted.map(({ deedId }) => deedId)}::text[]) AS u(lot_id, deed_id)
      LEFT JOIN entry e ON e.deed_id = u.deed_id GROUP BY 1
    ) p JOIN lot l ON l.id = p.lot_id
    WHERE h.run_id = ${runId} AND h.lot_id = p.lot_id AND (p.ord IS NOT NULL OR l.member_id = h.member_id)
    RETURNING h.lot_id AS "lotId"`;
  const done = new Set(settled.map(({ lotId }) => lotId));
  const firsts = posted.map(({ lot }) => lot).filter(({ lotId, doneAt }) => done.has(lotId) && doneAt === null);
  const members = await countNewMembers(tx, runId, firsts);
  const counts = { lotsDone: { increment: firsts.length }, membersDone: { increment: members } };
  await tx.lotRun.update({ where: { id: runId }, data: counts });
  await tx.$executeRaw`
    UPDATE handled_lot h SET member_id = l.member_id, round = h.round + 1 FROM lot l
    WHERE h.run_id = ${runId} AND h.lot_id = ANY(${ids.filter((id) => !done.has(id))}) AND l.id = h.lot_id`;
  return findOpenLots(tx, runId);
}

/** What the run has taken on and not settled. */
export const findOpenLots = (tx: Tx, runId: string): Promise<HandledLot[]> =>
  tx.handledLot.findMany({ where: { runId, isOpen: true }, orderBy: [{ memberId: "asc" }, { lotId: "asc" }] });

/** Members of whom no lot was handled before these. */
async function countNewMembers(tx: Tx, runId: string, firsts: readonly HandledLot[]): Promise<number> {
  const members = [...new Set(firsts.map(({ memberId }) => memberId))];
  const before = await tx.handledLot.findMany({
    where: {
      runId,
      memberId: { in: members },
      doneAt: { not: null },
      lotId: { notIn: firsts.map(({ lotId }) => lotId) },
    },
    distinct: ["memberId"],
    select: { memberId: true },
  });
  return members.length - before.length;
}
