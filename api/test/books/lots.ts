import type { Play } from "#api/test/books/play.ts";

/**
 * The history's lots in the order in which they were posted: as paper numbers them. Deeds of different wallets are
 * posted in any order when they race; with the keys of a log, lots are in the order of the log's deeds instead.
 */
export async function lotsAsPosted(
  { coalition: { database }, members }: Play,
  log: readonly string[] = [],
): Promise<{ id: string; memberId: string }[]> {
  const { rows } = await database.pool.query<{ id: string; member_id: string }>(
    `SELECT l.id, l.member_id FROM lot l JOIN line x ON x.lot_id = l.id JOIN entry e ON e.id = x.entry_id
     JOIN deed d ON d.id = e.deed_id WHERE l.member_id = ANY ($1::text[])
     GROUP BY l.id ORDER BY min(ARRAY[coalesce(array_position($2::text[], d.key), 0), e.ord, x.seq])`,
    [members, log],
  );
  return rows.map(({ id, member_id }) => ({ id, memberId: member_id }));
}

/** The keys of the deeds in a log. */
export const keysOf = ({ log }: Play): string[] => log.flatMap((done) => (done === "close" ? [] : [done.key]));
