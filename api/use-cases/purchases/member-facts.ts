import type { Needs } from "#api/engine/campaign-set.ts";
import { localDate } from "#api/engine/lot-dates.ts";
import type { MemberFacts } from "#api/engine/member-facts.ts";
import type { WindowNeed, WindowValue } from "#api/engine/windows.ts";
import { findCounters } from "#api/ledger/counters.ts";
import {
  type DaySpan,
  type DaySpend,
  findLastVisits,
  findSpendByDay,
  type SpanSum,
  sumMemberDays,
} from "#api/ledger/read/member-days.ts";
import { findClubCodes } from "#api/use-cases/clubs/club-facts.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { findOpenOffers, type OpenOffer } from "#api/use-cases/offers/open-offers.ts";
import { paidPlanOf } from "#api/use-cases/plans/plan-facts.ts";
import { atTill, findMembersSegments, findMembersTags } from "#api/use-cases/segments/segment-facts.ts";
import { tierOn } from "#api/use-cases/tiers/standing.ts";
import { together } from "#api/use-cases/together.ts";
import { daysBefore, firstOfMonth, reachedSince, stampCounter } from "./windows.ts";

type Asked = {
  memberId: string;
  /** Whose till it is: rules there see its names for the member, and the coalition's. */
  partnerId: string;
  /** The receipt's local day, YYYY-MM-DD: windows end with it. */
  day: string;
  timeZone: string;
  /** When it was bought; the end of the day where only that is asked about. */
  at?: Date;
};

/** What rules ask about a member, as it stood before the receipt; all receipts in flight share the queries. */
export async function memberFactsFor(deps: Deps, asked: Asked, needs: Needs): Promise<MemberFacts> {
  const till = atTill(asked.memberId, asked.partnerId);
  const [tier, plan, clubs, segments, tags, offers, person, lastVisitOn, ...windows] = await Promise.all([
    needs.member.has("tier") ? tierOn(deps, asked.memberId, asked.day) : null,
    needs.member.has("plan") ? planOf(deps, asked) : null,
    needs.member.has("clubs") ? clubsOf(deps, [asked.memberId]) : null,
    needs.member.has("segments") ? segmentsOf(deps, [till]) : null,
    needs.member.has("tags") ? tagsOf(deps, [till]) : null,
    needs.member.has("offers") ? activeOffers(deps, asked) : null,
    needs.member.has("birthday") || needs.member.has("enrolledOn") ? personOf(deps, asked) : {},
    needs.member.has("lastVisitOn") ? lastVisit(deps, [asked.memberId]) : null,
    ...needs.windows.map((need) => windowOf(deps, asked, need)),
  ]);
  return {
    memberId: asked.memberId,
    ...person,
    ...(tier === null ? {} : { tier }),
    ...(plan === null ? {} : { plan }),
    ...(clubs ? { clubs: clubs[0] ?? [] } : {}),
    ...(segments ? { segments: segments[0] ?? [] } : {}),
    ...(tags ? { tags: tags[0] ?? [] } : {}),
    ...(offers ? { offers } : {}),
    ...(lastVisitOn ? { lastVisitOn: lastVisitOn[0] ?? null } : {}),
    windows: new Map(needs.windows.flatMap(({ key }, index) => windowAt(key, windows[index]))),
  };
}

async function planOf(deps: Deps, { memberId, day, at }: Asked): Promise<string> {
  const instant = at ?? new Date(`${day}T23:59:59.999Z`);
  return (await paidPlanOf(deps, memberId, instant))?.code ?? "";
}

const clubsOf = together(({ db }, memberIds) => findClubCodes(db, memberIds));

const windowAt = (key: string, value: WindowValue | undefined): [string, WindowValue][] =>
  value === undefined ? [] : [[key, value]];

async function personOf(
  deps: Deps,
  { memberId, timeZone }: Asked,
): Promise<Pick<MemberFacts, "birthday" | "enrolledOn">> {
  const [person] = await persons(deps, [memberId]);
  return {
    birthday: person?.profile?.birthDate?.toISOString().slice(0, 10) ?? null,
    enrolledOn: person ? localDate(person.enrolledAt, timeZone) : null,
  };
}

async function windowOf(deps: Deps, { memberId, day }: Asked, need: WindowNeed): Promise<WindowValue> {
  const { name, partner, days, amountE6, card } = need;
  const from = days === null ? firstOfMonth(day) : daysBefore(day, days - 1);
  const span: DaySpan = { memberId, partner, from, to: day };
  switch (name) {
    case "spend":
    case "spendAt":
    case "spendThisMonth":
    case "spendThisMonthAt":
      return (await sumOf(deps, span)).spendE6;
    case "visits":
    case "visitsAt":
    case "visitsThisMonth":
      return (await sumOf(deps, span)).visits;
    case "partnersThisMonth":
      return (await sumOf(deps, { ...span, whose: true })).partners;
    case "monthSpendReachedWithin": {
      const since = daysBefore(day, days ?? 0);
      const spent = await spentByDay(deps, { ...span, from: firstOfMonth(since) });
      return reachedSince(spent, since, amountE6 ?? 0n);
    }
    case "stamps":
      return (await stamps(deps, [stampCounter(card ?? "", memberId)]))[0] ?? 0n;
    case "partners":
    case "daysSinceVisitAt":
      throw new Error(`${name} is for segments; the checker lets no campaign ask for it`);
  }
}

/** Activated before it was bought, and not over then. */
async function activeOffers(deps: Deps, { memberId, at = deps.clock.now() }: Asked): Promise<string[]> {
  const [offers] = await openOffers(deps, [memberId]);
  const isOpen = ({ activatedAt, until }: OpenOffer) => activatedAt <= at && (until === null || at < until);
  return (offers ?? []).filter(isOpen).map(({ code }) => code);
}

const keyOf = (span: DaySpan) => JSON.stringify(span);
const spansOf = (keys: readonly string[]) => new Map(keys.map((key) => [key, JSON.parse(key) as DaySpan]));

const nothing: SpanSum = { spendE6: 0n, visits: 0n, points: 0n, partners: [] };

async function sumOf(deps: Deps, span: DaySpan): Promise<SpanSum> {
  const [sum] = await sums(deps, [keyOf(span)]);
  return sum ?? nothing;
}

async function spentByDay(deps: Deps, span: DaySpan): Promise<DaySpend[]> {
  const [spent] = await daily(deps, [keyOf(span)]);
  return spent ?? [];
}

const sums = together(({ db }, keys) => sumMemberDays(db, spansOf(keys)));
const daily = together(({ db }, keys) => findSpendByDay(db, spansOf(keys)));
const lastVisit = together(({ db }, memberIds) => findLastVisits(db, memberIds));
const segmentsOf = together(({ db }, keys) => findMembersSegments(db, keys));
const tagsOf = together(({ db }, keys) => findMembersTags(db, keys));
const stamps = together(({ db }, ids) => findCounters(db, ids));
const openOffers = together(({ db }, memberIds) => findOpenOffers(db, memberIds));
const persons = together(async ({ db }, ids) => {
  const select = { id: true, enrolledAt: true, profile: { select: { birthDate: true } } };
  const rows = await db.member.findMany({ where: { id: { in: [...ids] } }, select });
  return new Map(rows.map((row) => [row.id, row]));
});
