import { type PartnerFileRow, readPartnerFile } from "#api/formats/partner-file.ts";
import { type Actor, actorRef } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import type { PartnerFile, Tx } from "#api/sql/rows.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { takeKey } from "#api/use-cases/keys.ts";
import { lockFilesOf } from "#api/use-cases/partner-files/move-file.ts";
import { PartnerFileTaken, PartnerFileUnreadable } from "#api/use-cases/partner-files/refusals.ts";
import { checkPartnerFile, type SentPartnerFile } from "#api/use-cases/partner-files/sent-file.ts";
import { LONG_TRANSACTION, recordStep } from "#api/use-cases/transitions.ts";

export type UploadPartnerFile = SentPartnerFile & { idempotencyKey: string };

/** Keeps a partner's own transactions for comparison: all rows, or none when one cannot be read. */
export async function uploadPartnerFile(deps: Deps, actor: Actor, input: UploadPartnerFile): Promise<PartnerFile> {
  const { partnerId, name, hash } = await checkPartnerFile(deps, actor, input);
  const { from, until } = input;
  const id = newId("partnerFile");
  return deps.db.$transaction(async (tx) => {
    const first = await takeKey(tx, actor, { verb: "uploadPartnerFile", input, objectId: id });
    if (first) return tx.partnerFile.findUniqueOrThrow({ where: { id: first } });
    await lockFilesOf(tx, partnerId);
    const taken = await tx.partnerFile.findUnique({ where: { partnerId_hash: { partnerId, hash } } });
    if (taken) throw new PartnerFileTaken(taken.id);
    const at = deps.clock.now();
    const sent = { partnerId, name, hash, from, until };
    const by = { uploadedBy: actorRef(actor), uploadedAt: at };
    await tx.partnerFile.create({ data: { id, ...sent, rowCount: 0, ...by } });
    const { rowCount, problemCount, problems } = await readPartnerFile(input.content, input, (rows) =>
      keepRows(tx, id, rows),
    );
    if (problemCount > 0 || rowCount === 0) throw new PartnerFileUnreadable(problemCount, problems);
    const step = { object: "partner file", objectId: id, partnerId, from: null, to: "RECEIVED", at };
    await recordStep(tx, actor, { ...step, after: { ...sent, rowCount } });
    return tx.partnerFile.update({ where: { id }, data: { rowCount } });
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
