import type { Campaign } from "./campaign.ts";
import type { CounterNeed } from "./limits.ts";
import type { MemberField } from "./member-facts.ts";
import type { Place, Receipt } from "./purchase.ts";
import type { WindowNeed } from "./windows.ts";

/** Campaigns made ready for evaluation. The order in which they were given does not matter. */
export type CampaignSet = { readonly campaigns: readonly Campaign[] };

/** What has to be loaded before a receipt can be evaluated: nothing else is looked at. */
export type Needs = {
  member: ReadonlySet<MemberField>;
  windows: readonly WindowNeed[];
  counters: readonly CounterNeed[];
};

/** Campaigns that `checkRules` has found nothing wrong with; throws on others. */
export function compile(campaigns: readonly Campaign[]): CampaignSet {
  return { campaigns };
}

export const noCampaigns: CampaignSet = compile([]);

/** What the campaigns that may apply to a receipt ask for. */
export function needsOf(_set: CampaignSet, _asked: { receipt: Receipt; memberId: string; place: Place }): Needs {
  return { member: new Set(), windows: [], counters: [] };
}
