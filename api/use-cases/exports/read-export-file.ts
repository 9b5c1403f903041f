import type { Actor } from "#api/kernel/actor.ts";
import { may } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { findExports } from "#api/use-cases/exports/find-exports.ts";
import { ExportNotFound } from "#api/use-cases/exports/refusals.ts";
import { definitionOf, type ReportName } from "#api/use-cases/reports/definitions.ts";
import { permissionFor } from "#api/use-cases/reports/scope.ts";

/** A finished file: its name, hash and bytes, read piece by piece as they are sent. */
export type ExportFile = {
  fileName: string;
  size: bigint;
  hash: string;
  parts: AsyncIterable<Uint8Array>;
};

/** The file, for whoever asked for it and still may have such a report. */
export async function readExportFile(deps: Deps, actor: Actor, exportJobId: string): Promise<ExportFile> {
  const job = (await findExports(deps, actor, [exportJobId])).get(exportJobId);
  if (!job?.fileName || job.hash === null || job.size === null || job.state !== "DONE")
    throw new ExportNotFound(exportJobId);
  if (!may(actor, permissionFor(actor, definitionOf(job.report as ReportName)))) throw new ExportNotFound(exportJobId);
  return { fileName: job.fileName, size: job.size, hash: job.hash, parts: partsOf(deps, job) };
}

async function* partsOf({ db }: Deps, { id: jobId, attempt }: { id: string; attempt: number }) {
  for (let seq = 0; ; seq += 1) {
    const part = await db.exportPart.findUnique({ where: { jobId_attempt_seq: { jobId, attempt, seq } } });
    if (!part) return;
    yield part.content;
  }
}
