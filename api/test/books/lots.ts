import type { Play } from "#api/test/books/play.ts";

/** The history's lots in the order in which they were posted: as paper numbers them. */
export async function lotsAsPosted({
  coalition: { database },
  members,
}: Play): Promise<{ id: string; memberId: string }[]> {
  const { rows } = await database.pool.query<{ id: string; member_id: string }>(
    `SELECT l.id, l.member_id FROM lot l JOIN line x ON x.lot_id = l.id JOIN entry e ON e.id = x.entry_id
     WHERE l.member_id = ANY ($1::text[]) GROUP BY l.id ORDER BY min(ARRAY[e.ord, x.seq])`,
    [members],
  );
  return rows.map(({ id, member_id }) => ({ id, memberId: member_id }));
}
