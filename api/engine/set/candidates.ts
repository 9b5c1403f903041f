import type { LocalTime } from "#api/engine/expressions/local-time.ts";
import type { MemberFacts } from "#api/engine/member-facts.ts";
import type { Activity, Place, Receipt } from "#api/engine/purchase.ts";
import type { Requirement } from "./access.ts";
import type { CompiledRule } from "./compiled.ts";

type Keyed = ReadonlyMap<string, readonly CompiledRule[]>;

/** Rules by what they need of the receipt, else of the member; `anywhere` holds those that may apply to anybody's. */
export type Index = { byReceipt: Keyed; byMember: Keyed; anywhere: readonly CompiledRule[] };

/** The receipt as an index sees it. */
export type Asked = { receipt: Receipt; activity: Activity | null; place: Place; local: LocalTime };

export function indexOf(rules: readonly CompiledRule[]): Index {
  const anywhere = rules.filter(({ access }) => !access.receipt && !access.member);
  const ofMember = rules.filter(({ access }) => !access.receipt && access.member);
  return {
    byReceipt: keyed(rules, ({ access }) => access.receipt),
    byMember: keyed(ofMember, ({ access }) => access.member),
    anywhere,
  };
}

function keyed(rules: readonly CompiledRule[], needed: (rule: CompiledRule) => Requirement | null): Keyed {
  const byKey = new Map<string, CompiledRule[]>();
  for (const rule of rules) {
    for (const key of new Set(needed(rule)?.keys)) {
      const others = byKey.get(key);
      if (others) others.push(rule);
      else byKey.set(key, [rule]);
    }
  }
  return byKey;
}

/** Rules that may apply, in order of application, as far as the receipt and the member's keys can tell; null: whoever buys. */
export function findCandidates(
  indexes: readonly Index[],
  asked: Asked,
  ofMember: ReadonlySet<string> | null,
): CompiledRule[] {
  const ofReceipt = receiptKeys(asked);
  const found = new Set<CompiledRule>();
  const add = (rules: readonly CompiledRule[] = []) => {
    for (const rule of rules) if (isOnNow(rule, asked)) found.add(rule);
  };
  for (const { byReceipt, byMember, anywhere } of indexes) {
    add(anywhere);
    for (const key of ofReceipt) add(byReceipt.get(key));
    for (const key of ofMember ?? byMember.keys()) add(byMember.get(key));
  }
  const candidates = [...found].sort((one, other) => one.order - other.order);
  return ofMember ? candidates.filter(({ access }) => meets(access.member, ofMember)) : candidates;
}

/** Does the campaign run at this hour, for this kind of occasion? */
export function isOnNow(rule: CompiledRule, asked: Asked): boolean {
  return isLive(rule, asked) && closedBy(rule, asked.local) === null;
}

export function isLive({ campaign }: CompiledRule, { receipt, activity }: Asked): boolean {
  const at = receipt.occurredAt.getTime();
  const occasion = activity ? "ACTIVITY" : "PURCHASE";
  return campaign.campaign.occasion === occasion && campaign.startsAt <= at && at < campaign.endsAt;
}

/** The place of the condition that is closed at this hour; null: none. */
export function closedBy({ access }: CompiledRule, { weekday, hour }: LocalTime): number | null {
  const slot = (weekday - 1) * 24 + hour;
  return access.hours.find(({ open }) => !open[slot])?.condition ?? null;
}

export function meets(requirement: Requirement | null, keys: ReadonlySet<string>): boolean {
  return requirement?.keys.some((key) => keys.has(key)) ?? true;
}

export function receiptKeys({ receipt, activity, place }: Asked): Set<string> {
  const keys = new Set<string>();
  for (const { sku, brand, category } of receipt.lines) {
    keys
      .add(`sku:${sku}`)
      .add(`category:${category}`)
      .add(`brand:${brand ?? ""}`);
  }
  for (const { pool } of receipt.coupons ?? []) keys.add(`coupon:${pool}`);
  for (const { means } of receipt.payments) keys.add(`payment:${means}`);
  return keys
    .add(`location:${place.locationCode ?? ""}`)
    .add(`partner:${place.partnerCode}`)
    .add(`activity:${activity?.kind ?? ""}`);
}

export function memberKeys(facts: MemberFacts): Set<string> {
  const { tier = "", plan = "", tags = [], segments = [], clubs = [], offers = [] } = facts;
  const keys = new Set([`tier:${tier}`, `plan:${plan}`]);
  for (const tag of tags) keys.add(`tag:${tag}`);
  for (const segment of segments) keys.add(`segment:${segment}`);
  for (const club of clubs) keys.add(`club:${club}`);
  for (const offer of offers) keys.add(`offer:${offer}`);
  return keys;
}
