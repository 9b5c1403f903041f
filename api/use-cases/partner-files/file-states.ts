import type { PartnerFileState } from "#api/sql/rows.ts";
import type { Machine } from "#api/use-cases/machine.ts";

export type PartnerFileEvent = "queue" | "start" | "finish";

/** A file is compared as often as somebody wishes, but by one comparison at a time. */
export const partnerFileMachine: Machine<PartnerFileState, PartnerFileEvent> = {
  RECEIVED: { queue: "QUEUED", start: "COMPARING" },
  QUEUED: { start: "COMPARING" },
  COMPARING: { finish: "COMPARED" },
  COMPARED: { queue: "QUEUED", start: "COMPARING" },
};
