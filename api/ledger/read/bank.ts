import type { MoneyE6 } from "#api/kernel/money.ts";
import { type Page, type PageArgs, pageOf } from "#api/kernel/page.ts";
import type { EntryRow } from "#api/ledger/read/entries.ts";
import type { Tx } from "#api/sql/rows.ts";

export type BankBook = "SETTLEMENT" | "COLLATERAL";

/** The first entry of each deed. */
export async function findFirstEntries(db: Tx, deedIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.$queryRaw<{ deedId: string; id: string }[]>`
    SELECT DISTINCT ON (deed_id) deed_id AS "deedId", id FROM entry WHERE deed_id = ANY(${[...deedIds]}) ORDER BY deed_id, ord`;
  return new Map(rows.map(({ deedId, id }) => [deedId, id]));
}

/** After very many bank lines at once: without it the books' proof takes minutes instead of a second, for some minutes. */
export async function tellPlanner(db: Tx): Promise<void> {
  await db.$executeRaw`ANALYZE bank_line, booking, entry, line, recon_item`;
}

/** What the books hold of a bank account, of what happened before an instant when one is named. */
export async function readBankBalance(db: Tx, book: BankBook, before: Date | null = null): Promise<MoneyE6> {
  const rows = await db.$queryRaw<{ amountE6: MoneyE6 }[]>`
    SELECT coalesce(sum(l.amount), 0)::bigint AS "amountE6" FROM line l JOIN entry e ON e.id = l.entry_id
    WHERE l.account = ${`BANK_${book}`}::account_kind
      AND (${before}::timestamptz IS NULL OR e.occurred_at < ${before}::timestamptz)`;
  return rows[0]?.amountE6 ?? 0n;
}

/** Entries that moved a bank account in the books, newest first; the cursor is the entry's order of posting. */
export async function findBankEntries(db: Tx, book: BankBook, { first, after }: PageArgs): Promise<Page<EntryRow>> {
  const before = after === null ? null : BigInt(/^\d{1,18}$/.test(after) ? after : 0);
  const found = await db.$queryRaw<{ id: string }[]>`
    SELECT e.id FROM entry e WHERE e.id IN (SELECT entry_id FROM line WHERE account = ${`BANK_${book}`}::account_kind)
      AND (${before}::bigint IS NULL OR e.ord < ${before}::bigint)
    ORDER BY e.ord DESC LIMIT ${first + 1}`;
  const ids = found.map(({ id }) => id);
  return pageOf(await db.entry.findMany({ where: { id: { in: ids } }, orderBy: { ord: "desc" } }), first);
}

/** One partner's or the whole part of an entry on the segregated account that no bank line has shown yet. */
export type SecuredPart = { entryId: string; partnerId: string | null; amountE6: MoneyE6; occurredAt: Date };

/**
 * Entries on the segregated account that no statement has shown yet, oldest first: each as a whole, and by partner
 * where several paid in one entry.
 */
export async function findUnshownSecured(db: Tx, since: Date): Promise<SecuredPart[]> {
  return db.$queryRaw<SecuredPart[]>`
    WITH unshown AS (
      SELECT e.id, e.ord, e.occurred_at, sum(l.amount)::bigint AS amount FROM entry e JOIN line l ON l.entry_id = e.id
      WHERE l.account = 'BANK_COLLATERAL' AND e.occurred_at >= ${since}
        AND NOT EXISTS (SELECT FROM recon_match m JOIN recon_item i ON i.id = m.item_id JOIN bank_line b ON b.id = i.bank_line_id
          WHERE m.entry_id = e.id AND m.undone_at IS NULL AND b.bank_account = 'COLLATERAL' AND m.rule = 'WHOLE_ENTRY')
      GROUP BY e.id
    ), parts AS (
      SELECT u.id, u.ord, u.occurred_at, l.owner_id, -l.amount AS amount, row_number() OVER (PARTITION BY u.id, l.owner_id, l.amount) AS nth
      FROM unshown u JOIN line l ON l.entry_id = u.id WHERE l.account IN ('COLLATERAL', 'LOSS_POOL')
    )
    SELECT id AS "entryId", NULL AS "partnerId", amount AS "amountE6", occurred_at AS "occurredAt" FROM unshown u
    WHERE NOT EXISTS (SELECT FROM recon_match m WHERE m.entry_id = u.id AND m.rule = 'PART_OF_ENTRY' AND m.undone_at IS NULL)
    UNION ALL
    SELECT id, owner_id, amount, occurred_at FROM parts p
    WHERE (SELECT count(*) FROM parts q WHERE q.id = p.id) > 1
      AND (SELECT count(*) FROM recon_match m JOIN recon_item i ON i.id = m.item_id
           WHERE m.entry_id = p.id AND m.rule = 'PART_OF_ENTRY' AND m.undone_at IS NULL AND m.amount_e6 = p.amount
             AND i.partner_id = p.owner_id) < p.nth
    ORDER BY 4, 1`;
}
