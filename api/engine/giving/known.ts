import type { Question } from "#api/engine/evaluate.ts";
import type { Known } from "#api/engine/explanation.ts";
import { counterOf } from "#api/engine/limits.ts";
import { localDate } from "#api/engine/lot-dates.ts";
import type { MemberFacts } from "#api/engine/member-facts.ts";
import type { GivenDiscount } from "#api/engine/purchase.ts";
import type { CompiledRule } from "#api/engine/set/compiled.ts";
import type { WindowValue } from "#api/engine/windows.ts";

/** All that was known beside the receipt, as far as rules look at it; `candidates` may still fall out by who the member is. */
export function knownOf(
  question: Question,
  candidates: readonly CompiledRule[],
  rules: readonly CompiledRule[],
): Known {
  const { receipt, activity = null, terms, place, now } = question;
  const { earnBps, mayIssue, pointValueE6, minorUnitE6 } = terms;
  return {
    now: now.toISOString(),
    place: { partnerCode: place.partnerCode, locationCode: place.locationCode, timeZone: place.timeZone },
    terms: { earnBps, mayIssue, pointValueE6: String(pointValueE6), minorUnitE6: String(minorUnitE6) },
    activity: activity && { kind: activity.kind, amountE6: String(activity.amountE6) },
    coupons: (receipt.coupons ?? []).map(({ pool, code }) => ({ pool, code })),
    given: receipt.given?.map(givenText) ?? null,
    member: memberOf(question.member, candidates),
    windows: windowsOf(question.member, rules),
    room: roomOf(question, rules),
  };
}

function givenText({ seq, campaignId, amountE6 }: GivenDiscount) {
  return { seq, campaignId, amountE6: String(amountE6) };
}

function memberOf(
  { windows: _, memberId, ...facts }: MemberFacts,
  candidates: readonly CompiledRule[],
): Known["member"] {
  const fields = [...new Set(candidates.flatMap((rule) => rule.fields))].sort();
  return { memberId, ...Object.fromEntries(fields.map((field) => [field, facts[field]])) };
}

function windowsOf({ windows }: MemberFacts, rules: readonly CompiledRule[]): Known["windows"] {
  const keys = new Set(rules.flatMap((rule) => rule.windows.map(({ key }) => key)));
  return [...keys].flatMap((key): Known["windows"] => {
    const value = windows?.get(key);
    return value === undefined ? [] : [[key, asText(value)]];
  });
}

const asText = (value: WindowValue) => (typeof value === "bigint" ? String(value) : value);

/** Only what differs from an untouched limit needs saying. */
function roomOf({ receipt, member, place, room }: Question, rules: readonly CompiledRule[]): Known["room"] {
  const counted = { memberId: member.memberId, day: localDate(receipt.occurredAt, place.timeZone) };
  const counters = rules.flatMap(({ campaign }) =>
    campaign.limits.map((limit) => counterOf(campaign.campaign, limit, counted)),
  );
  return [...new Set(counters)].flatMap((counter): Known["room"] => {
    const left = room.get(counter);
    return left === undefined ? [] : [[counter, String(left)]];
  });
}
