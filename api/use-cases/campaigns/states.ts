import type { CampaignState } from "#api/sql/rows.ts";
import { type Machine, nextState } from "#api/use-cases/machine.ts";

export type CampaignEvent =
  | "edit"
  | "discard"
  | "submit"
  | "withdraw"
  | "reject"
  | "approve"
  | "start"
  | "start paused"
  | "pause"
  | "resume"
  | "supersede"
  | "end";

/** One version's life. Only a draft is edited: whoever wants something else of a live campaign drafts a version. */
export const campaignMachine = {
  DRAFT: { edit: "DRAFT", discard: "ENDED", submit: "IN_REVIEW" },
  IN_REVIEW: { withdraw: "DRAFT", reject: "DRAFT", approve: "SCHEDULED" },
  SCHEDULED: { withdraw: "DRAFT", start: "LIVE", "start paused": "PAUSED", end: "ENDED" },
  LIVE: { pause: "PAUSED", supersede: "ENDED", end: "ENDED" },
  PAUSED: { resume: "LIVE", supersede: "ENDED", end: "ENDED" },
  ENDED: {},
} as const satisfies Machine<CampaignState, CampaignEvent>;

export const nextCampaignState = (found: { id: string; state: CampaignState }, event: CampaignEvent) =>
  nextState<CampaignState, CampaignEvent>(campaignMachine, { object: "campaign", ...found }, event);

export const campaignStates = {
  DRAFT: "Being written; nobody else sees it.",
  IN_REVIEW: "Somebody else of the house, and whoever pays a share, looks at it.",
  SCHEDULED: "Agreed on; it waits for its first instant.",
  LIVE: "Tills give what it says.",
  PAUSED: "Stopped for now.",
  ENDED: "Over for good, or thrown away before it was live.",
} as const satisfies Record<CampaignState, string>;
