import type { Tx } from "#api/sql/rows.ts";
import { type Came, came, type Share } from "#api/use-cases/partner-files/share.ts";

/**
 * Lays what comes of a chunk of the file's rows into the table `outcome`, which ends with the transaction: a kind for
 * whatever disagrees, the gravest first; a row without one agrees.
 */
export async function judgeFileRows(tx: Tx, { file, programme, after, take }: Share): Promise<Came> {
  const { timeZone, currency } = programme;
  const from = Number(after ?? 0);
  await tx.$executeRaw`
    CREATE TEMP TABLE outcome ON COMMIT DROP AS
    WITH f AS MATERIALIZED (
      SELECT r.*, c.id AS cycle_id FROM (
        SELECT * FROM partner_file_row WHERE file_id = ${file.id} AND line > ${from} ORDER BY line LIMIT ${take}) r
      LEFT JOIN cycle c ON r.occurred_at >= c.opens_at AND r.occurred_at < c.cutoff_at)
    SELECT f.line, f.event, f.client_ref, f.occurred_at, h.hub_ref, coalesce(h.cycle_id, f.cycle_id) AS cycle_id, p.rule, verdict.kind,
      CASE WHEN verdict.kind = 'AMOUNT_DIFF' THEN ${currency} ELSE 'PTS' END AS unit,
      CASE WHEN verdict.kind = 'AMOUNT_DIFF' THEN h.amount_e6 ELSE h.points END AS hub_value,
      CASE WHEN verdict.kind = 'AMOUNT_DIFF' THEN f.amount_e6 ELSE f.points END AS other_value
    FROM f LEFT JOIN partner_file_pair p ON p.file_id = f.file_id AND p.line = f.line
    LEFT JOIN partner_file_hub_row h ON h.file_id = f.file_id AND h.hub_ref = p.hub_ref AND h.event = p.event
    CROSS JOIN LATERAL (SELECT CASE
      WHEN h.hub_ref IS NULL AND EXISTS (
        SELECT FROM partner_file_row e WHERE e.file_id = f.file_id AND e.client_ref = f.client_ref AND e.event = f.event AND e.line < f.line
          AND (e.occurred_at AT TIME ZONE ${timeZone})::date = (f.occurred_at AT TIME ZONE ${timeZone})::date) THEN 'DUPLICATE'
      WHEN h.hub_ref IS NULL AND f.status = 'CANCELLED' THEN NULL
      WHEN h.hub_ref IS NULL THEN 'MISSING_IN_HUB'
      WHEN f.status = 'CANCELLED' AND h.status IN ('RELEASED', 'RETURNED') THEN NULL
      WHEN coalesce(f.status, 'COMPLETED') <> h.status AND NOT (f.status IS NULL AND h.status = 'RETURNED') THEN 'STATUS_DIFF'
      WHEN f.points <> h.points OR h.points <> h.stated_points THEN 'POINTS_DIFF'
      WHEN f.amount_e6 <> h.amount_e6 THEN 'AMOUNT_DIFF'
      WHEN f.cycle_id <> h.cycle_id THEN 'LATE'
    END::recon_kind AS kind) verdict`;
  await tx.$executeRaw`ANALYZE outcome`;
  const [end] = await tx.$queryRaw<{ rows: number; last: string | null }[]>`
    SELECT count(*)::int AS rows, max(line)::text AS last FROM outcome`;
  return came(end, take);
}

/** The same for a chunk of the hub's rows: what the file should have and has not. */
export async function judgeHubRows(tx: Tx, { file, after, take }: Share): Promise<Came> {
  const [end] = await tx.$queryRaw<{ rows: number; last: string | null }[]>`
    SELECT count(*)::int AS rows, max(hub_ref) AS last FROM (
      SELECT hub_ref FROM partner_file_hub_row WHERE file_id = ${file.id} AND hub_ref > ${after ?? ""}
      ORDER BY hub_ref LIMIT ${take}) chunk`;
  await tx.$executeRaw`
    CREATE TEMP TABLE outcome ON COMMIT DROP AS
    SELECT NULL::int AS line, h.event, coalesce(h.receipt, h.key) AS client_ref, h.occurred_at, h.hub_ref, h.cycle_id,
      NULL::text AS rule, 'MISSING_IN_PARTNER'::recon_kind AS kind, 'PTS' AS unit, h.points AS hub_value, NULL::bigint AS other_value
    FROM partner_file_hub_row h
    WHERE h.file_id = ${file.id} AND h.hub_ref > ${after ?? ""} AND h.hub_ref <= ${end?.last ?? ""}
      AND h.in_span AND h.points > 0 AND h.status IN ('COMPLETED', 'RETURNED')
      AND NOT EXISTS (SELECT FROM partner_file_pair p WHERE p.file_id = h.file_id AND p.hub_ref = h.hub_ref AND p.event = h.event)`;
  await tx.$executeRaw`ANALYZE outcome`;
  return came(end, take);
}
