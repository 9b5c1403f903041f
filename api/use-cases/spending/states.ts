import type { SpendRequestState } from "#api/sql/rows.ts";
import { type Machine, nextState } from "#api/use-cases/machine.ts";

export type SpendRequestEvent = "approve" | "refuse" | "lapse";

export const spendRequestMachine = {
  WAITING: { approve: "APPROVED", refuse: "REFUSED", lapse: "LAPSED" },
  APPROVED: {},
  REFUSED: {},
  LAPSED: {},
} as const satisfies Machine<SpendRequestState, SpendRequestEvent>;

export const nextSpendRequestState = (request: { id: string; state: SpendRequestState }, event: SpendRequestEvent) =>
  nextState<SpendRequestState, SpendRequestEvent>(spendRequestMachine, { object: "spendRequest", ...request }, event);
