import { localDate } from "#api/engine/lot-dates.ts";
import { type Actor, partnerOf } from "#api/kernel/actor.ts";
import { sql } from "#api/sql/snapshot.ts";
import { findAudiencePolicy, tellableCount } from "#api/use-cases/analytics/audience-policy.ts";
import { houseOf } from "#api/use-cases/campaigns/houses.ts";
import { can } from "#api/use-cases/can.ts";
import { type RfmGroup, rfmGroup } from "#api/use-cases/customers/rfm-group.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";

/** A house's customers in a few numbers; of the coalition for the operator, of its own receipts for a partner. */
export type CustomerFigures = {
  inactiveDays: number;
  customers: number;
  /** Ever bought; of them, those within the days, and those who never paid with points. */
  buyers: number;
  active: number;
  neverRedeemed: number;
  /** Of the last 365 days. */
  visitsYear: number;
  spendYearE6: bigint;
  /** Came at least on three days, and has stayed away for twice as long as usual, though not so long as to be inactive. */
  leaving: number;
};

/** Somebody who is about to leave has come on so many days at least, and has stayed away for so many at least. */
export const LEAVING_DAYS_MIN = 3;
const LEAVING_SILENCE_MIN = 14;

/** The rule for a row of `customer` called c: twice the usual gap between two visits, and not yet inactive. */
const isLeaving = (day: string, inactiveDays: number) => sql`(
  c.days >= ${LEAVING_DAYS_MIN} AND ${day}::date - c.last_on >= ${LEAVING_SILENCE_MIN}
  AND ${day}::date - c.last_on < ${inactiveDays}::int
  AND (${day}::date - c.last_on) * (c.days - 1) > 2 * (c.last_on - c.first_on))`;

/** The viewer's house's, or for the operator every house's: by partner id, null for the coalition. */
export async function readCustomerFigures(deps: Deps, actor: Actor): Promise<(CustomerFigures & { house: string })[]> {
  can(actor, "analytics:read");
  const [{ timeZone }, { inactiveDays }] = await Promise.all([findProgramme(deps), findAudiencePolicy(deps)]);
  const day = localDate(deps.clock.now(), timeZone);
  const partnerId = partnerOf(actor);
  const rows = await deps.db.$queryRaw<(Omit<CustomerFigures, "inactiveDays"> & { house: string })[]>`
    SELECT c.house, count(*)::int AS customers, count(c.last_on)::int AS buyers,
      count(*) FILTER (WHERE ${day}::date - c.last_on < ${inactiveDays}::int)::int AS active,
      count(*) FILTER (WHERE c.last_on IS NOT NULL AND NOT c.has_redeemed)::int AS "neverRedeemed",
      sum(c.visits_year)::int AS "visitsYear", sum(c.spend_year_e6)::bigint AS "spendYearE6",
      count(*) FILTER (WHERE ${isLeaving(day, inactiveDays)})::int AS leaving
    FROM customer c WHERE ${partnerId === null ? sql`true` : sql`c.house = ${partnerId}`}
    GROUP BY c.house ORDER BY c.house`;
  return rows.map((row) => ({ ...row, inactiveDays }));
}

export type GroupCount = { group: RfmGroup; customers: number; spendYearE6: bigint };

/** Customers of the viewer's house by what their scores say. */
export async function readRfmGroups(deps: Deps, actor: Actor): Promise<GroupCount[]> {
  can(actor, "analytics:read");
  return deps.db.$queryRaw<GroupCount[]>`
    SELECT ${rfmGroup} AS "group", count(*)::int AS customers, sum(c.spend_year_e6)::bigint AS "spendYearE6"
    FROM customer c WHERE c.house = ${houseOf(actor)} AND ${rfmGroup} IS NOT NULL
    GROUP BY 1 ORDER BY 3 DESC, 1`;
}

/** Of those who first bought in one month, how many came so many months later. Months are their first days. */
export type CohortCell = { cohort: string; month: string; members: number; visits: number; spendE6: bigint };

