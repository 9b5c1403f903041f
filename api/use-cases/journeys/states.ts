import type { JourneyRunState, JourneyState, StepOutcome } from "#api/sql/rows.ts";
import { type Machine, nextState } from "#api/use-cases/machine.ts";

export type JourneyEvent =
  | "edit"
  | "discard"
  | "submit"
  | "withdraw"
  | "reject"
  | "approve"
  | "pause"
  | "resume"
  | "supersede"
  | "stop";

/** One version's life. Only a draft is edited. */
export const journeyMachine = {
  DRAFT: { edit: "DRAFT", discard: "STOPPED", submit: "IN_REVIEW" },
  IN_REVIEW: { withdraw: "DRAFT", reject: "DRAFT", approve: "LIVE" },
  LIVE: { pause: "PAUSED", supersede: "STOPPED", stop: "STOPPED" },
  PAUSED: { resume: "LIVE", supersede: "STOPPED", stop: "STOPPED" },
  STOPPED: {},
} as const satisfies Machine<JourneyState, JourneyEvent>;

export const nextJourneyState = (found: { id: string; state: JourneyState }, event: JourneyEvent) =>
  nextState<JourneyState, JourneyEvent>(journeyMachine, { object: "journey", ...found }, event);

export const journeyStates = {
  DRAFT: "Being written; nobody else sees it.",
  IN_REVIEW: "Somebody else of the house looks at it.",
  LIVE: "Takes members in, and leads them on.",
  PAUSED: "Members stay where they are, and nobody begins.",
  STOPPED: "Over for good, thrown away, or another version has taken its place.",
} as const satisfies Record<JourneyState, string>;

export type RunEvent = "go on" | "finish" | "stop" | "fail";

/** One member's way. */
export const runMachine = {
  RUNNING: { "go on": "RUNNING", finish: "FINISHED", stop: "STOPPED", fail: "FAILED" },
  FINISHED: {},
  STOPPED: {},
  FAILED: {},
} as const satisfies Machine<JourneyRunState, RunEvent>;

export const runStates = {
  RUNNING: "On the way.",
  FINISHED: "Went to the end.",
  STOPPED: "Left it before: bought, or somebody stopped the journey.",
  FAILED: "A step could not be done.",
} as const satisfies Record<JourneyRunState, string>;

export const stepOutcomes = {
  DONE: "It was done.",
  NOT_MET: "The condition did not hold, or there was nothing to do it with: no consent, no coupon left.",
} as const satisfies Record<StepOutcome, string>;
