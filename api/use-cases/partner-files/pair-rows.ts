import { readHubRows } from "#api/ledger/read/hub-rows.ts";
import type { PartnerFile, Programme, Tx } from "#api/sql/rows.ts";

/**
 * Lays both sides of a file's comparison into tables that end with the transaction: `file_row`, `hub_row`, the pairs of
 * them in `paired`, and what comes of each in `outcome`.
 */
export async function pairRows(tx: Tx, file: PartnerFile, { timeZone, currency }: Programme): Promise<void> {
  await layFileRows(tx, file.id, timeZone);
  await readHubRows(tx, file, timeZone);
  await tx.$executeRaw`CREATE TEMP TABLE paired (line int PRIMARY KEY, hub_ref text, event text, rule text,
    UNIQUE (hub_ref, event)) ON COMMIT DROP`;
  await pairByKey(tx);
  await pairByReceiptAndDay(tx);
  await pairByReceiptAlone(tx);
  await judge(tx, currency);
}

async function layFileRows(tx: Tx, fileId: string, timeZone: string): Promise<void> {
  await tx.$executeRaw`CREATE TEMP TABLE file_row ON COMMIT DROP AS
    SELECT r.line, r.client_ref, r.event, r.occurred_at, r.points, r.amount_e6, r.status,
      (r.occurred_at AT TIME ZONE ${timeZone})::date AS day,
      row_number() OVER (PARTITION BY r.event, r.client_ref, (r.occurred_at AT TIME ZONE ${timeZone})::date ORDER BY r.line) AS nth,
      c.id AS cycle_id
    FROM partner_file_row r LEFT JOIN cycle c ON r.occurred_at >= c.opens_at AND r.occurred_at < c.cutoff_at
    WHERE r.file_id = ${fileId}`;
  await tx.$executeRaw`ANALYZE file_row`;
}

/** A till that says its idempotency key means exactly one deed. */
async function pairByKey(tx: Tx): Promise<void> {
  await tx.$executeRaw`INSERT INTO paired
    SELECT DISTINCT ON (h.hub_ref, h.event) f.line, h.hub_ref, h.event, 'idempotency key'
    FROM file_row f JOIN (SELECT hub_ref, event, key FROM hub_row UNION ALL
      SELECT hub_ref, event, other_key FROM hub_row WHERE other_key <> key) h ON h.event = f.event AND h.key = f.client_ref
    WHERE f.nth = 1 ORDER BY h.hub_ref, h.event, f.line
    ON CONFLICT DO NOTHING`;
  await tx.$executeRaw`ANALYZE paired`;
}

/** Receipt numbers come again every day, and at every till: the first of a day is the first, the second the second. */
async function pairByReceiptAndDay(tx: Tx): Promise<void> {
  await tx.$executeRaw`INSERT INTO paired
    SELECT f.line, h.hub_ref, h.event, 'receipt number and day'
    FROM (SELECT line, event, client_ref, day, row_number() OVER (PARTITION BY event, client_ref, day ORDER BY occurred_at, line) AS turn
          FROM file_row f WHERE NOT EXISTS (SELECT FROM paired p WHERE p.line = f.line)) f
    JOIN (SELECT hub_ref, event, receipt, day, row_number() OVER (PARTITION BY event, receipt, day ORDER BY occurred_at, hub_ref) AS turn
          FROM hub_row h WHERE receipt IS NOT NULL
            AND NOT EXISTS (SELECT FROM paired p WHERE p.hub_ref = h.hub_ref AND p.event = h.event)) h
      ON h.event = f.event AND h.receipt = f.client_ref AND h.day = f.day AND h.turn = f.turn`;
}

/** Clocks differ around midnight: a number that is left once on each side, a day apart, is the same receipt. */
async function pairByReceiptAlone(tx: Tx): Promise<void> {
  await tx.$executeRaw`INSERT INTO paired
    SELECT f.line, h.hub_ref, f.event, 'receipt number'
    FROM (SELECT event, client_ref, min(line) AS line, min(day) AS day FROM file_row f
          WHERE NOT EXISTS (SELECT FROM paired p WHERE p.line = f.line) GROUP BY 1, 2 HAVING count(*) = 1) f
    JOIN (SELECT event, receipt, min(hub_ref) AS hub_ref, min(day) AS day FROM hub_row h
          WHERE receipt IS NOT NULL AND NOT EXISTS (SELECT FROM paired p WHERE p.hub_ref = h.hub_ref AND p.event = h.event)
          GROUP BY 1, 2 HAVING count(*) = 1) h
      ON h.event = f.event AND h.receipt = f.client_ref AND abs(h.day - f.day) <= 1`;
}

/** A kind for whatever disagrees, the gravest first; a row without one agrees. */
async function judge(tx: Tx, currency: string): Promise<void> {
  await tx.$executeRaw`CREATE TEMP TABLE outcome ON COMMIT DROP AS
    SELECT f.line, f.event, f.client_ref, h.hub_ref, coalesce(h.cycle_id, f.cycle_id) AS cycle_id, p.rule, verdict.kind,
      CASE WHEN verdict.kind = 'AMOUNT_DIFF' THEN ${currency} ELSE 'PTS' END AS unit,
      CASE WHEN verdict.kind = 'AMOUNT_DIFF' THEN h.amount_e6 ELSE h.points END AS hub_value,
      CASE WHEN verdict.kind = 'AMOUNT_DIFF' THEN f.amount_e6 ELSE f.points END AS other_value
    FROM file_row f LEFT JOIN paired p ON p.line = f.line
    LEFT JOIN hub_row h ON h.hub_ref = p.hub_ref AND h.event = p.event
    CROSS JOIN LATERAL (SELECT CASE
      WHEN h.hub_ref IS NULL AND f.nth > 1 THEN 'DUPLICATE'
      WHEN h.hub_ref IS NULL AND f.status = 'CANCELLED' THEN NULL
      WHEN h.hub_ref IS NULL THEN 'MISSING_IN_HUB'
      WHEN f.status = 'CANCELLED' AND h.status IN ('RELEASED', 'RETURNED') THEN NULL
      WHEN coalesce(f.status, 'COMPLETED') <> h.status AND NOT (f.status IS NULL AND h.status = 'RETURNED') THEN 'STATUS_DIFF'
      WHEN f.points <> h.points OR h.points <> h.stated_points THEN 'POINTS_DIFF'
      WHEN f.amount_e6 <> h.amount_e6 THEN 'AMOUNT_DIFF'
      WHEN f.cycle_id <> h.cycle_id THEN 'LATE'
    END::recon_kind AS kind) verdict
    UNION ALL
    SELECT NULL, h.event, coalesce(h.receipt, h.key), h.hub_ref, h.cycle_id, NULL, 'MISSING_IN_PARTNER', 'PTS', h.points, NULL
    FROM hub_row h WHERE h.in_span AND h.points > 0 AND h.status IN ('COMPLETED', 'RETURNED')
      AND NOT EXISTS (SELECT FROM paired p WHERE p.hub_ref = h.hub_ref AND p.event = h.event)`;
  await tx.$executeRaw`ANALYZE outcome`;
}
