import type { Tx } from "#api/sql/rows.ts";
import { type Came, came, type Share } from "#api/use-cases/partner-files/share.ts";

/**
 * A till that says its idempotency key means exactly one deed. Goes through the hub's rows in the order of their ids: of
 * two that one row of the file could mean, the first has it.
 */
export async function pairByKey(tx: Tx, { file: { id: fileId }, after, take }: Share): Promise<Came> {
  const [end] = await tx.$queryRaw<{ rows: number; last: string | null }[]>`
    SELECT count(*)::int AS rows, max(hub_ref) AS last FROM (
      SELECT hub_ref FROM partner_file_hub_row WHERE file_id = ${fileId} AND hub_ref > ${after ?? ""}
      ORDER BY hub_ref LIMIT ${take}) chunk`;
  if (!end?.last) return { rows: 0, position: null };
  await tx.$executeRaw`
    INSERT INTO partner_file_pair (file_id, line, hub_ref, event, rule)
    SELECT ${fileId}, min(f.line), h.hub_ref, h.event, 'idempotency key'
    FROM partner_file_hub_row h
    JOIN partner_file_row f ON f.file_id = h.file_id AND f.client_ref = ANY (ARRAY[h.key, h.other_key]) AND f.event = h.event
    WHERE h.file_id = ${fileId} AND h.hub_ref > ${after ?? ""} AND h.hub_ref <= ${end.last}
    GROUP BY h.hub_ref, h.event ORDER BY h.hub_ref, h.event
    ON CONFLICT DO NOTHING`;
  return came(end, take);
}

/** Goes through the file's rows by what they are called; all rows of one name are in one chunk. */
export async function pairByReceipt(tx: Tx, share: Share): Promise<Came> {
  const { file, after, take } = share;
  const [end] = await tx.$queryRaw<{ rows: number; last: string | null }[]>`
    SELECT count(*)::int AS rows, max(client_ref) AS last FROM (
      SELECT client_ref FROM partner_file_row WHERE file_id = ${file.id} AND client_ref > ${after ?? ""}
      ORDER BY client_ref LIMIT ${take}) chunk`;
  if (!end?.last) return { rows: 0, position: null };
  await layUnpaired(tx, { fileId: file.id, after: after ?? "", last: end.last }, share.programme.timeZone);
  await pairByReceiptAndDay(tx, file.id);
  await pairByReceiptAlone(tx, file.id);
  return came(end, take);
}

/** Names after the one and up to the other. */
type Names = { fileId: string; after: string; last: string };

/** What has no pair yet, of the file and of the hub, in tables that end with the transaction and whose size is known. */
async function layUnpaired(tx: Tx, { fileId, after, last }: Names, timeZone: string): Promise<void> {
  await tx.$executeRaw`
    CREATE TEMP TABLE unpaired_row ON COMMIT DROP AS
    SELECT line, event, client_ref, occurred_at, (occurred_at AT TIME ZONE ${timeZone})::date AS day FROM partner_file_row r
    WHERE file_id = ${fileId} AND client_ref > ${after} AND client_ref <= ${last}
      AND NOT EXISTS (SELECT FROM partner_file_pair p WHERE p.file_id = r.file_id AND p.line = r.line)`;
  await tx.$executeRaw`
    CREATE TEMP TABLE unpaired_hub_row ON COMMIT DROP AS
    SELECT hub_ref, event, receipt, occurred_at, day FROM partner_file_hub_row r
    WHERE file_id = ${fileId} AND receipt > ${after} AND receipt <= ${last}
      AND NOT EXISTS (SELECT FROM partner_file_pair p WHERE p.file_id = r.file_id AND p.hub_ref = r.hub_ref AND p.event = r.event)`;
  await tx.$executeRaw`ANALYZE unpaired_row, unpaired_hub_row`;
}

/** Receipt numbers come again every day, and at every till: the first of a day is the first, the second the second. */
async function pairByReceiptAndDay(tx: Tx, fileId: string): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO partner_file_pair (file_id, line, hub_ref, event, rule)
    SELECT ${fileId}, f.line, h.hub_ref, h.event, 'receipt number and day'
    FROM (SELECT *, row_number() OVER (PARTITION BY event, client_ref, day ORDER BY occurred_at, line) AS turn FROM unpaired_row) f
    JOIN (SELECT *, row_number() OVER (PARTITION BY event, receipt, day ORDER BY occurred_at, hub_ref) AS turn FROM unpaired_hub_row) h
      ON h.event = f.event AND h.receipt = f.client_ref AND h.day = f.day AND h.turn = f.turn`;
}

/** Clocks differ around midnight: a number that is left once on each side, a day apart, is the same receipt. */
async function pairByReceiptAlone(tx: Tx, fileId: string): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO partner_file_pair (file_id, line, hub_ref, event, rule)
    SELECT ${fileId}, f.line, h.hub_ref, f.event, 'receipt number'
    FROM (SELECT event, client_ref, min(line) AS line, min(day) AS day FROM unpaired_row r
      WHERE NOT EXISTS (SELECT FROM partner_file_pair p WHERE p.file_id = ${fileId} AND p.line = r.line)
      GROUP BY 1, 2 HAVING count(*) = 1) f
    JOIN (SELECT event, receipt, min(hub_ref) AS hub_ref, min(day) AS day FROM unpaired_hub_row r
      WHERE NOT EXISTS (SELECT FROM partner_file_pair p WHERE p.file_id = ${fileId} AND p.hub_ref = r.hub_ref AND p.event = r.event)
      GROUP BY 1, 2 HAVING count(*) = 1) h
      ON h.event = f.event AND h.receipt = f.client_ref AND abs(h.day - f.day) <= 1`;
}
