import type { Campaign } from "./campaign.ts";
import { localTime } from "./expressions/local-time.ts";
import { type CounterNeed, counterOf, mostOf } from "./limits.ts";
import type { MemberField } from "./member-facts.ts";
import type { Activity, Place, Receipt } from "./purchase.ts";
import { findCandidates, type Index, indexOf } from "./set/candidates.ts";
import { type CompiledCampaign, type CompiledRule, compileCampaign, Reader } from "./set/compiled.ts";
import type { WindowNeed } from "./windows.ts";

/** Campaigns made ready for evaluation. The order in which they were given does not matter. */
export type CampaignSet = {
  /** In the order in which they are applied. */
  readonly campaigns: readonly CompiledCampaign[];
  /** By the partner whose receipts they look at; null: everybody's. */
  readonly indexes: ReadonlyMap<string | null, Index>;
};

/** Campaigns that `checkRules` has found nothing wrong with; throws on others. */
export function compile(campaigns: readonly Campaign[]): CampaignSet {
  const reader = new Reader();
  const ordered = campaigns.toSorted(inOrder).map((campaign) => compileCampaign(campaign, reader));
  const byPartner = Map.groupBy(ordered, ({ campaign }) => campaign.partnerId);
  const indexes = new Map([...byPartner].map(([id, own]) => [id, indexOf(own.flatMap(({ rules }) => rules))]));
  return { campaigns: ordered, indexes };
}

export const noCampaigns: CampaignSet = compile([]);

/** What has to be loaded before a receipt can be evaluated: nothing else is looked at. */
export type Needs = {
  /** The rules that may apply, whoever buys. */
  rules: readonly CompiledRule[];
  member: ReadonlySet<MemberField>;
  windows: readonly WindowNeed[];
  counters: readonly CounterNeed[];
  /** Gifts of which there may be few left. */
  gifts: readonly string[];
};

type Occasion = { receipt: Receipt; activity?: Activity | null; memberId: string; place: Place };

/** What the campaigns that may apply to a receipt ask for. */
export function needsOf(set: CampaignSet, { receipt, activity = null, memberId, place }: Occasion): Needs {
  const local = localTime(receipt.occurredAt, place.timeZone);
  const rules = findCandidates(indexesFor(set, receipt), { receipt, activity, place, local }, null);
  const windows = rules.flatMap((rule) => rule.windows);
  const counted = { memberId, day: local.date };
  const counters = new Map<string, CounterNeed>();
  for (const { campaign, limits } of new Set(rules.map((rule) => rule.campaign))) {
    for (const limit of limits) {
      const counter = counterOf(campaign, limit, counted);
      counters.set(counter, { counter, most: mostOf(limit) });
    }
  }
  return {
    rules,
    member: new Set(rules.flatMap((rule) => rule.fields)),
    windows: [...new Map(windows.map((need) => [need.key, need])).values()],
    counters: [...counters.values()],
    gifts: [...new Set(rules.flatMap(giftsOf))],
  };
}

export const giftsOf = ({ effects }: CompiledRule): string[] =>
  effects.flatMap((effect) => (effect.kind === "gift" ? [effect.gift] : []));

export function indexesFor({ indexes }: CampaignSet, { partnerId }: Receipt): Index[] {
  return [indexes.get(null), indexes.get(partnerId)].filter((index) => index !== undefined);
}

/** Higher priority first, exclusive before others, then by id: never by when somebody last edited one. */
function inOrder(one: Campaign, other: Campaign): number {
  const { stacking: mine } = one;
  const { stacking: theirs } = other;
  if (mine.priority !== theirs.priority) return theirs.priority - mine.priority;
  if (mine.exclusive !== theirs.exclusive) return mine.exclusive ? -1 : 1;
  if (one.id !== other.id) return one.id < other.id ? -1 : 1;
  return one.version - other.version;
}
