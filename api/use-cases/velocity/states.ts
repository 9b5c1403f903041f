import type { VelocityCaseState } from "#api/sql/rows.ts";
import { type Machine, nextState } from "#api/use-cases/machine.ts";

export type VelocityCaseEvent = "take" | "confirm" | "dismiss";

export const velocityCaseMachine = {
  OPEN: { take: "TAKEN" },
  TAKEN: { confirm: "CONFIRMED", dismiss: "DISMISSED" },
  CONFIRMED: {},
  DISMISSED: {},
} as const satisfies Machine<VelocityCaseState, VelocityCaseEvent>;

export const nextCaseState = (found: { id: string; state: VelocityCaseState }, event: VelocityCaseEvent) =>
  nextState<VelocityCaseState, VelocityCaseEvent>(velocityCaseMachine, { object: "velocityCase", ...found }, event);
