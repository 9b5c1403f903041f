import type { Actor } from "#api/kernel/actor.ts";
import type { ExportJob, Tx } from "#api/sql/rows.ts";
import { ExportNotFound } from "#api/use-cases/exports/refusals.ts";
import { type ExportEvent, exportMachine } from "#api/use-cases/exports/states.ts";
import { nextState } from "#api/use-cases/machine.ts";
import { ringPeople } from "#api/use-cases/notices/notify.ts";
import { recordStep } from "#api/use-cases/transitions.ts";

type Move = { event: ExportEvent; at: Date; reason?: string } & Partial<
  Pick<
    ExportJob,
    | "attempt"
    | "rowsDone"
    | "rowsTotal"
    | "size"
    | "hash"
    | "fileName"
    | "error"
    | "finishedAt"
    | "expiresAt"
    | "progressAt"
  >
>;

/** Moves a locked export on, with what the step brings, and rings whoever waits for it. */
export async function moveExport(
  tx: Tx,
  actor: Actor,
  job: ExportJob,
  { event, at, reason, ...changes }: Move,
): Promise<ExportJob> {
  const to = nextState(exportMachine, { object: "exportJob", id: job.id, state: job.state }, event);
  const step = { object: "exportJob", objectId: job.id, from: job.state, to, at, partnerId: job.partnerId };
  await recordStep(tx, actor, { ...step, ...(reason ? { reason } : {}) });
  const moved = await tx.exportJob.update({ where: { id: job.id }, data: { state: to, ...changes } });
  await ringPeople(tx, [job.userId]);
  return moved;
}

/** Holds the export still until the transaction ends. */
export async function lockExport(tx: Tx, id: string): Promise<ExportJob> {
  await tx.$executeRaw`SELECT FROM export_job WHERE id = ${id} FOR UPDATE`;
  const job = await tx.exportJob.findUnique({ where: { id } });
  if (!job) throw new ExportNotFound(id);
  return job;
}
