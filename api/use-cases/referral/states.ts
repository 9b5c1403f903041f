import type { ReferralState } from "#api/sql/rows.ts";
import { type Machine, nextState } from "#api/use-cases/machine.ts";

export type ReferralEvent = "join" | "reward" | "refuse" | "take back";

export const referralMachine = {
  INVITED: { join: "JOINED" },
  JOINED: { reward: "REWARDED", refuse: "REFUSED" },
  REWARDED: { "take back": "TAKEN_BACK" },
  TAKEN_BACK: {},
  REFUSED: {},
} as const satisfies Machine<ReferralState, ReferralEvent>;

export const nextReferralState = (referral: { id: string; state: ReferralState }, event: ReferralEvent) =>
  nextState<ReferralState, ReferralEvent>(referralMachine, { object: "referral", ...referral }, event);
