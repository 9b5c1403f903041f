import type { PaperLanguage } from "#api/formats/paper.ts";
import { Forbidden } from "#api/kernel/access.ts";
import { type Actor, actorRef, partnerOf, personOf } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import type { ExportFormat, ExportJob, Tx } from "#api/sql/rows.ts";
import { countRows } from "#api/sql/snapshot.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { own } from "#api/use-cases/exports/find-exports.ts";
import { lockExport, moveExport } from "#api/use-cases/exports/move-export.ts";
import { type ExportParams, paramsToKeep } from "#api/use-cases/exports/params.ts";
import { ExportNotFound } from "#api/use-cases/exports/refusals.ts";
import { runExport } from "#api/use-cases/exports/run-export.ts";
import { takeKey } from "#api/use-cases/keys.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";
import { definitionOf, type ReportName } from "#api/use-cases/reports/definitions.ts";
import type { ReportFilters } from "#api/use-cases/reports/filters.ts";
import { formatsOf } from "#api/use-cases/reports/formats-of.ts";
import { FormatNotOffered } from "#api/use-cases/reports/refusals.ts";
import { scopeAt, scopeOf } from "#api/use-cases/reports/scope.ts";
import { recordStep } from "#api/use-cases/transitions.ts";

/** So many rows are made while the asker waits; more are made in the background. */
const ROWS_AT_ONCE = 2_000;

export type RequestExport = {
  report: ReportName;
  format: ExportFormat;
  filters?: ReportFilters | null | undefined;
  /** Of papers; English when absent. */
  language?: PaperLanguage | null | undefined;
  idempotencyKey: string;
};

/** Has a file made of a report: a small one at once, a large one by the jobs, with a notice when it is there. */
export async function requestExport(deps: Deps, actor: Actor, input: RequestExport): Promise<ExportJob> {
  can(actor, "export:request");
  const person = personOf(actor);
  if (!person) throw new Forbidden("export:request");
  const definition = definitionOf(input.report);
  if (!formatsOf(definition).includes(input.format)) throw new FormatNotOffered(input.format);
  const scope = await scopeOf(deps, actor, definition, input.filters ?? {});
  const at = deps.clock.now();
  const asked = definition.source(scopeAt(scope, await findProgramme(deps), at));
  const atOnce = (await countRows(deps.db, asked, ROWS_AT_ONCE + 1)) <= ROWS_AT_ONCE;
  const params: ExportParams = { scope, language: input.language ?? "en", atOnce };
  const id = newId("exportJob");
  const job = await deps.db.$transaction(async (tx) => {
    const first = await takeKey(tx, actor, { verb: "requestExport", input, objectId: id });
    if (first) return tx.exportJob.findUniqueOrThrow({ where: { id: first } });
    const { report, format } = input;
    const reason = `${report} ${format}`;
    await recordStep(tx, actor, { object: "exportJob", objectId: id, from: null, to: "QUEUED", at, reason });
    if (!atOnce) await enqueue(deps, tx, id);
    const asker = { requestedBy: actorRef(actor), userId: person.id, partnerId: partnerOf(actor) };
    return tx.exportJob.create({ data: { id, report, format, params: paramsToKeep(params), ...asker, createdAt: at } });
  });
  return atOnce && job.state === "QUEUED" ? runExport(deps, { exportJobId: job.id }) : job;
}

/** Has a file made again that failed, was cancelled or is no longer kept: as of when it was first asked for. */
export async function retryExport(deps: Deps, actor: Actor, { exportJobId }: { exportJobId: string }) {
  return deps.db.$transaction(async (tx) => {
    const job = await lockOwn(tx, actor, exportJobId);
    if (job.state === "QUEUED") return job;
    await enqueue(deps, tx, exportJobId);
    const again = { error: null, finishedAt: null, expiresAt: null, progressAt: null, rowsDone: 0 };
    return moveExport(tx, actor, job, { event: "retry", at: deps.clock.now(), ...again });
  });
}

/** Ends the making of a file. */
export async function cancelExport(deps: Deps, actor: Actor, { exportJobId }: { exportJobId: string }) {
  return deps.db.$transaction(async (tx) => {
    const job = await lockOwn(tx, actor, exportJobId);
    if (job.state === "CANCELLED") return job;
    const at = deps.clock.now();
    return moveExport(tx, actor, job, { event: "cancel", at, finishedAt: at });
  });
}

async function lockOwn(tx: Tx, actor: Actor, id: string): Promise<ExportJob> {
  can(actor, "export:request");
  if ((await tx.exportJob.count({ where: { id, ...own(actor) } })) === 0) throw new ExportNotFound(id);
  return lockExport(tx, id);
}

async function enqueue({ enqueue: hand }: Deps, tx: Tx, exportJobId: string): Promise<void> {
  await hand?.(tx, "runExport", { exportJobId });
}
