import type { Tx } from "#api/sql/rows.ts";

type Span = { partnerId: string; from: Date; until: Date };

/** How far the clocks of a till and its back office may differ; what is outside the span is only there to be found. */
const SLACK = "7 days";

/**
 * Lays what the hub has of a partner around a span into the table `hub_row`, which ends with the transaction: a row for
 * what each receipt earned, each redemption, each return. `points` are the posted lines', `stated_points` the deed's;
 * a return states points that lapsed before they could be taken back, and no line moves them.
 */
export async function readHubRows(tx: Tx, span: Span, timeZone: string): Promise<void> {
  await tx.$executeRaw`CREATE TEMP TABLE hub_row (hub_ref text, event text, occurred_at timestamptz, day date, in_span boolean,
    points bigint, stated_points bigint, amount_e6 bigint, status text, cycle_id text, receipt text, key text, other_key text,
    PRIMARY KEY (hub_ref, event)) ON COMMIT DROP`;
  await layEarned(tx, span);
  await layRedeemed(tx, span, timeZone);
  await layReturned(tx, span, timeZone);
  await tx.$executeRaw`CREATE INDEX ON hub_row (receipt, event)`;
  await tx.$executeRaw`CREATE INDEX ON hub_row (key)`;
  await tx.$executeRaw`ANALYZE hub_row`;
}

async function layEarned(tx: Tx, { partnerId, from, until }: Span): Promise<void> {
  await tx.$executeRaw`INSERT INTO hub_row
    SELECT p.id, 'EARN', p.occurred_at, p.business_date, p.occurred_at >= ${from}::timestamptz AND p.occurred_at < ${until}::timestamptz,
      coalesce(l.points, 0), p.points_earned, p.total_e6,
      CASE WHEN p.points_earned > 0 AND back.points >= p.points_earned THEN 'RETURNED' ELSE 'COMPLETED' END,
      l.cycle_id, p.receipt_number, d.key, NULL
    FROM purchase p JOIN deed d ON d.id = p.deed_id
    LEFT JOIN LATERAL (
      SELECT sum(l.amount) AS points, min(e.cycle_id) AS cycle_id FROM entry e
      JOIN line l ON l.entry_id = e.id AND l.account = 'ISSUED' WHERE e.deed_id = p.deed_id) l ON true
    LEFT JOIN LATERAL (SELECT sum(points_clawed) AS points FROM purchase_return r WHERE r.purchase_id = p.id) back ON true
    WHERE p.partner_id = ${partnerId}
      AND p.occurred_at >= ${from}::timestamptz - ${SLACK}::interval AND p.occurred_at < ${until}::timestamptz + ${SLACK}::interval`;
}

async function layRedeemed(tx: Tx, { partnerId, from, until }: Span, timeZone: string): Promise<void> {
  await tx.$executeRaw`INSERT INTO hub_row
    SELECT b.id, 'REDEMPTION', t.at, coalesce(p.business_date, (t.at AT TIME ZONE ${timeZone})::date),
      t.at >= ${from}::timestamptz AND t.at < ${until}::timestamptz, coalesce(l.points, 0), b.captured, p.total_e6,
      CASE b.state WHEN 'CAPTURED' THEN CASE WHEN back.points >= b.captured THEN 'RETURNED' ELSE 'COMPLETED' END ELSE b.state::text END,
      taken.cycle_id, p.receipt_number, reserved.key, captured.key
    FROM burn b CROSS JOIN LATERAL (SELECT coalesce(b.captured_at, b.reserved_at) AS at) t
    JOIN deed reserved ON reserved.id = b.deed_id
    LEFT JOIN LATERAL (SELECT e.id, e.deed_id, e.cycle_id FROM entry e WHERE e.burn_id = b.id AND e.event = 'CAPTURE' LIMIT 1) taken ON true
    LEFT JOIN deed captured ON captured.id = taken.deed_id
    LEFT JOIN purchase p ON p.deed_id = taken.deed_id
    LEFT JOIN LATERAL (SELECT -sum(amount) AS points FROM line WHERE entry_id = taken.id AND account = 'REDEEMED') l ON true
    LEFT JOIN LATERAL (SELECT sum(restored) AS points FROM burn_slice s WHERE s.burn_id = b.id) back ON true
    WHERE b.redeemer_id = ${partnerId}
      AND b.reserved_at >= ${from}::timestamptz - ${SLACK}::interval AND b.reserved_at < ${until}::timestamptz + ${SLACK}::interval`;
}

async function layReturned(tx: Tx, { partnerId, from, until }: Span, timeZone: string): Promise<void> {
  await tx.$executeRaw`INSERT INTO hub_row
    SELECT r.id, 'RETURN', r.occurred_at, (r.occurred_at AT TIME ZONE ${timeZone})::date,
      r.occurred_at >= ${from}::timestamptz AND r.occurred_at < ${until}::timestamptz, greatest(coalesce(l.points, 0), r.points_clawed + r.points_restored), r.points_clawed + r.points_restored,
      r.amount_e6, 'COMPLETED', l.cycle_id, r.receipt_number, d.key, NULL
    FROM purchase_return r JOIN deed d ON d.id = r.deed_id
    LEFT JOIN LATERAL (
      SELECT sum(abs(l.amount)) AS points, min(e.cycle_id) AS cycle_id FROM entry e
      JOIN line l ON l.entry_id = e.id AND (l.account = 'CLAWBACK' OR (l.account = 'REDEEMED' AND l.amount > 0))
      WHERE e.deed_id = r.deed_id) l ON true
    WHERE r.partner_id = ${partnerId}
      AND r.occurred_at >= ${from}::timestamptz - ${SLACK}::interval AND r.occurred_at < ${until}::timestamptz + ${SLACK}::interval`;
}
