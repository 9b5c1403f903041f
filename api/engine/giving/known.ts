import { giftsOf } from "#api/engine/campaign-set.ts";
import type { Question } from "#api/engine/evaluate.ts";
import type { Known } from "#api/engine/explanation.ts";
import { localTime } from "#api/engine/expressions/local-time.ts";
import { counterOf, giftCounter } from "#api/engine/limits.ts";
import type { MemberFacts } from "#api/engine/member-facts.ts";
import type { GivenDiscount } from "#api/engine/purchase.ts";
import type { CompiledRule } from "#api/engine/set/compiled.ts";
import type { WindowValue } from "#api/engine/windows.ts";

/** What was told of the member, and as much of the rest as the rules that were decided on look at. */
export function knownOf(question: Question, rules: readonly CompiledRule[]): Known {
  const { receipt, activity = null, terms, place, now } = question;
  const { earnBps, mayIssue, pointValueE6, minorUnitE6 } = terms;
  return {
    now: now.toISOString(),
    place: { partnerCode: place.partnerCode, locationCode: place.locationCode, timeZone: place.timeZone },
    terms: { earnBps, mayIssue, pointValueE6: String(pointValueE6), minorUnitE6: String(minorUnitE6) },
    activity: activity && { kind: activity.kind, amountE6: String(activity.amountE6) },
    coupons: (receipt.coupons ?? []).map(({ pool, code }) => ({ pool, code })),
    given: receipt.given?.map(givenText) ?? null,
    member: memberOf(question.member),
    windows: windowsOf(question.member, rules),
    room: roomOf(question, rules),
  };
}

function givenText({ seq, campaignId, amountE6 }: GivenDiscount) {
  return { seq, campaignId, amountE6: String(amountE6) };
}

function memberOf({ memberId, windows: _, ...told }: MemberFacts): Known["member"] {
  const inOrder = Object.entries(told).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return { memberId, ...Object.fromEntries(inOrder) };
}

function windowsOf({ windows }: MemberFacts, rules: readonly CompiledRule[]): Known["windows"] {
  const known = new Map<string, WindowValue>();
  for (const rule of rules) {
    for (const { key } of rule.windows) {
      const value = windows?.get(key);
      if (value !== undefined) known.set(key, value);
    }
  }
  return [...known].map(([key, value]) => [key, typeof value === "bigint" ? String(value) : value]);
}

/** Only what differs from an untouched limit needs saying. */
function roomOf({ receipt, member, place, room }: Question, rules: readonly CompiledRule[]): Known["room"] {
  if (room.size === 0) return [];
  const known = new Map<string, bigint>();
  const counted = { memberId: member.memberId, day: localTime(receipt.occurredAt, place.timeZone).date };
  for (const { campaign, limits } of new Set(rules.map((rule) => rule.campaign))) {
    for (const limit of limits) {
      const counter = counterOf(campaign, limit, counted);
      const left = room.get(counter);
      if (left !== undefined) known.set(counter, left);
    }
  }
  for (const counter of rules.flatMap(giftsOf).map(giftCounter)) {
    const left = room.get(counter);
    if (left !== undefined) known.set(counter, left);
  }
  return [...known].map(([counter, left]) => [counter, String(left)]);
}
