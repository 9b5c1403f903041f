import type { ExportJobState } from "#api/sql/rows.ts";
import type { Machine } from "#api/use-cases/machine.ts";

export type ExportEvent = "start" | "finish" | "fail" | "cancel" | "retry" | "expire";

/** A file that was begun and left behind is begun again. */
export const exportMachine: Machine<ExportJobState, ExportEvent> = {
  QUEUED: { start: "RUNNING", cancel: "CANCELLED", fail: "FAILED" },
  RUNNING: { start: "RUNNING", finish: "DONE", fail: "FAILED", cancel: "CANCELLED" },
  DONE: { expire: "EXPIRED" },
  FAILED: { retry: "QUEUED" },
  CANCELLED: { retry: "QUEUED" },
  EXPIRED: { retry: "QUEUED" },
};
