import { type CampaignSet, type Needs, needsOf, noCampaigns } from "#api/engine/campaign-set.ts";
import type { Question } from "#api/engine/evaluate.ts";
import type { CounterNeed, Room } from "#api/engine/limits.ts";
import { localDate } from "#api/engine/lot-dates.ts";
import type { Activity, Receipt } from "#api/engine/purchase.ts";
import { findCounters } from "#api/ledger/counters.ts";
import type { Partner } from "#api/sql/rows.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { giftStocks } from "#api/use-cases/gifts/stocks.ts";
import { together } from "#api/use-cases/together.ts";
import { memberFactsFor } from "./member-facts.ts";
import { payableCampaigns, type Withheld } from "./payable-campaigns.ts";

/** What campaigns look at beside the receipt itself. */
export type Occasion = Pick<Question, "member" | "campaigns" | "among" | "room" | "place"> & {
  /** What the counters of gifts may come to. */
  stocks: Stocks;
};

type Stocks = ReadonlyMap<string, bigint>;

type Asked = {
  receipt: Receipt;
  /** What runs at the till. */
  running: CampaignSet;
  /** Set where no purchase but an activity is asked about. */
  activity?: Activity | null;
  memberId: string;
  till: { partner: Partner; locationCode: string | null; mayIssue: boolean; timeZone: string };
};

/** Of the campaigns that run at a till those that somebody pays, and of the facts and limits exactly those they ask for. */
export async function occasionFor(deps: Deps, asked: Asked, withheld: Withheld): Promise<Occasion> {
  const { receipt, running, activity = null, memberId, till } = asked;
  const { partnerId, occurredAt: at } = receipt;
  const { timeZone, locationCode } = till;
  const frame = { partnerCode: till.partner.code, timeZone };
  if (running.campaigns.length === 0) {
    const none = { room: new Map(), stocks: new Map() };
    return { member: { memberId }, campaigns: noCampaigns, place: { ...frame, locationCode: null }, ...none };
  }
  const campaigns = await payableCampaigns(deps, running, { partnerId, mayIssue: till.mayIssue, at }, withheld);
  const place = { ...frame, locationCode };
  const needs = needsOf(campaigns, { receipt, activity, memberId, place });
  const [member, limits] = await Promise.all([
    memberFactsFor(deps, { memberId, partnerId, day: localDate(at, timeZone), timeZone, at }, needs),
    limitsOf(deps, needs, withheld),
  ]);
  return { member, campaigns, among: needs.rules, place, ...limits };
}

/** What gifts there are, and what is left of them and of every limit. */
async function limitsOf(
  deps: Deps,
  { gifts, counters }: Needs,
  withheld: Withheld,
): Promise<Pick<Occasion, "room" | "stocks">> {
  const stocks = gifts.length === 0 ? new Map<string, bigint>() : await giftStocks(deps, gifts);
  const limited = [...counters, ...stocks.entries().map(([counter, most]) => ({ counter, most }))];
  return { stocks, room: await roomIn(deps, limited, withheld) };
}

/** What is left of each limit now; nothing of one that the receipt has to do without. */
async function roomIn(deps: Deps, needs: readonly CounterNeed[], { counters }: Withheld): Promise<Room> {
  const used = await usedOf(
    deps,
    needs.map(({ counter }) => counter),
  );
  const left = needs.map(({ counter, most }, index): [string, bigint] => {
    const open = most - (used[index] ?? 0n);
    return [counter, counters.has(counter) || open < 0n ? 0n : open];
  });
  return new Map(left);
}

const usedOf = together(({ db }, ids) => findCounters(db, ids));
