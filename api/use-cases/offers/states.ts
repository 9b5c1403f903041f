import type { OfferingState } from "#api/sql/rows.ts";
import { type Machine, nextState } from "#api/use-cases/machine.ts";

export type OfferingEvent = "edit" | "publish" | "pause" | "resume" | "end";

/** The life of a pool of coupons, a stamp card, a gift or an offer. Only a draft is edited: members rely on the rest. */
export const offeringMachine = {
  DRAFT: { edit: "DRAFT", publish: "ACTIVE", end: "ENDED" },
  ACTIVE: { pause: "PAUSED", end: "ENDED" },
  PAUSED: { resume: "ACTIVE", end: "ENDED" },
  ENDED: {},
} as const satisfies Machine<OfferingState, OfferingEvent>;

export const nextOfferingState = (found: { object: string; id: string; state: OfferingState }, event: OfferingEvent) =>
  nextState<OfferingState, OfferingEvent>(offeringMachine, found, event);

export const offeringStates = {
  DRAFT: "Being written; no member sees it.",
  ACTIVE: "Members see it and it works at tills.",
  PAUSED: "Stopped for now: it neither works nor is given.",
  ENDED: "Over for good.",
} as const satisfies Record<OfferingState, string>;
