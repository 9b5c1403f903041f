import type { PoolMemberState, PoolState } from "#api/sql/rows.ts";
import { type Machine, nextState } from "#api/use-cases/machine.ts";

export type PoolMemberEvent = "accept" | "decline" | "leave";

export const poolMemberMachine = {
  INVITED: { accept: "JOINED", decline: "DECLINED" },
  JOINED: { leave: "LEFT" },
  DECLINED: {},
  LEFT: {},
} as const satisfies Machine<PoolMemberState, PoolMemberEvent>;

export const poolMachine = {
  OPEN: { close: "CLOSED" },
  CLOSED: {},
} as const satisfies Machine<PoolState, "close">;

export const nextPoolMemberState = (place: { id: string; state: PoolMemberState }, event: PoolMemberEvent) =>
  nextState<PoolMemberState, PoolMemberEvent>(poolMemberMachine, { object: "poolMember", ...place }, event);

export const nextPoolState = (pool: { id: string; state: PoolState }, event: "close") =>
  nextState<PoolState, "close">(poolMachine, { object: "pool", ...pool }, event);
