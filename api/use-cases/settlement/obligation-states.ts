import { type Machine, nextState } from "#api/use-cases/machine.ts";

export type ObligationState =
  | "DRAFT"
  | "SUPERSEDED"
  | "CONFIRMED"
  | "NIL"
  | "DUE"
  | "PARTIAL"
  | "OVERDUE"
  | "SETTLED"
  | "DEFAULTED"
  | "COVERED"
  | "RECOVERED"
  | "ON_HOLD";

export type ObligationEvent =
  | "confirm"
  | "nil"
  | "supersede"
  | "fall due"
  | "pay in part"
  | "pay in full"
  | "fall overdue"
  | "default"
  | "cover"
  | "recover"
  | "hold"
  | "lift"
  | "bounce";

const paid = { "pay in part": "PARTIAL", "pay in full": "SETTLED" } as const;

/** One partner's net amount from netting to discharge. Who pays before the due date has paid. */
export const obligationMachine = {
  DRAFT: { confirm: "CONFIRMED", nil: "NIL", supersede: "SUPERSEDED" },
  SUPERSEDED: {},
  CONFIRMED: { "fall due": "DUE", hold: "ON_HOLD", ...paid },
  NIL: {},
  DUE: { "fall overdue": "OVERDUE", hold: "ON_HOLD", ...paid },
  PARTIAL: { "fall overdue": "OVERDUE", bounce: "DUE", ...paid },
  OVERDUE: { default: "DEFAULTED", bounce: "OVERDUE", ...paid },
  SETTLED: { bounce: "DUE" },
  DEFAULTED: { cover: "COVERED", recover: "RECOVERED" },
  COVERED: { recover: "RECOVERED" },
  RECOVERED: {},
  ON_HOLD: { lift: "DUE" },
} as const satisfies Machine<ObligationState, ObligationEvent>;

export const nextObligationState = (
  obligation: { id: string; state: ObligationState },
  event: ObligationEvent,
): ObligationState =>
  nextState<ObligationState, ObligationEvent>(obligationMachine, { object: "obligation", ...obligation }, event);

/** Nothing more is awaited of these within their cycle. */
export const finalStates: readonly ObligationState[] = ["NIL", "SETTLED", "COVERED", "RECOVERED", "SUPERSEDED"];
