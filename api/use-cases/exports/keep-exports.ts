import { type Actor, systemActor } from "#api/kernel/actor.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { lockExport, moveExport } from "#api/use-cases/exports/move-export.ts";
import { runExport } from "#api/use-cases/exports/run-export.ts";
import { leftBehind } from "#api/use-cases/left-behind.ts";

/** Whoever makes a file is heard of more often than this, or is gone. */
const SILENT_MS = 5 * 60 * 1000;
const AT_ONCE_MAX = 20;

/** Makes what nobody has begun, and what was left behind when a process died. */
export async function resumeExports(deps: Deps, actor: Actor): Promise<number> {
  can(actor, "job:run");
  const left = await deps.db.exportJob.findMany({
    where: leftBehind(deps.clock.now(), SILENT_MS),
    select: { id: true },
    orderBy: { id: "asc" },
    take: AT_ONCE_MAX,
  });
  for (const { id } of left) await runExport(deps, { exportJobId: id });
  return left.length;
}

/** Throws away files that have been kept long enough. They can be asked for again. */
export async function expireExports(deps: Deps, actor: Actor): Promise<number> {
  can(actor, "job:run");
  const at = deps.clock.now();
  const due = await deps.db.exportJob.findMany({
    where: { state: "DONE", expiresAt: { lte: at } },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  for (const { id } of due) {
    await deps.db.$transaction(async (tx) => {
      const job = await lockExport(tx, id);
      if (job.state !== "DONE") return;
      await tx.exportPart.deleteMany({ where: { jobId: id } });
      await moveExport(tx, systemActor, job, { event: "expire", at, size: null, hash: null });
    });
  }
  return due.length;
}
