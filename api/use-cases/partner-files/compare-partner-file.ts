import { type Actor, systemActor } from "#api/kernel/actor.ts";
import { countHubRows } from "#api/ledger/read/hub-rows.ts";
import type { PartnerFile } from "#api/sql/rows.ts";
import { can, seesPartner } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { workOf } from "#api/use-cases/partner-files/comparison-steps.ts";
import { lockFile, moveFile } from "#api/use-cases/partner-files/move-file.ts";
import { PartnerFileNotFound } from "#api/use-cases/partner-files/refusals.ts";
import { runComparison } from "#api/use-cases/partner-files/run-comparison.ts";

/** So many rows are looked at while the asker waits; more are in the background. */
const WORK_AT_ONCE = 10_000;

/**
 * Compares a file row by row with what the hub has of the partner: its deeds, and the lines they posted. A small one at
 * once, a large one by the jobs. Again, it only changes what has changed: what has turned up is closed, here and in the
 * partner's earlier files.
 */
export async function comparePartnerFile(
  deps: Deps,
  actor: Actor,
  { fileId }: { fileId: string },
): Promise<PartnerFile> {
  can(actor, "partnerFile:upload");
  const known = await deps.db.partnerFile.findUnique({ where: { id: fileId } });
  if (!known || !seesPartner(actor, known.partnerId)) throw new PartnerFileNotFound(fileId);
  const workTotal = workOf(known, await countHubRows(deps.db, known));
  const atOnce = workTotal <= WORK_AT_ONCE;
  const file = await deps.db.$transaction(async (tx) => {
    const found = await lockFile(tx, fileId);
    if (found.state === "QUEUED" || found.state === "COMPARING") return found;
    const at = deps.clock.now();
    if (!atOnce) await deps.enqueue?.(tx, "runComparison", { fileId });
    const asked = { event: atOnce ? "start" : "queue", at, comparingAt: at, progressAt: at } as const;
    return moveFile(tx, actor, found, { ...asked, step: null, position: null, workDone: 0, workTotal });
  });
  return atOnce ? runComparison(deps, actor, { fileId: file.id }) : file;
}

/** Goes on with what nobody has begun, and with what was left behind when a process died. */
export async function resumeComparisons(deps: Deps, actor: Actor): Promise<number> {
  can(actor, "job:run");
  const silent = new Date(deps.clock.now().getTime() - SILENT_MS);
  const left = await deps.db.partnerFile.findMany({
    where: { state: { in: ["QUEUED", "COMPARING"] }, progressAt: { lte: silent } },
    select: { id: true },
    orderBy: { id: "asc" },
    take: AT_ONCE_MAX,
  });
  for (const { id: fileId } of left) await runComparison(deps, systemActor, { fileId });
  return left.length;
}

/** Whoever compares is heard of more often than this, or is gone. */
const SILENT_MS = 60_000;
const AT_ONCE_MAX = 20;
