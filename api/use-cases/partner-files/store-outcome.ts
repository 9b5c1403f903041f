import type { PartnerFile, Tx } from "#api/sql/rows.ts";

/**
 * Writes `outcome` (judge-rows.ts) as the file's items: each row once for ever. What agrees now is closed; what turned
 * up in this file closes what the partner's earlier files lacked.
 */
export async function storeOutcome(tx: Tx, file: PartnerFile, at: Date): Promise<void> {
  await closeTurnedUp(tx, file, at);
  await refreshOpen(tx, file.id);
  await addNew(tx, file, at);
}

/** An item is NEW until both sides agree, or the other side's time is over. */
export async function addNew(tx: Tx, { id: fileId, partnerId }: PartnerFile, at: Date): Promise<void> {
  const prefix = `rec_${fileId.slice(4, 14)}`;
  await tx.$executeRaw`
    WITH added AS (
      INSERT INTO recon_item (id, source, kind, state, partner_id, cycle_id, file_id, file_line, event, hub_ref, other_ref,
        hub_value, other_value, unit, rule, score, opened_at, closed_at)
      SELECT ${prefix} || CASE WHEN o.line IS NULL THEN 'Z' || upper(left(md5(${fileId} || o.hub_ref || o.event), 15))
          ELSE lpad(upper(to_hex(o.line)), 6, '0') || upper(left(md5(${fileId} || o.line), 10)) END,
        'PARTNER_FILE', o.kind, (CASE WHEN o.kind IS NULL OR o.kind = 'LATE' THEN 'MATCHED' ELSE 'NEW' END)::recon_state,
        ${partnerId}, o.cycle_id, ${fileId}, o.line, o.event, o.hub_ref, o.client_ref, o.hub_value, o.other_value, o.unit,
        o.rule, CASE WHEN o.rule IS NOT NULL THEN 100 END, ${at}::timestamptz,
        CASE WHEN o.kind IS NULL OR o.kind = 'LATE' THEN ${at}::timestamptz END
      FROM outcome o
      WHERE NOT EXISTS (SELECT FROM recon_item i WHERE i.file_id = ${fileId} AND i.file_line = o.line)
        AND NOT EXISTS (SELECT FROM recon_item i WHERE i.file_id = ${fileId} AND o.line IS NULL AND i.file_line IS NULL
          AND i.hub_ref = o.hub_ref AND i.event = o.event)
      RETURNING id, state)
    INSERT INTO transition (id, object, object_id, "from", "to", actor, at)
    SELECT 'trn_' || upper(left(replace(gen_random_uuid()::text, '-', ''), 26)), 'reconciliation item', id,
      CASE state WHEN 'MATCHED' THEN 'NEW' END, state, 'system', ${at}::timestamptz FROM added`;
}

/** What still disagrees says so as it is now; it is among `open_item`. */
async function refreshOpen(tx: Tx, fileId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE recon_item i SET kind = o.kind, hub_ref = o.hub_ref, cycle_id = o.cycle_id, hub_value = o.hub_value,
      other_value = o.other_value, unit = o.unit, rule = o.rule
    FROM outcome o JOIN open_item open ON open.file_id = ${fileId} AND open.file_line = o.line
    WHERE i.id = open.id AND o.kind IS NOT NULL AND o.kind <> 'LATE' AND i.state IN ('NEW', 'BREAK', 'INVESTIGATING')`;
}

async function closeTurnedUp(tx: Tx, { id: fileId, partnerId, uploadedAt }: PartnerFile, at: Date): Promise<void> {
  await tx.$executeRaw`
    CREATE TEMP TABLE open_item ON COMMIT DROP AS
    SELECT i.id, i.state, i.file_id, i.file_line, i.hub_ref, i.event, r.client_ref, r.occurred_at FROM recon_item i
    LEFT JOIN partner_file_row r ON r.file_id = i.file_id AND r.line = i.file_line
    WHERE i.partner_id = ${partnerId} AND i.source = 'PARTNER_FILE' AND i.state IN ('NEW', 'BREAK', 'INVESTIGATING')
      AND (i.file_id = ${fileId} OR EXISTS (SELECT FROM partner_file e WHERE e.id = i.file_id AND e.uploaded_at <= ${uploadedAt}::timestamptz))`;
  await tx.$executeRaw`ANALYZE open_item`;
  await tx.$executeRaw`
    WITH turned AS (
      SELECT open.id, a.line FROM open_item open JOIN outcome a ON a.line = open.file_line
      WHERE open.file_id = ${fileId} AND (a.kind IS NULL OR a.kind = 'LATE')
      UNION ALL
      SELECT open.id, min(a.line) FROM open_item open JOIN outcome a ON a.event = open.event AND a.client_ref = open.client_ref
        AND abs(extract(epoch FROM a.occurred_at - open.occurred_at)) < 86400
      WHERE open.file_id <> ${fileId} AND (a.kind IS NULL OR a.kind = 'LATE') GROUP BY open.id
      UNION ALL
      SELECT open.id, a.line FROM open_item open JOIN outcome a ON a.hub_ref = open.hub_ref AND a.event = open.event
      WHERE open.file_line IS NULL AND (a.kind IS NULL OR a.kind = 'LATE')),
    closed AS (
      UPDATE recon_item i SET state = (CASE open.state WHEN 'NEW' THEN 'MATCHED' ELSE 'RESOLVED' END)::recon_state,
        kind = CASE open.state WHEN 'NEW' THEN a.kind ELSE i.kind END, hub_ref = a.hub_ref, hub_value = a.hub_value,
        other_value = a.other_value, unit = a.unit, rule = a.rule, closed_at = ${at}::timestamptz,
        resolution = CASE open.state WHEN 'NEW' THEN NULL ELSE 'TURNED_UP' END
      FROM turned t JOIN open_item open ON open.id = t.id JOIN outcome a ON a.line = t.line WHERE i.id = t.id
      RETURNING i.id, open.state AS was, i.state)
    INSERT INTO transition (id, object, object_id, "from", "to", actor, reason, at)
    SELECT 'trn_' || upper(left(replace(gen_random_uuid()::text, '-', ''), 26)), 'reconciliation item', id, was, state,
      'system', 'It turned up in ' || ${fileId}, ${at}::timestamptz FROM closed`;
}
