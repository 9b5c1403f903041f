import { cutAt, EVERYBODY, membersAccounts } from "#api/ledger/read/accounts.ts";
import { isOrAny, type ReportScope, within } from "#api/ledger/read/reports/scope.ts";
import { type Sql, sql } from "#api/sql/snapshot.ts";

/** What stands on accounts by when entries were posted: of each kind, or of one kind by owner. */
export function accountBalances({ account, until, at: askedAt }: ReportScope): Sql {
  const at = until ?? askedAt;
  const parts = account === null ? kinds(at) : owners(account, at);
  return sql`
    WITH cut AS MATERIALIZED (${cutAt(at)}), parts AS (${parts})
    SELECT s.account::text AS account, nullif(nullif(s.owner_id, ${EVERYBODY}), '') AS owner_id, p.name AS owner, s.entries::bigint AS entries,
      CASE WHEN s.unit = 'PTS' THEN s.amount::bigint END AS points, CASE WHEN s.unit <> 'PTS' THEN s.amount::bigint END AS amount
    FROM (
      SELECT account, owner_id, min(unit) AS unit, sum(amount) AS amount, sum(entries) AS entries FROM parts GROUP BY 1, 2
    ) s LEFT JOIN partner p ON p.id = s.owner_id ORDER BY s.account, s.owner_id`;
}

function kinds(at: Date): Sql {
  return sql`
    (SELECT DISTINCT ON (b.account) b.account, b.owner_id, b.unit, b.amount, b.entries FROM account_balance b, cut
    WHERE b.owner_id = ${EVERYBODY} AND b.up_to <= cut.after ORDER BY b.account, b.up_to DESC)
    UNION ALL
    SELECT l.account, ${EVERYBODY}, min(l.unit), sum(l.amount), count(DISTINCT l.entry_id)
    FROM cut JOIN entry e ON e.ord > cut.after AND e.ord <= cut.up_to JOIN line l ON l.entry_id = e.id
    WHERE e.posted_at <= ${at} GROUP BY 1`;
}

/** Single members' balances are kept nowhere: all their lines are added up. */
function owners(account: string, at: Date): Sql {
  const isMembers = membersAccounts.some((one) => one === account);
  return sql`
    (SELECT DISTINCT ON (b.owner_id) b.account, b.owner_id, b.unit, b.amount, b.entries FROM account_balance b, cut
    WHERE b.account = ${account}::account_kind AND b.owner_id <> ${EVERYBODY} AND b.up_to <= cut.after
    ORDER BY b.owner_id, b.up_to DESC)
    UNION ALL
    SELECT l.account, l.owner_id, min(l.unit), sum(l.amount), count(DISTINCT l.entry_id)
    FROM cut JOIN entry e ON ${isMembers ? sql`true` : sql`e.ord > cut.after AND e.ord <= cut.up_to`} JOIN line l ON l.entry_id = e.id
    WHERE e.posted_at <= ${at} AND l.account = ${account}::account_kind GROUP BY 1, 2`;
}

/** Every proof of the books, oldest first, with its root. */
export function ledgerProofs(scope: ReportScope): Sql {
  return sql`
    SELECT id AS proof_id, proved_at, milliseconds::bigint AS milliseconds, error_count::bigint AS errors,
      warning_count::bigint AS warnings, up_to AS last_entry, audit_length, audit_hash, root
    FROM books_proof WHERE ${within(sql`proved_at`, scope)} AND ${isOrAny(sql`id`, scope.objectId)} ORDER BY proved_at, id`;
}
