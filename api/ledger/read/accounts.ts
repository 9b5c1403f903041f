import { type Page, type PageArgs, pageOf } from "#api/kernel/page.ts";
import type { AccountKind } from "#api/ledger/chart.ts";
import type { Tx } from "#api/sql/rows.ts";
import { type Sql, sql } from "#api/sql/snapshot.ts";

/** All accounts of a kind together, where a balance is kept or asked for. */
export const EVERYBODY = "*";

/** A member's lines are few and are added up when asked for. */
export const membersAccounts = ["PENDING", "AVAIL", "RESERVED", "DEBT"] as const satisfies readonly AccountKind[];

/** Where an account stood, and in how many entries it had moved. Debit positive; points, or millionths. */
export type AccountBalance = {
  account: AccountKind;
  /** "" for the operator's own. */
  ownerId: string;
  amount: bigint;
  entries: bigint;
};

/** The pieces that were over at `at`, and the entries after them that may have been posted until then. */
export function cutAt(at: Date): Sql {
  return sql`
    SELECT coalesce(max(p.up_to) FILTER (WHERE p.up_to < late.up_to), 0) AS after,
      CASE WHEN bool_or(p.first_posted > ${at}) THEN coalesce(max(p.up_to) FILTER (WHERE p.first_posted <= ${at}), 0)
        ELSE 9223372036854775807 END AS up_to
    FROM (SELECT coalesce(min(up_to) FILTER (WHERE last_posted > ${at}), 9223372036854775807) AS up_to FROM ledger_piece) late
    LEFT JOIN ledger_piece p ON true`;
}

/** What stood on each kind of account at an instant, by when entries were posted. Kinds that never moved are absent. */
export function readAccountTotals(db: Tx, at: Date): Promise<AccountBalance[]> {
  return db.$queryRaw<AccountBalance[]>`
    WITH cut AS MATERIALIZED (${cutAt(at)}), parts AS (
      (SELECT DISTINCT ON (b.account) b.account, b.amount, b.entries FROM account_balance b, cut
      WHERE b.owner_id = ${EVERYBODY} AND b.up_to <= cut.after ORDER BY b.account, b.up_to DESC)
      UNION ALL
      SELECT l.account, sum(l.amount), count(DISTINCT l.entry_id)
      FROM cut JOIN entry e ON e.ord > cut.after AND e.ord <= cut.up_to JOIN line l ON l.entry_id = e.id
      WHERE e.posted_at <= ${at} GROUP BY 1
    )
    SELECT account::text AS account, ${EVERYBODY} AS "ownerId", sum(amount)::bigint AS amount, sum(entries)::bigint AS entries
    FROM parts GROUP BY 1 ORDER BY min(parts.account)`;
}

/** The same of these owners' accounts of one kind; zero where one had not moved by then. */
export async function readAccountBalances(
  db: Tx,
  account: AccountKind,
  ownerIds: readonly string[],
  at: Date,
): Promise<AccountBalance[]> {
  const isMembers = membersAccounts.some((one) => one === account);
  return db.$queryRaw<AccountBalance[]>`
    WITH cut AS MATERIALIZED (${isMembers ? sql`SELECT 0::bigint AS after, 9223372036854775807 AS up_to` : cutAt(at)}),
    since AS (
      SELECT l.owner_id, sum(l.amount) AS amount, count(DISTINCT l.entry_id) AS entries
      FROM cut JOIN entry e ON e.ord > cut.after AND e.ord <= cut.up_to JOIN line l ON l.entry_id = e.id
      WHERE e.posted_at <= ${at} AND l.account = ${account}::account_kind AND l.owner_id = ANY(${[...ownerIds]}) GROUP BY 1
    )
    SELECT ${account} AS account, o.id AS "ownerId", (coalesce(b.amount, 0) + coalesce(s.amount, 0))::bigint AS amount,
      (coalesce(b.entries, 0) + coalesce(s.entries, 0))::bigint AS entries
    FROM unnest(${[...ownerIds]}::text[]) WITH ORDINALITY o(id, nth) CROSS JOIN cut
    LEFT JOIN LATERAL (
      SELECT amount, entries FROM account_balance b
      WHERE b.account = ${account}::account_kind AND b.owner_id = o.id AND b.up_to <= cut.after ORDER BY b.up_to DESC LIMIT 1
    ) b ON true
    LEFT JOIN since s ON s.owner_id = o.id
    ORDER BY o.nth`;
}

/**
 * Who has an account of the kind, by id; the cursor is the id. From one owner to the next in the index: what lies
 * between is not read.
 */
export async function findAccountOwners(
  db: Tx,
  account: AccountKind,
  { first, after }: PageArgs,
): Promise<Page<string>> {
  const from = after === null ? sql`true` : sql`owner_id > ${after}`;
  const rows = await db.$queryRaw<{ ownerId: string }[]>`
    WITH RECURSIVE walk AS (
      (SELECT owner_id FROM line WHERE account = ${account}::account_kind AND ${from} ORDER BY owner_id LIMIT 1)
      UNION ALL
      SELECT (SELECT l.owner_id FROM line l WHERE l.account = ${account}::account_kind AND l.owner_id > walk.owner_id
        ORDER BY l.owner_id LIMIT 1)
      FROM walk WHERE walk.owner_id IS NOT NULL
    )
    SELECT owner_id AS "ownerId" FROM walk WHERE owner_id IS NOT NULL LIMIT ${first + 1}`;
  const { rows: page, hasNextPage } = pageOf(rows, first);
  return { rows: page.map(({ ownerId }) => ownerId), hasNextPage };
}

/** What an entry moved on one account, or on all of its kind together. */
export type AccountMove = { entryId: string; amount: bigint };

export function readAccountMoves(
  db: Tx,
  entryIds: readonly string[],
  { account, ownerId }: { account: AccountKind; ownerId: string | null },
): Promise<AccountMove[]> {
  return db.$queryRaw<AccountMove[]>`
    SELECT entry_id AS "entryId", sum(amount)::bigint AS amount FROM line
    WHERE entry_id = ANY(${[...entryIds]}) AND account = ${account}::account_kind
      AND (${ownerId}::text IS NULL OR owner_id = ${ownerId})
    GROUP BY 1`;
}
