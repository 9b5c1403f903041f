import type { PartnerFileRow } from "#api/formats/partner-file.ts";
import { type Actor, actorRef } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import type { PartnerFile, Tx } from "#api/sql/rows.ts";
import { recordAudit } from "#api/use-cases/audit/record-audit.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { takeKey } from "#api/use-cases/keys.ts";
import { PartnerFileTaken, PartnerFileUnreadable } from "#api/use-cases/partner-files/refusals.ts";
import { checkPartnerFile, type SentPartnerFile } from "#api/use-cases/partner-files/sent-file.ts";
import { LONG_TRANSACTION } from "#api/use-cases/transitions.ts";

export type UploadPartnerFile = SentPartnerFile & { idempotencyKey: string };

const CHUNK_ROWS = 10_000;

/** Keeps a partner's own transactions for comparison: all rows, or none when one cannot be read. */
export async function uploadPartnerFile(deps: Deps, actor: Actor, input: UploadPartnerFile): Promise<PartnerFile> {
  const { rows, problemCount, problems, partnerId, name, hash } = await checkPartnerFile(deps, actor, input);
  const { from, until } = input;
  const id = newId("partnerFile");
  return deps.db.$transaction(async (tx) => {
    const first = await takeKey(tx, actor, { verb: "uploadPartnerFile", input, objectId: id });
    if (first) return tx.partnerFile.findUniqueOrThrow({ where: { id: first } });
    if (problemCount > 0 || rows.length === 0) throw new PartnerFileUnreadable(problemCount, problems);
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('partner file'), hashtext(${partnerId}))`;
    const taken = await tx.partnerFile.findUnique({ where: { partnerId_hash: { partnerId, hash } } });
    if (taken) throw new PartnerFileTaken(taken.id);
    const at = deps.clock.now();
    const facts = { partnerId, name, hash, from, until, rowCount: rows.length };
    const file = await tx.partnerFile.create({ data: { id, ...facts, uploadedBy: actorRef(actor), uploadedAt: at } });
    for (let begin = 0; begin < rows.length; begin += CHUNK_ROWS)
      await keepRows(tx, id, rows.slice(begin, begin + CHUNK_ROWS));
    const about = { action: "uploadPartnerFile", object: "partner file", objectId: id, partnerId };
    await recordAudit(tx, actor, { at, ...about, before: null, after: facts });
    return file;
  }, LONG_TRANSACTION);
}

async function keepRows(tx: Tx, fileId: string, rows: readonly PartnerFileRow[]): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO partner_file_row (file_id, line, client_ref, event, occurred_at, points, amount_e6, status)
    SELECT ${fileId}, * FROM unnest(
      ${rows.map(({ line }) => line)}::int[], ${rows.map(({ clientRef }) => clientRef)}::text[],
      ${rows.map(({ event }) => event)}::text[], ${rows.map(({ occurredAt }) => occurredAt.toISOString())}::timestamptz[],
      ${rows.map(({ points }) => String(points))}::bigint[],
      ${rows.map(({ amountE6 }) => (amountE6 === null ? null : String(amountE6)))}::bigint[],
      ${rows.map(({ status }) => status)}::text[])`;
}
