import { type Page, type PageArgs, pageOf } from "#api/kernel/page.ts";
import type { EntryRow } from "#api/ledger/read/entries.ts";
import type { Tx, VelocitySubject } from "#api/sql/rows.ts";
import { type Sql, sql } from "#api/sql/snapshot.ts";

/** Where entries and purchases stand, each in their own order. */
export type Recorded = { entryOrd: bigint; purchaseOrd: bigint };

/** What was recorded after the first, up to and with the last. */
export type RecordedSpan = { after: Recorded; upTo: Recorded };

/** The last entry below which nothing is still being posted; as `findLastSettled`. */
export async function findLastSettledEntry(tx: Tx): Promise<bigint> {
  return (await findLastSettled(tx)).entryOrd;
}

/**
 * The last entry and purchase below which nothing is still being posted. Takes the cycle's lock alone for the moment of
 * asking, so the transaction it is called in should do no more.
 */
export async function findLastSettled(tx: Tx): Promise<Recorded> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(cycle_lock_key())`;
  return findLastRecorded(tx);
}

/** The last entry there is; some before it may still be on their way. */
export async function findLastEntry(tx: Tx): Promise<bigint> {
  return (await findLastRecorded(tx)).entryOrd;
}

/** The last entry and purchase there are; some before them may still be on their way. */
export async function findLastRecorded(tx: Tx): Promise<Recorded> {
  const [last] = await tx.$queryRaw<Recorded[]>`
    SELECT (SELECT coalesce(max(ord), 0) FROM entry) AS "entryOrd",
      (SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM purchase_ord_seq) AS "purchaseOrd"`;
  return last ?? { entryOrd: 0n, purchaseOrd: 0n };
}

/** Notes what members, tills, outlets and partners did in this span, unless it happened before `since`. */
export async function noteVelocityEvents(tx: Tx, { after, upTo }: RecordedSpan, since: Date): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO velocity_event (ord, kind, occurred_at, amount, member_id, terminal_id, location_id, partner_id)
    SELECT e.ord, m.kind::velocity_kind, e.occurred_at, m.amount, e.member_id, e.terminal_id, e.location_id, e.partner_id
    FROM entry e CROSS JOIN LATERAL (
      SELECT CASE e.event WHEN 'EARN' THEN 'POINTS_EARNED' WHEN 'CAPTURE' THEN 'POINTS_REDEEMED' ELSE 'POINTS_TRANSFERRED' END AS kind,
        CASE e.event WHEN 'CAPTURE' THEN -sum(l.amount) FILTER (WHERE l.account = 'REDEEMED')
          ELSE sum(l.amount) FILTER (WHERE l.amount > 0) END AS amount
      FROM line l WHERE l.entry_id = e.id AND l.unit = 'PTS') m
    WHERE e.ord > ${after.entryOrd} AND e.ord <= ${upTo.entryOrd} AND e.occurred_at >= ${since} AND e.event IN ('EARN', 'CAPTURE', 'TRANSFER')
      AND m.amount > 0
    UNION ALL
    SELECT p.ord, 'RECEIPTS', p.occurred_at, 1, p.member_id, p.terminal_id, p.location_id, p.partner_id
    FROM purchase p
    WHERE p.ord > ${after.purchaseOrd} AND p.ord <= ${upTo.purchaseOrd} AND p.occurred_at >= ${since}`;
  await noteReturns(tx, { after, upTo }, since);
}

/** Goods that came back after their buyer had spent points, since buying them or in paying for them. */
async function noteReturns(tx: Tx, { after, upTo }: RecordedSpan, since: Date): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO velocity_event (ord, kind, occurred_at, amount, member_id, terminal_id, location_id, partner_id)
    SELECT e.ord, 'RETURNS_AFTER_REDEMPTION', e.occurred_at, 1, p.member_id, e.terminal_id, e.location_id, e.partner_id
    FROM entry e JOIN purchase_return r ON r.deed_id = e.deed_id JOIN purchase p ON p.id = r.purchase_id
    WHERE e.ord > ${after.entryOrd} AND e.ord <= ${upTo.entryOrd} AND e.occurred_at >= ${since}
      AND e.ord = (SELECT min(ord) FROM entry WHERE deed_id = r.deed_id)
      AND EXISTS (SELECT FROM velocity_event v WHERE v.member_id = p.member_id AND v.kind = 'POINTS_REDEEMED'
        AND v.occurred_at BETWEEN p.occurred_at AND e.occurred_at)`;
}

/** Of a receipt. Purchases are found by their member and moment. */
const firstEntry = sql`(
  SELECT min(e.ord) FROM purchase p JOIN entry e ON e.deed_id = p.deed_id
  WHERE p.member_id = v.member_id AND p.occurred_at = v.occurred_at AND p.ord = v.ord)`;

const subjectColumns: Record<VelocitySubject, Sql> = {
  MEMBER: sql`member_id`,
  TERMINAL: sql`terminal_id`,
  LOCATION: sql`location_id`,
  PARTNER: sql`partner_id`,
};

/** What was counted of whom within [from, until). */
export type Counted = {
  /** Which events `v`. */
  counted: Sql;
  /** They stand for receipts, not for entries. */
  ofReceipts: boolean;
  subject: VelocitySubject;
  subjectId: string;
  from: Date;
  until: Date;
};

/**
 * The entries that were counted, newest first, as long as they are kept; of receipts the first, if they moved points. The
 * cursor is the order of posting.
 */
export async function findCountedEntries(
  db: Tx,
  { counted, ofReceipts, subject, subjectId, from, until }: Counted,
  { first, after }: PageArgs,
): Promise<Page<EntryRow>> {
  const before = after !== null && /^\d{1,18}$/.test(after) ? sql`ord < ${BigInt(after)}` : sql`true`;
  const ords = await db.$queryRaw<{ ord: bigint }[]>`
    SELECT ord FROM (
      SELECT ${ofReceipts ? firstEntry : sql`v.ord`} AS ord FROM velocity_event v
      WHERE ${subjectColumns[subject]} = ${subjectId} AND ${counted} AND v.occurred_at >= ${from}
        AND v.occurred_at < ${until}) counted
    WHERE ${before} AND ord IS NOT NULL ORDER BY ord DESC LIMIT ${first + 1}`;
  const rows = await db.entry.findMany({
    where: { ord: { in: ords.map(({ ord }) => ord) } },
    orderBy: { ord: "desc" },
  });
  return pageOf(rows, first);
}
