import type { PoolState } from "#api/sql/rows.ts";
import { type Machine, nextState } from "#api/use-cases/machine.ts";

export const poolMachine = {
  OPEN: { close: "CLOSED" },
  CLOSED: {},
} as const satisfies Machine<PoolState, "close">;

export const nextPoolState = (pool: { id: string; state: PoolState }, event: "close") =>
  nextState<PoolState, "close">(poolMachine, { object: "pool", ...pool }, event);
