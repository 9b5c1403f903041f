import { reportFileName } from "#api/formats/report.ts";
import { systemActor } from "#api/kernel/actor.ts";
import type { ExportJob } from "#api/sql/rows.ts";
import { countRows, inSnapshot } from "#api/sql/snapshot.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { lockExport, moveExport } from "#api/use-cases/exports/move-export.ts";
import { keptParams } from "#api/use-cases/exports/params.ts";
import { writeParts } from "#api/use-cases/exports/write-parts.ts";
import { notify, ringPeople } from "#api/use-cases/notices/notify.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";
import { definitionOf, type ReportName } from "#api/use-cases/reports/definitions.ts";
import { scopeAt } from "#api/use-cases/reports/scope.ts";
import { writeReport } from "#api/use-cases/reports/write-report.ts";

const KEPT_DAYS = 7;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Somebody ended it, or another worker took it over: what was written of it counts no more. */
class ExportEnded extends Error {}

/**
 * Makes the file. Whoever asked is told when it is there, and when it cannot be made. What died in the middle is made
 * again from the beginning, and as of the same instant: a closed cycle gives the same bytes.
 */
export async function runExport(deps: Deps, { exportJobId }: { exportJobId: string }): Promise<ExportJob> {
  try {
    return await makeExport(deps, exportJobId);
  } catch (error) {
    if (!(error instanceof ExportEnded)) return fail(deps, exportJobId, error);
    return deps.db.exportJob.findUniqueOrThrow({ where: { id: exportJobId } });
  }
}

/** The same, but what goes wrong is left as it is: for a process that dies. */
export async function makeExport(deps: Deps, exportJobId: string): Promise<ExportJob> {
  const job = await begin(deps, exportJobId);
  deps.reach?.("export report: begun");
  const { scope, language } = keptParams(job.params);
  const definition = definitionOf(job.report as ReportName);
  const programme = await findProgramme(deps);
  const source = definition.source(scopeAt(scope, programme, job.createdAt));
  const written = await inSnapshot(deps.db, async (tx) => {
    const rowsTotal = await countRows(tx, source);
    const progress = { rowsTotal, told: (rowsDone: number) => tellProgress(deps, job, { rowsDone, rowsTotal }) };
    await progress.told(0);
    const asked = { name: job.report as ReportName, format: job.format, scope, language, programme, at: job.createdAt };
    return { rowsTotal, ...(await writeParts(deps, job, writeReport(tx, asked, progress.told))) };
  });
  deps.reach?.("export report: written");
  const ending = job.format.toLowerCase() as "csv" | "xlsx" | "pdf" | "json";
  const fileName = reportFileName({ report: job.report, ...scope.of }, ending);
  return finish(deps, job, { fileName, rowsDone: written.rowsTotal, ...written });
}

async function begin(deps: Deps, id: string): Promise<ExportJob> {
  return deps.db.$transaction(async (tx) => {
    const job = await lockExport(tx, id);
    if (job.state !== "QUEUED" && job.state !== "RUNNING") throw new ExportEnded();
    const at = deps.clock.now();
    return moveExport(tx, systemActor, job, {
      event: "start",
      at,
      attempt: job.attempt + 1,
      progressAt: at,
      rowsDone: 0,
    });
  });
}

type Progress = { rowsDone: number; rowsTotal: number };

/** Tells the asker how far it is, and learns whether the file is still wanted. */
async function tellProgress(deps: Deps, { id, attempt, userId }: ExportJob, progress: Progress): Promise<void> {
  const { count } = await deps.db.exportJob.updateMany({
    where: { id, attempt, state: "RUNNING" },
    data: { ...progress, progressAt: deps.clock.now() },
  });
  if (count === 0) throw new ExportEnded();
  await ringPeople(deps.db, [userId]);
}

type Written = { fileName: string; size: bigint; hash: string; rowsDone: number; rowsTotal: number };

async function finish(deps: Deps, { id, attempt }: ExportJob, written: Written): Promise<ExportJob> {
  return deps.db.$transaction(async (tx) => {
    const job = await lockExport(tx, id);
    if (job.attempt !== attempt || job.state !== "RUNNING") throw new ExportEnded();
    await tx.exportPart.deleteMany({ where: { jobId: id, attempt: { not: attempt } } });
    const at = deps.clock.now();
    const expiresAt = new Date(at.getTime() + KEPT_DAYS * DAY_MS);
    const done = await moveExport(tx, systemActor, job, { event: "finish", at, finishedAt: at, expiresAt, ...written });
    const facts = { report: reportIn(job), fileName: written.fileName };
    if (!keptParams(job.params).atOnce)
      await notify(tx, { userId: job.userId, kind: "EXPORT_READY", facts, href: `/exports/${id}`, at });
    return done;
  });
}

async function fail(deps: Deps, id: string, error: unknown): Promise<ExportJob> {
  deps.report?.(error);
  return deps.db.$transaction(async (tx) => {
    const job = await lockExport(tx, id);
    if (job.state !== "QUEUED" && job.state !== "RUNNING") return job;
    await tx.exportPart.deleteMany({ where: { jobId: id } });
    const at = deps.clock.now();
    const why = error instanceof Error ? error.name : "Error";
    const failed = await moveExport(tx, systemActor, job, {
      event: "fail",
      at,
      finishedAt: at,
      error: why,
      reason: why,
    });
    const facts = { report: reportIn(job) };
    await notify(tx, { userId: job.userId, kind: "EXPORT_FAILED", facts, href: deskOf(job), at });
    return failed;
  });
}

/** The report as the contract names it. */
const reportIn = ({ report }: ExportJob) => report.toUpperCase();

/** Where whoever asked finds their files, and asks again. */
function deskOf({ requestedBy }: ExportJob): string | null {
  const [kind = ""] = requestedBy.split(":");
  return desks[kind] ?? null;
}

const desks: Readonly<Record<string, string>> = {
  operator: "/operator/exports",
  partnerStaff: "/partner/exports",
  member: "/me/profile",
};
