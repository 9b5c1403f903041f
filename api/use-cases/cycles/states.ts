import type { CycleState } from "#api/ledger/cycles.ts";
import { type Machine, nextState } from "#api/use-cases/machine.ts";

export type CycleEvent =
  | "close"
  | "net"
  | "publish"
  | "finish empty"
  | "reopen"
  | "correct"
  | "renet"
  | "approve"
  | "instruct"
  | "settle"
  | "settle with default";

/**
 * Nothing leads back from APPROVED: what was approved is corrected in the open cycle. What is in review can be reopened:
 * it then waits for its corrections until somebody closes it again.
 */
export const cycleMachine = {
  OPEN: { close: "CLOSING" },
  CLOSING: { net: "NETTED" },
  CORRECTING: { correct: "CORRECTING", renet: "CLOSING" },
  NETTED: { publish: "IN_REVIEW", "finish empty": "SETTLED" },
  IN_REVIEW: { reopen: "CORRECTING", approve: "APPROVED" },
  APPROVED: { instruct: "SETTLING" },
  SETTLING: { settle: "SETTLED", "settle with default": "SETTLED_WITH_DEFAULT" },
  SETTLED: {},
  SETTLED_WITH_DEFAULT: {},
} as const satisfies Machine<CycleState, CycleEvent>;

export const nextCycleState = (cycle: { id: string; state: CycleState }, event: CycleEvent): CycleState =>
  nextState<CycleState, CycleEvent>(cycleMachine, { object: "cycle", ...cycle }, event);

/** Has the cycle come at least as far as `state`? States follow each other in this order. */
export function hasReached(cycle: { state: CycleState }, state: CycleState): boolean {
  return order.indexOf(cycle.state) >= order.indexOf(state);
}

const order = Object.keys(cycleMachine);
