import type { Tx } from "#api/sql/rows.ts";
import { type Sql, sql } from "#api/sql/snapshot.ts";

/** Which of a partner's deeds, for which of its files. */
type Span = { id: string; partnerId: string; from: Date; until: Date };

/** The rows after a position, so many at a time. */
type Chunk = { after: string | null; take: number };
type Laid = { rows: number; position: string | null };

/** How far the clocks of a till and its back office may differ; what is outside the span is only there to be found. */
const SLACK = "7 days";

/** How many receipts, redemptions and returns the hub has of a partner around a span. */
export async function countHubRows(db: Tx, span: Omit<Span, "id">): Promise<number> {
  const [counted] = await db.$queryRaw<{ rows: number }[]>`
    SELECT ((SELECT count(*) FROM purchase d WHERE ${within(span, sql`d.occurred_at`, sql`d.partner_id`)})
      + (SELECT count(*) FROM burn d WHERE ${within(span, sql`d.reserved_at`, sql`d.redeemer_id`)})
      + (SELECT count(*) FROM purchase_return d WHERE ${within(span, sql`d.occurred_at`, sql`d.partner_id`)}))::int AS rows`;
  return counted?.rows ?? 0;
}

/**
 * Lays what receipts earned, in the order of their time, into `partner_file_hub_row`. Of each kind of hub row, `points`
 * are the posted lines', `stated_points` the deed's; a return states points that lapsed before they could be taken back,
 * and no line moves them.
 */
export function layEarned(tx: Tx, span: Span, chunk: Chunk): Promise<Laid> {
  const purchases = sql`SELECT d.*, d.occurred_at AS at FROM purchase d WHERE ${within(span, sql`d.occurred_at`, sql`d.partner_id`)}`;
  return lay(
    tx,
    span,
    purchases,
    chunk,
    sql`
    SELECT p.id, 'EARN', p.at, p.business_date, coalesce(l.points, 0), p.points_earned, p.total_e6,
      CASE WHEN p.points_earned > 0 AND back.points >= p.points_earned THEN 'RETURNED' ELSE 'COMPLETED' END,
      l.cycle_id, p.receipt_number, d.key, NULL
    FROM chunk p JOIN deed d ON d.id = p.deed_id
    LEFT JOIN LATERAL (
      SELECT sum(l.amount) AS points, min(e.cycle_id) AS cycle_id FROM entry e
      JOIN line l ON l.entry_id = e.id AND l.account = 'ISSUED' WHERE e.deed_id = p.deed_id) l ON true
    LEFT JOIN LATERAL (SELECT sum(points_clawed) AS points FROM purchase_return r WHERE r.purchase_id = p.id) back ON true`,
  );
}

/** The same of redemptions. */
export function layRedeemed(tx: Tx, span: Span, chunk: Chunk & { timeZone: string }): Promise<Laid> {
  const burns = sql`SELECT d.*, d.reserved_at AS at FROM burn d WHERE ${within(span, sql`d.reserved_at`, sql`d.redeemer_id`)}`;
  return lay(
    tx,
    span,
    burns,
    chunk,
    sql`
    SELECT b.id, 'REDEMPTION', t.at, coalesce(p.business_date, (t.at AT TIME ZONE ${chunk.timeZone})::date), coalesce(l.points, 0),
      b.captured, p.total_e6,
      CASE b.state WHEN 'CAPTURED' THEN CASE WHEN back.points >= b.captured THEN 'RETURNED' ELSE 'COMPLETED' END ELSE b.state::text END,
      taken.cycle_id, p.receipt_number, reserved.key, captured.key
    FROM chunk b CROSS JOIN LATERAL (SELECT coalesce(b.captured_at, b.reserved_at) AS at) t
    JOIN deed reserved ON reserved.id = b.deed_id
    LEFT JOIN LATERAL (SELECT e.id, e.deed_id, e.cycle_id FROM entry e WHERE e.burn_id = b.id AND e.event = 'CAPTURE' LIMIT 1) taken ON true
    LEFT JOIN deed captured ON captured.id = taken.deed_id
    LEFT JOIN purchase p ON p.deed_id = taken.deed_id
    LEFT JOIN LATERAL (SELECT -sum(amount) AS points FROM line WHERE entry_id = taken.id AND account = 'REDEEMED') l ON true
    LEFT JOIN LATERAL (SELECT sum(restored) AS points FROM burn_slice s WHERE s.burn_id = b.id) back ON true`,
  );
}

/** The same of returns. */
export function layReturned(tx: Tx, span: Span, chunk: Chunk & { timeZone: string }): Promise<Laid> {
  const returns = sql`SELECT d.*, d.occurred_at AS at FROM purchase_return d WHERE ${within(span, sql`d.occurred_at`, sql`d.partner_id`)}`;
  return lay(
    tx,
    span,
    returns,
    chunk,
    sql`
    SELECT r.id, 'RETURN', r.at, (r.at AT TIME ZONE ${chunk.timeZone})::date,
      greatest(coalesce(l.points, 0), r.points_clawed + r.points_restored), r.points_clawed + r.points_restored,
      r.amount_e6, 'COMPLETED', l.cycle_id, r.receipt_number, d.key, NULL
    FROM chunk r JOIN deed d ON d.id = r.deed_id
    LEFT JOIN LATERAL (
      SELECT sum(abs(l.amount)) AS points, min(e.cycle_id) AS cycle_id FROM entry e
      JOIN line l ON l.entry_id = e.id AND (l.account = 'CLAWBACK' OR (l.account = 'REDEEMED' AND l.amount > 0))
      WHERE e.deed_id = r.deed_id) l ON true`,
  );
}

function within({ partnerId, from, until }: Omit<Span, "id">, at: Sql, partner: Sql): Sql {
  return sql`${partner} = ${partnerId} AND ${at} >= ${from}::timestamptz - ${SLACK}::interval
    AND ${at} < ${until}::timestamptz + ${SLACK}::interval`;
}

/** `deeds` have `at` and `id`, by which they are gone through; `rows` are made of those in `chunk`. */
async function lay(
  tx: Tx,
  { id: fileId, from, until }: Span,
  deeds: Sql,
  { after, take }: Chunk,
  rows: Sql,
): Promise<Laid> {
  const [at = "-infinity", id = ""] = after?.split(" ") ?? [];
  const [laid] = await tx.$queryRaw<{ rows: number; last: string | null }[]>`
    WITH chunk AS MATERIALIZED (
      SELECT * FROM (${deeds}) deeds WHERE at >= ${at}::timestamptz AND (at, id) > (${at}::timestamptz, ${id}) ORDER BY at, id LIMIT ${take}
    ), laid (hub_ref, event, occurred_at, day, points, stated_points, amount_e6, status, cycle_id, receipt, key, other_key) AS (${rows}
    ), added AS (
      INSERT INTO partner_file_hub_row (file_id, hub_ref, event, occurred_at, day, in_span, points, stated_points, amount_e6,
        status, cycle_id, receipt, key, other_key)
      SELECT ${fileId}, hub_ref, event, occurred_at, day,
        occurred_at >= ${from}::timestamptz AND occurred_at < ${until}::timestamptz, points, stated_points, amount_e6,
        status, cycle_id, receipt, key, other_key FROM laid)
    SELECT (SELECT count(*) FROM chunk)::int AS rows,
      (SELECT to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MSZ') || ' ' || id FROM chunk ORDER BY at DESC, id DESC LIMIT 1) AS last`;
  return laid && laid.rows === take ? { rows: take, position: laid.last } : { rows: laid?.rows ?? 0, position: null };
}
