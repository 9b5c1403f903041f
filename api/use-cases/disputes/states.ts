import { type Machine, nextState } from "#api/use-cases/machine.ts";

export type DisputeState = "OPEN" | "RESPONDED" | "ARBITRATION" | "RESOLVED" | "WITHDRAWN";
export type DisputeEvent =
  | "concede"
  | "respond"
  | "lapse"
  | "accept"
  | "escalate"
  | "decide"
  | "withdraw"
  /** All disputed points came back with goods: nothing is left to decide. */
  | "return";

export const disputeMachine = {
  OPEN: { concede: "RESOLVED", respond: "RESPONDED", lapse: "RESOLVED", withdraw: "WITHDRAWN", return: "RESOLVED" },
  RESPONDED: {
    accept: "RESOLVED",
    escalate: "ARBITRATION",
    lapse: "RESOLVED",
    withdraw: "WITHDRAWN",
    return: "RESOLVED",
  },
  ARBITRATION: { decide: "RESOLVED", return: "RESOLVED" },
  RESOLVED: {},
  WITHDRAWN: {},
} as const satisfies Machine<DisputeState, DisputeEvent>;

export const nextDisputeState = (dispute: { id: string; state: DisputeState }, event: DisputeEvent): DisputeState =>
  nextState<DisputeState, DisputeEvent>(disputeMachine, { object: "dispute", ...dispute }, event);

/** While a dispute stands in one of these, the respondent's money is held. */
export const openStates: readonly DisputeState[] = ["OPEN", "RESPONDED", "ARBITRATION"];
