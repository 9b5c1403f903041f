import type { ChallengeState } from "#api/sql/rows.ts";
import { type Machine, nextState } from "#api/use-cases/machine.ts";

export type ChallengeEvent =
  | "edit"
  | "discard"
  | "submit"
  | "withdraw"
  | "reject"
  | "approve"
  | "pause"
  | "resume"
  | "end";

export const challengeMachine = {
  DRAFT: { edit: "DRAFT", discard: "ENDED", submit: "IN_REVIEW" },
  IN_REVIEW: { withdraw: "DRAFT", reject: "DRAFT", approve: "LIVE" },
  LIVE: { pause: "PAUSED", end: "ENDED" },
  PAUSED: { resume: "LIVE", end: "ENDED" },
  ENDED: {},
} as const satisfies Machine<ChallengeState, ChallengeEvent>;

export const nextChallengeState = (found: { id: string; state: ChallengeState }, event: ChallengeEvent) =>
  nextState<ChallengeState, ChallengeEvent>(challengeMachine, { object: "challenge", ...found }, event);

export const challengeStates = {
  DRAFT: "Being written.",
  IN_REVIEW: "Somebody else of the house looks at it.",
  LIVE: "Members see it from its first instant on, and are rewarded.",
  PAUSED: "Nobody is rewarded for now.",
  ENDED: "Over for good. What was awarded stays, unless goods come back.",
} as const satisfies Record<ChallengeState, string>;
