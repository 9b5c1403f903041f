import { EVERYBODY, membersAccounts } from "#api/ledger/read/accounts.ts";
import type { Tx } from "#api/sql/rows.ts";

/** Entries in the order of posting: after the first, up to and with the last. */
type Piece = { after: bigint; upTo: bigint };

/** Where the pieces that are added up end. */
export async function lastPiece(db: Tx): Promise<bigint> {
  const [last] = await db.$queryRaw<{ upTo: bigint }[]>`
    SELECT coalesce(max(up_to), 0)::bigint AS "upTo" FROM ledger_piece`;
  return last?.upTo ?? 0n;
}

/**
 * The order of the entry that many after `after`, when there are so many; null otherwise. Orders have holes, where a
 * posting was rolled back.
 */
export async function endOfPiece(db: Tx, after: bigint, entries: number, until: bigint): Promise<bigint | null> {
  const rows = await db.$queryRaw<{ ord: bigint }[]>`
    SELECT ord FROM entry WHERE ord > ${after} AND ord <= ${until} ORDER BY ord OFFSET ${entries - 1} LIMIT 1`;
  return rows[0]?.ord ?? null;
}

/** Writes down where the accounts that moved in a piece stand at its end. */
export async function addUpPiece(tx: Tx, { after, upTo }: Piece): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO ledger_piece (up_to, first_posted, last_posted)
    SELECT ${upTo}, min(posted_at), max(posted_at) FROM entry WHERE ord > ${after} AND ord <= ${upTo}`;
  await tx.$executeRaw`
    INSERT INTO account_balance (account, owner_id, up_to, unit, amount, entries)
    SELECT m.account, m.owner_id, ${upTo}, m.unit, m.amount + coalesce(b.amount, 0), m.entries + coalesce(b.entries, 0)
    FROM (
      SELECT l.account, CASE WHEN GROUPING(l.owner_id) = 1 THEN ${EVERYBODY} ELSE l.owner_id END AS owner_id,
        min(l.unit) AS unit, sum(l.amount) AS amount, count(DISTINCT l.entry_id) AS entries
      FROM entry e JOIN line l ON l.entry_id = e.id WHERE e.ord > ${after} AND e.ord <= ${upTo}
      GROUP BY GROUPING SETS ((l.account, l.owner_id), (l.account))
      HAVING GROUPING(l.owner_id) = 1 OR l.account <> ALL (${[...membersAccounts]}::account_kind[])
    ) m LEFT JOIN LATERAL (
      SELECT amount, entries FROM account_balance b WHERE b.account = m.account AND b.owner_id = m.owner_id
      ORDER BY b.up_to DESC LIMIT 1
    ) b ON true`;
}
