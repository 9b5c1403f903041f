import type { PoolMemberState } from "#api/sql/rows.ts";
import { type Machine, nextState } from "#api/use-cases/machine.ts";

export type PoolMemberEvent = "accept" | "decline" | "leave";

export const poolMemberMachine = {
  INVITED: { accept: "JOINED", decline: "DECLINED" },
  JOINED: { leave: "LEFT" },
  DECLINED: {},
  LEFT: {},
} as const satisfies Machine<PoolMemberState, PoolMemberEvent>;

export const nextPoolMemberState = (place: { id: string; state: PoolMemberState }, event: PoolMemberEvent) =>
  nextState<PoolMemberState, PoolMemberEvent>(poolMemberMachine, { object: "poolMember", ...place }, event);
