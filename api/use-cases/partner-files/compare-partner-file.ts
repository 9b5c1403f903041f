import type { Actor } from "#api/kernel/actor.ts";
import type { PartnerFile } from "#api/sql/rows.ts";
import { recordAudit } from "#api/use-cases/audit/record-audit.ts";
import { can, seesPartner } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { pairRows } from "#api/use-cases/partner-files/pair-rows.ts";
import { PartnerFileNotFound } from "#api/use-cases/partner-files/refusals.ts";
import { storeOutcome } from "#api/use-cases/partner-files/store-outcome.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";
import { LONG_TRANSACTION } from "#api/use-cases/transitions.ts";

/**
 * Compares a file row by row with what the hub has of the partner: its deeds, and the lines they posted. Again, it only
 * changes what has changed: what has turned up is closed, here and in the partner's earlier files.
 */
export async function comparePartnerFile(
  deps: Deps,
  actor: Actor,
  { fileId }: { fileId: string },
): Promise<PartnerFile> {
  can(actor, "partnerFile:upload");
  const file = await deps.db.partnerFile.findUnique({ where: { id: fileId } });
  if (!file || !seesPartner(actor, file.partnerId)) throw new PartnerFileNotFound(fileId);
  const programme = await findProgramme(deps);
  const at = deps.clock.now();
  return deps.db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('partner file'), hashtext(${file.partnerId}))`;
    await pairRows(tx, file, programme);
    await storeOutcome(tx, file, at);
    const about = { object: "partnerFile", objectId: fileId, partnerId: file.partnerId };
    const compared = { before: { comparedAt: file.comparedAt }, after: { comparedAt: at } };
    await recordAudit(tx, actor, { action: "comparePartnerFile", at, ...about, ...compared });
    return tx.partnerFile.update({ where: { id: fileId }, data: { comparedAt: at } });
  }, LONG_TRANSACTION);
}
