import type { PartnerExitState } from "#api/sql/rows.ts";
import { type Machine, nextState } from "#api/use-cases/machine.ts";

export type ExitEvent = "end" | "withdraw" | "release";

/** A partner's way out. Once its notice has ended it cannot stay by changing its mind. */
export const exitMachine = {
  NOTICE: { end: "RUN_OFF", withdraw: "WITHDRAWN" },
  RUN_OFF: { release: "RELEASED" },
  RELEASED: {},
  WITHDRAWN: {},
} as const satisfies Machine<PartnerExitState, ExitEvent>;

export const nextExitState = (exit: { id: string; state: PartnerExitState }, event: ExitEvent): PartnerExitState =>
  nextState<PartnerExitState, ExitEvent>(exitMachine, { object: "partnerExit", ...exit }, event);
