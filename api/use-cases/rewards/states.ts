import type { RewardOrderState, RewardState } from "#api/sql/rows.ts";
import { type Machine, nextState } from "#api/use-cases/machine.ts";

export type RewardEvent = "edit" | "offer" | "withdraw" | "end";

/** What members are offered is not edited under their eyes: it is withdrawn, edited and offered again. */
export const rewardMachine = {
  DRAFT: { edit: "DRAFT", offer: "OFFERED", end: "ENDED" },
  OFFERED: { withdraw: "WITHDRAWN", end: "ENDED" },
  WITHDRAWN: { edit: "WITHDRAWN", offer: "OFFERED", end: "ENDED" },
  ENDED: {},
} as const satisfies Machine<RewardState, RewardEvent>;

export const nextRewardState = (found: { id: string; state: RewardState }, event: RewardEvent) =>
  nextState<RewardState, RewardEvent>(rewardMachine, { object: "reward", ...found }, event);

export const rewardStates = {
  DRAFT: "Being written; nobody can order it.",
  OFFERED: "Members can order it while there is stock.",
  WITHDRAWN: "Not offered for now; orders are still handed out.",
  ENDED: "Offered no more.",
} as const satisfies Record<RewardState, string>;

export type RewardOrderEvent = "issue" | "collect" | "cancel" | "take back";

export const rewardOrderMachine = {
  ORDERED: { issue: "ISSUED", collect: "COLLECTED", cancel: "CANCELLED" },
  ISSUED: { collect: "COLLECTED", cancel: "CANCELLED" },
  COLLECTED: { "take back": "CANCELLED" },
  CANCELLED: {},
} as const satisfies Machine<RewardOrderState, RewardOrderEvent>;

export const nextOrderState = (found: { id: string; state: RewardOrderState }, event: RewardOrderEvent) =>
  nextState<RewardOrderState, RewardOrderEvent>(rewardOrderMachine, { object: "rewardOrder", ...found }, event);

export const rewardOrderStates = {
  ORDERED: "Its points are set aside; the piece is not ready yet.",
  ISSUED: "It lies ready at the counter.",
  COLLECTED: "The member has it, and the points are spent.",
  CANCELLED: "The points are the member's again.",
} as const satisfies Record<RewardOrderState, string>;
