import type { PlanAftermath, PlanState, SubscriptionState } from "#api/sql/rows.ts";
import { type Machine, nextState } from "#api/use-cases/machine.ts";

export const planMachine = {
  OFFERED: { withdraw: "WITHDRAWN" },
  WITHDRAWN: {},
} as const satisfies Machine<PlanState, "withdraw">;

export const planStates = {
  OFFERED: "Members can subscribe.",
  WITHDRAWN: "Nobody new; who has it keeps it.",
} as const satisfies Record<PlanState, string>;

export const planAftermaths = {
  KEEP: "The member has them again.",
  EXPIRE: "They lapse.",
} as const satisfies Record<PlanAftermath, string>;

export type SubscriptionEvent = "pay" | "cancel" | "pause" | "resume" | "lapse" | "end";

/** One subscription's life. What is cancelled goes on to the end of what was paid for. */
export const subscriptionMachine = {
  UNPAID: { pay: "ACTIVE", cancel: "ENDED" },
  ACTIVE: { pay: "ACTIVE", cancel: "ENDING", pause: "PAUSED", lapse: "LAPSED" },
  ENDING: { pay: "ACTIVE", resume: "ACTIVE", lapse: "LAPSED" },
  PAUSED: { resume: "ACTIVE", cancel: "ENDING" },
  LAPSED: { pay: "ACTIVE", end: "ENDED" },
  ENDED: {},
} as const satisfies Machine<SubscriptionState, SubscriptionEvent>;

export const subscriptionStates = {
  UNPAID: "Begun; it gives something from the first payment on.",
  ACTIVE: "Paid for.",
  ENDING: "Cancelled; it goes on to the end of what was paid for.",
  PAUSED: "It gives nothing meanwhile; what was paid for is left when it goes on.",
  LAPSED: "No longer paid for; the points it gave stand still, and come back with a payment.",
  ENDED: "Over.",
} as const satisfies Record<SubscriptionState, string>;

export const nextSubscription = (found: { id: string; state: SubscriptionState }, event: SubscriptionEvent) =>
  nextState<SubscriptionState, SubscriptionEvent>(subscriptionMachine, { object: "subscription", ...found }, event);
