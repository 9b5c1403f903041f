import type { MoneyE6 } from "#api/kernel/money.ts";
import type { Points } from "#api/kernel/points.ts";
import type { Tx } from "#api/sql/rows.ts";

/** What became of the points of one issuer, or of members who enrolled in one month. */
export type PointsUse = {
  /** The issuer's id, or the first day of the month, YYYY-MM-DD. */
  of: string;
  /** Became spendable, what was taken back left out. */
  given: Points;
  /** Still there, spendable or set aside. */
  unspent: Points;
  expired: Points;
};

/** By issuer, and by the month in which their members enrolled, in one look at all lots. */
export async function readPointsUse(
  tx: Tx,
  timeZone: string,
): Promise<{ byIssuer: PointsUse[]; byCohort: PointsUse[] }> {
  const rows = await tx.$queryRaw<(PointsUse & { isCohort: boolean })[]>`
    WITH lots AS (
      SELECT l.issuer_id, date_trunc('month', m.enrolled_at AT TIME ZONE ${timeZone})::date AS cohort,
        greatest(l.original - l.pending - l.clawed_back, 0) AS given, l.available + l.reserved AS unspent, l.expired
      FROM lot l JOIN member m ON m.id = l.member_id WHERE l.parent_lot_id IS NULL OR l.available + l.reserved > 0)
    SELECT coalesce(issuer_id, cohort::text) AS "of", GROUPING(issuer_id) = 1 AS "isCohort", sum(given)::bigint AS given,
      sum(unspent)::bigint AS unspent, sum(expired)::bigint AS expired
    FROM lots GROUP BY GROUPING SETS ((issuer_id), (cohort)) ORDER BY 2, 1`;
  const of = (cohort: boolean) =>
    rows.filter(({ isCohort }) => isCohort === cohort).map(({ isCohort: _, ...use }) => use);
  return { byIssuer: of(false), byCohort: of(true) };
}

/** What the members of one group of an offer spent while it was theirs. */
export type GroupSpend = {
  offerId: string;
  group: "TREATED" | "CONTROL";
  members: number;
  /** Who bought anything. */
  buyers: number;
  spendE6: MoneyE6;
  /** Of one member, in millionths; the variance as of a sample. */
  meanE6: number;
  varianceE12: number;
};

/**
 * What members of both groups of offers paid in money, from the local day they got it to the day it ended for them, who
 * bought nothing included: at the offer's partner, or everywhere for the coalition's.
 */
export async function readGroupSpend(
  tx: Tx,
  { offerIds, timeZone, day }: { offerIds: readonly string[]; timeZone: string; day: string },
): Promise<GroupSpend[]> {
  return tx.$queryRaw<GroupSpend[]>`
    WITH spent AS (
      SELECT p.offer_id, p."group", p.member_id, coalesce(sum(d.spend_e6), 0) AS spend, coalesce(sum(d.visits), 0) AS visits
      FROM offer o JOIN personal_offer p ON p.offer_id = o.id
      CROSS JOIN LATERAL (
        SELECT p.member_id AS id UNION ALL SELECT id FROM member WHERE merged_into_id = p.member_id) m
      LEFT JOIN member_day d ON d.member_id = m.id AND (o.partner_id IS NULL OR d.partner_id = o.partner_id)
        AND d.day BETWEEN (p.made_at AT TIME ZONE ${timeZone})::date
          AND least((p.expires_at AT TIME ZONE ${timeZone})::date, ${day}::date)
      WHERE o.id = ANY(${[...offerIds]}::text[]) GROUP BY p.offer_id, p."group", p.member_id)
    SELECT offer_id AS "offerId", "group"::text AS "group", count(*)::int AS members,
      count(*) FILTER (WHERE visits > 0)::int AS buyers, sum(spend)::bigint AS "spendE6", avg(spend)::float8 AS "meanE6",
      coalesce(var_samp(spend), 0)::float8 AS "varianceE12"
    FROM spent GROUP BY offer_id, "group" ORDER BY 1, 2`;
}
