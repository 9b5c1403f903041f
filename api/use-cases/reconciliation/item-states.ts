import type { ReconState } from "#api/sql/rows.ts";
import { type Machine, nextState } from "#api/use-cases/machine.ts";

export type ReconEvent =
  | "match"
  | "suggest"
  | "break"
  | "confirm"
  | "refuse"
  | "take"
  | "resolve"
  | "write off"
  | "turn up"
  | "unmatch";

/**
 * One compared thing, whichever sides it compares. What turns up by itself needs nobody to look into it. A break may hold
 * matched money too, a short receipt or a part of a line, and that can be taken back like any match.
 */
export const reconMachine = {
  NEW: { match: "MATCHED", suggest: "SUGGESTED", break: "BREAK" },
  SUGGESTED: { confirm: "MATCHED", refuse: "BREAK", "turn up": "RESOLVED" },
  BREAK: { take: "INVESTIGATING", "turn up": "RESOLVED", unmatch: "BREAK" },
  INVESTIGATING: { resolve: "RESOLVED", "write off": "WRITTEN_OFF", "turn up": "RESOLVED", unmatch: "BREAK" },
  MATCHED: { unmatch: "BREAK" },
  RESOLVED: { unmatch: "BREAK" },
  WRITTEN_OFF: {},
} as const satisfies Machine<ReconState, ReconEvent>;

export const nextReconState = (item: { id: string; state: ReconState }, event: ReconEvent): ReconState =>
  nextState<ReconState, ReconEvent>(reconMachine, { object: "reconciliation item", ...item }, event);

/** Somebody still has to look at these. */
export const openStates: readonly ReconState[] = ["NEW", "SUGGESTED", "BREAK", "INVESTIGATING"];
