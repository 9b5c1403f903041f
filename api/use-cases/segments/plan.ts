import { rulesOf, type SegmentMember, type SegmentRule, segmentRule } from "#api/engine/segment.ts";
import type { WindowNeed } from "#api/engine/windows.ts";
import type { DaySum, KnownAt, MemberRead, MemberWishes } from "#api/ledger/read/members-in-chunks.ts";
import { OPERATOR } from "#api/use-cases/campaigns/houses.ts";
import { daysBefore, firstOfMonth } from "#api/use-cases/purchases/windows.ts";
import { factName } from "#api/use-cases/segments/segment-facts.ts";

/** A segment to be counted. */
export type Counted = { id: string; house: string; expression: string };
export type AsOf = {
  day: string;
  now: Date;
  timeZone: string;
  /** Where everybody stands of whom no other tier was told; empty: the programme has no tiers. */
  lowestTier: string;
};

type HouseRules = { house: string; segmentIds: readonly string[]; rules: readonly SegmentRule[] };

/** What is read of each member for all segments together, and who is in which by it. */
export type Plan = { wishes: MemberWishes; segmentsOf: (member: MemberRead) => string[] };

type Read = MemberWishes["reads"] extends ReadonlySet<infer Name> ? Name : never;
const loadedFor: Readonly<Record<string, Read>> = {
  "member.daysToBirthday": "birthday",
  "member.daysSinceEnrolment": "enrolledOn",
  "member.daysSinceVisit": "lastVisitOn",
  "member.balance": "balance",
  "member.tags": "tags",
  "member.tier": "tier",
  "member.plan": "plan",
  "member.clubs": "clubs",
};
const scores = ["member.recency", "member.frequency", "member.monetary", "member.hasRedeemed"];

/** Lays down one pass: every window that any of the segments asks for is summed once. `partners`: ids by code. */
export function planOf(segments: readonly Counted[], partners: ReadonlyMap<string, string>, asOf: AsOf): Plan {
  const byHouse = Map.groupBy(segments, ({ house }) => house);
  const houses = [...byHouse].map(
    ([house, own]): HouseRules => ({
      house,
      segmentIds: own.map(({ id }) => id),
      rules: own.map(({ expression }) => segmentRule(expression)),
    }),
  );
  const rules = houses.flatMap((house) => house.rules);
  const needs = [...new Map(rules.flatMap(({ windows }) => windows.map((need) => [need.key, need] as const))).values()];
  const reads = new Set(rules.flatMap((rule) => rule.reads));
  const readHouses = houses
    .filter(({ house, rules: of }) => house !== OPERATOR || of.some(readsOfHouse))
    .map(({ house }) => house);
  return {
    wishes: {
      day: asOf.day,
      at: asOf.now,
      timeZone: asOf.timeZone,
      sums: needs.map((need) => sumOf(need, partners, asOf.day)),
      houses: readHouses,
      reads: new Set([...reads].flatMap((name) => loadedFor[name] ?? [])),
    },
    segmentsOf: (member) => segmentsOf(member, houses, needs, asOf),
  };
}

const readsOfHouse = ({ reads }: SegmentRule) => reads.some((name) => scores.includes(name) || name === "member.tags");

function sumOf({ name, partner, days }: WindowNeed, partners: ReadonlyMap<string, string>, day: string): DaySum {
  // A code that no partner has finds nobody's days.
  const partnerId = partner === null ? null : (partners.get(partner) ?? "");
  const from = days === null ? firstOfMonth(day) : daysBefore(day, days - 1);
  switch (name) {
    case "spend":
    case "spendAt":
    case "spendThisMonth":
    case "spendThisMonthAt":
      return { of: "SPEND", partnerId, from };
    case "visits":
    case "visitsAt":
    case "visitsThisMonth":
      return { of: "VISITS", partnerId, from };
    case "partners":
      return { of: "PARTNERS", partnerId: null, from };
    case "daysSinceVisitAt":
      return { of: "DAYS_SINCE", partnerId, from: null };
    case "partnersThisMonth":
    case "monthSpendReachedWithin":
    case "stamps":
      throw new Error(`${name} is for receipts; the checker lets no segment ask for it`);
  }
}

/** Stands for "never" where days are counted. */
const NEVER = 1_000_000n;

function segmentsOf(member: MemberRead, houses: readonly HouseRules[], needs: readonly WindowNeed[], asOf: AsOf) {
  const windows = new Map(needs.map(({ key }, place) => [key, member.sums[place] ?? NEVER] as const));
  const base: SegmentMember = {
    memberId: member.id,
    birthday: member.birthday,
    enrolledOn: member.enrolledOn,
    lastVisitOn: member.lastVisitOn,
    balance: member.balance,
    tier: member.tier ?? asOf.lowestTier,
    plan: member.plan ?? "",
    clubs: member.clubs,
    windows,
  };
  return houses.flatMap(({ house, segmentIds, rules }) => {
    const known = member.houses.get(house);
    if (!known && house !== OPERATOR) return [];
    const facts = known ? { ...base, ...knownAs(house, known) } : base;
    return rulesOf(rules, facts, asOf).map((place) => segmentIds[place] ?? "");
  });
}

function knownAs(house: string, { tags, ...known }: KnownAt): Partial<SegmentMember> {
  return { ...known, tags: tags.map((tag) => factName(house, tag)) };
}