/** The last twelve cohorts of the viewer's house, as of last night. */
export async function readCohorts(deps: Deps, actor: Actor): Promise<CohortCell[]> {
  can(actor, "analytics:read");
  return deps.db.$queryRaw<CohortCell[]>`
    SELECT cohort::text, month::text, members, visits, spend_e6 AS "spendE6" FROM cohort_month
    WHERE house = ${houseOf(actor)} AND cohort > (${deps.clock.now()}::timestamptz - interval '13 months')::date
    ORDER BY cohort, month`;
}

/** What was bought in one hour of one day of the week, Monday is 1; local time. */
export type HourCell = { weekday: number; hour: number; receipts: number; spendE6: bigint };

/** Receipts of 90 days by day of the week and hour, as of last night: a partner's own, or everybody's for the operator. */
export async function readHours(deps: Deps, actor: Actor): Promise<HourCell[]> {
  can(actor, "analytics:read");
  const order = [{ weekday: "asc" }, { hour: "asc" }] as const;
  const select = { weekday: true, hour: true, receipts: true, spendE6: true } as const;
  return deps.db.weekHour.findMany({ where: { house: houseOf(actor) }, select, orderBy: [...order] });
}

/** How many of those who bought at one partner in a month bought at another too; null: fewer than may be told. */
export type FlowCell = { month: string; fromId: string; toId: string; members: number | null };

const FLOW_MONTHS = 3;

/**
 * The last months that are over. A partner sees where else its own customers bought, in whole groups: what is told was
 * counted once, when the month was over, so that no two looks differ by one person. The operator sees all of it.
 */
export async function readFlows(deps: Deps, actor: Actor): Promise<FlowCell[]> {
  can(actor, "analytics:read");
  const partnerId = partnerOf(actor);
  const { minimumGroup } = await findAudiencePolicy(deps);
  const rows = await deps.db.$queryRaw<(FlowCell & { members: number })[]>`
    SELECT month::text, from_id AS "fromId", to_id AS "toId", members FROM flow_month
    WHERE month IN (SELECT DISTINCT month FROM flow_month ORDER BY 1 DESC LIMIT ${FLOW_MONTHS})
      AND ${partnerId === null ? sql`true` : sql`from_id = ${partnerId}`}
    ORDER BY month DESC, from_id, to_id`;
  if (partnerId === null) return rows;
  return rows.map((row) => ({ ...row, members: tellableCount(row.members, minimumGroup) }));
}

/** Members of one month's first purchase, and how many of them are inactive now. */
export type CohortInactivity = { cohort: string; members: number; inactive: number };

export async function readInactivityByCohort(deps: Deps, actor: Actor): Promise<CohortInactivity[]> {
  can(actor, "analytics:read");
  const [{ timeZone }, { inactiveDays }] = await Promise.all([findProgramme(deps), findAudiencePolicy(deps)]);
  const day = localDate(deps.clock.now(), timeZone);
  return deps.db.$queryRaw<CohortInactivity[]>`
    SELECT date_trunc('month', c.first_on)::date::text AS cohort, count(*)::int AS members,
      count(*) FILTER (WHERE ${day}::date - c.last_on >= ${inactiveDays}::int)::int AS inactive
    FROM customer c WHERE c.house = ${houseOf(actor)} AND c.first_on IS NOT NULL GROUP BY 1 ORDER BY 1`;
}

/** Who is about to leave the viewer's house, those who spent most in a year first. */
export async function readLeaving(deps: Deps, actor: Actor, take = 20): Promise<{ memberId: string }[]> {
  can(actor, "analytics:read");
  const [{ timeZone }, { inactiveDays }] = await Promise.all([findProgramme(deps), findAudiencePolicy(deps)]);
  const day = localDate(deps.clock.now(), timeZone);
  return deps.db.$queryRaw<{ memberId: string }[]>`
    SELECT c.member_id AS "memberId" FROM customer c
    WHERE c.house = ${houseOf(actor)} AND ${isLeaving(day, inactiveDays)}
    ORDER BY c.spend_year_e6 DESC, c.member_id LIMIT ${take}`;
}
