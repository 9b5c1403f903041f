import { type Page, type PageArgs, pageOf } from "#api/kernel/page.ts";
import type { EntryRow } from "#api/ledger/read/entries.ts";
import type { Tx, VelocityKind, VelocitySubject } from "#api/sql/rows.ts";
import { type Sql, sql } from "#api/sql/snapshot.ts";

/** Entries in the order of posting: after the first, up to and with the last. */
export type EntrySpan = { after: bigint; upTo: bigint };

/**
 * The last entry below which nothing is still being posted. Takes the cycle's lock alone for the moment of asking, so
 * the transaction it is called in should do no more.
 */
export async function findLastSettledEntry(tx: Tx): Promise<bigint> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(cycle_lock_key())`;
  return findLastEntry(tx);
}

/** The last entry there is; some before it may still be on their way. */
export async function findLastEntry(tx: Tx): Promise<bigint> {
  const [last] = await tx.$queryRaw<{ ord: bigint }[]>`SELECT coalesce(max(ord), 0) AS ord FROM entry`;
  return last?.ord ?? 0n;
}

/** Notes what members, tills, outlets and partners did in these entries, unless it happened before `since`. */
export async function noteVelocityEvents(tx: Tx, { after, upTo }: EntrySpan, since: Date): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO velocity_event (entry_ord, kind, occurred_at, amount, member_id, terminal_id, location_id, partner_id)
    SELECT e.ord, m.kind::velocity_kind, e.occurred_at, m.amount, e.member_id, e.terminal_id, e.location_id, e.partner_id
    FROM entry e CROSS JOIN LATERAL (
      SELECT CASE e.event WHEN 'EARN' THEN 'POINTS_EARNED' WHEN 'CAPTURE' THEN 'POINTS_REDEEMED' ELSE 'POINTS_TRANSFERRED' END AS kind,
        CASE e.event WHEN 'CAPTURE' THEN -sum(l.amount) FILTER (WHERE l.account = 'REDEEMED')
          ELSE sum(l.amount) FILTER (WHERE l.amount > 0) END AS amount
      FROM line l WHERE l.entry_id = e.id AND l.unit = 'PTS') m
    WHERE e.ord > ${after} AND e.ord <= ${upTo} AND e.occurred_at >= ${since} AND e.event IN ('EARN', 'CAPTURE', 'TRANSFER')
      AND m.amount > 0
    UNION ALL
    SELECT e.ord, 'RECEIPTS', e.occurred_at, 1, p.member_id, e.terminal_id, e.location_id, e.partner_id
    FROM entry e JOIN purchase p ON p.deed_id = e.deed_id
    WHERE e.ord > ${after} AND e.ord <= ${upTo} AND e.occurred_at >= ${since}
      AND e.ord = (SELECT min(ord) FROM entry WHERE deed_id = p.deed_id)`;
  await noteReturns(tx, { after, upTo }, since);
}

/** Goods that came back after their buyer had spent points, since buying them or in paying for them. */
async function noteReturns(tx: Tx, { after, upTo }: EntrySpan, since: Date): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO velocity_event (entry_ord, kind, occurred_at, amount, member_id, terminal_id, location_id, partner_id)
    SELECT e.ord, 'RETURNS_AFTER_REDEMPTION', e.occurred_at, 1, p.member_id, e.terminal_id, e.location_id, e.partner_id
    FROM entry e JOIN purchase_return r ON r.deed_id = e.deed_id JOIN purchase p ON p.id = r.purchase_id
    WHERE e.ord > ${after} AND e.ord <= ${upTo} AND e.occurred_at >= ${since}
      AND e.ord = (SELECT min(ord) FROM entry WHERE deed_id = r.deed_id)
      AND EXISTS (SELECT FROM velocity_event v WHERE v.member_id = p.member_id AND v.kind = 'POINTS_REDEEMED'
        AND v.occurred_at BETWEEN p.occurred_at AND e.occurred_at)`;
}

const subjectColumns: Record<VelocitySubject, Sql> = {
  MEMBER: sql`member_id`,
  TERMINAL: sql`terminal_id`,
  LOCATION: sql`location_id`,
  PARTNER: sql`partner_id`,
};

/** What was counted of whom within [from, until). */
export type Counted = { kind: VelocityKind; subject: VelocitySubject; subjectId: string; from: Date; until: Date };

/** The entries that were counted, newest first, as long as they are kept; the cursor is the order of posting. */
export async function findCountedEntries(
  db: Tx,
  counted: Counted,
  { first, after }: PageArgs,
): Promise<Page<EntryRow>> {
  const { kind, subject, subjectId, from, until } = counted;
  const before = after !== null && /^\d{1,18}$/.test(after) ? sql`entry_ord < ${BigInt(after)}` : sql`true`;
  const ords = await db.$queryRaw<{ ord: bigint }[]>`
    SELECT entry_ord AS ord FROM velocity_event
    WHERE ${subjectColumns[subject]} = ${subjectId} AND kind = ${kind}::velocity_kind AND occurred_at >= ${from}
      AND occurred_at < ${until} AND ${before}
    ORDER BY entry_ord DESC LIMIT ${first + 1}`;
  const rows = await db.entry.findMany({
    where: { ord: { in: ords.map(({ ord }) => ord) } },
    orderBy: { ord: "desc" },
  });
  return pageOf(rows, first);
}
