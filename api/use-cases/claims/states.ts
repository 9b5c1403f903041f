import type { ClaimState } from "#api/sql/rows.ts";
import { type Machine, nextState } from "#api/use-cases/machine.ts";

export type ClaimEvent = "confirm" | "refuse" | "withdraw" | "overdue";

export const claimMachine = {
  WAITING: { confirm: "CONFIRMED", refuse: "REFUSED", withdraw: "WITHDRAWN", overdue: "OVERDUE" },
  OVERDUE: { confirm: "CONFIRMED", refuse: "REFUSED", withdraw: "WITHDRAWN" },
  CONFIRMED: {},
  REFUSED: {},
  WITHDRAWN: {},
} as const satisfies Machine<ClaimState, ClaimEvent>;

export const nextClaimState = (claim: { id: string; state: ClaimState }, event: ClaimEvent) =>
  nextState<ClaimState, ClaimEvent>(claimMachine, { object: "claim", ...claim }, event);

/** While a claim stands in one of these, somebody still has to answer. */
export const openClaimStates: readonly ClaimState[] = ["WAITING", "OVERDUE"];
