import type { Tx } from "#api/sql/rows.ts";
import { type Sql, sql } from "#api/sql/snapshot.ts";

/** The whole coalition, where houses are named. */
export const COALITION = "OPERATOR";

/** Members that are summed together: named, or the next ones by id. */
export type SomeMembers = { ids: readonly string[] } | { after: string; take: number };

const chosen = (members: SomeMembers): Sql =>
  "ids" in members
    ? sql`SELECT id FROM member WHERE id = ANY(${[...members.ids]}::text[]) AND status IN ('ACTIVE', 'BLOCKED')`
    : sql`SELECT id FROM member WHERE id > ${members.after} AND status IN ('ACTIVE', 'BLOCKED') ORDER BY id LIMIT ${members.take}`;

/**
 * Sums what each house knows of some members anew, as of a local day (YYYY-MM-DD); what members since merged into them did
 * is theirs. Answers the last member's id and how many there were; null: none was left.
 */
export async function sumCustomers(
  tx: Tx,
  members: SomeMembers,
  day: string,
): Promise<{ lastId: string; members: number } | null> {
  const [summed] = await tx.$queryRaw<{ lastId: string | null; members: number }[]>`
    WITH chunk AS MATERIALIZED (${chosen(members)}),
    own AS MATERIALIZED (
      SELECT id AS member_id, id FROM chunk
      UNION ALL SELECT m.merged_into_id, m.id FROM member m WHERE m.merged_into_id IN (SELECT id FROM chunk)),
    summed AS (
      SELECT coalesce(d.partner_id, ${COALITION}) AS house, own.member_id, min(d.day) FILTER (WHERE d.visits > 0) AS first_on,
        max(d.day) FILTER (WHERE d.visits > 0) AS last_on,
        count(DISTINCT d.day) FILTER (WHERE d.visits > 0)::int AS days, sum(d.visits)::int AS visits,
        sum(d.spend_e6)::bigint AS spend_e6,
        coalesce(sum(d.visits) FILTER (WHERE d.day > ${day}::date - 365), 0)::int AS visits_year,
        coalesce(sum(d.spend_e6) FILTER (WHERE d.day > ${day}::date - 365), 0)::bigint AS spend_year_e6
      FROM own JOIN member_day d ON d.member_id = own.id
      GROUP BY GROUPING SETS ((own.member_id, d.partner_id), (own.member_id))),
    known AS (
      SELECT house, member_id, first_on, last_on, days, visits, spend_e6, visits_year, spend_year_e6 FROM summed
      UNION ALL SELECT ${COALITION}, id, NULL, NULL, 0, 0, 0, 0, 0 FROM chunk
      UNION ALL SELECT m.enrolled_at_partner_id, own.member_id, NULL, NULL, 0, 0, 0, 0, 0
        FROM own JOIN member m ON m.id = own.id WHERE m.enrolled_at_partner_id IS NOT NULL),
    kept AS (
      INSERT INTO customer AS c (house, member_id, first_on, last_on, days, visits, spend_e6, average_e6, visits_year, spend_year_e6)
      SELECT house, member_id, min(first_on), max(last_on), sum(days), sum(visits), sum(spend_e6),
        CASE WHEN sum(visits) > 0 THEN sum(spend_e6) / sum(visits) ELSE 0 END, sum(visits_year), sum(spend_year_e6)
      FROM known GROUP BY house, member_id
      ON CONFLICT (house, member_id) DO UPDATE SET first_on = excluded.first_on, last_on = excluded.last_on,
        days = excluded.days, visits = excluded.visits, spend_e6 = excluded.spend_e6, average_e6 = excluded.average_e6,
        visits_year = excluded.visits_year, spend_year_e6 = excluded.spend_year_e6
      WHERE (c.first_on, c.last_on, c.days, c.visits, c.spend_e6, c.visits_year, c.spend_year_e6) IS DISTINCT FROM
        (excluded.first_on, excluded.last_on, excluded.days, excluded.visits, excluded.spend_e6, excluded.visits_year,
         excluded.spend_year_e6))
    SELECT max(id) AS "lastId", count(*)::int AS members FROM chunk`;
  return summed?.lastId ? { lastId: summed.lastId, members: summed.members } : null;
}

/** Remembers who ever paid with points, everywhere. */
export async function markRedeemers(tx: Tx): Promise<void> {
  await tx.$executeRaw`
    WITH redeemed AS (
      SELECT DISTINCT b.redeemer_id, coalesce(m.merged_into_id, m.id) AS member_id
      FROM burn b JOIN member m ON m.id = b.member_id WHERE b.state = 'CAPTURED')
    UPDATE customer c SET has_redeemed = true
    FROM (SELECT redeemer_id AS house, member_id FROM redeemed UNION SELECT ${COALITION}, member_id FROM redeemed) r
    WHERE c.house = r.house AND c.member_id = r.member_id AND NOT c.has_redeemed`;
}

/** Forgets what stood under members that are no more: it was summed where they were merged into. */
export async function dropMergedCustomers(tx: Tx): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM customer c USING member m WHERE m.id = c.member_id AND m.status IN ('MERGED', 'CLOSED')`;
}

/** Counts each house's cohorts anew, by the month of the first purchase. */
export async function countCohorts(tx: Tx): Promise<void> {
  await tx.$executeRaw`DELETE FROM cohort_month`;
  await tx.$executeRaw`
    INSERT INTO cohort_month (house, cohort, month, members, visits, spend_e6)
    SELECT c.house, date_trunc('month', c.first_on)::date, date_trunc('month', d.day)::date,
      count(DISTINCT c.member_id) FILTER (WHERE d.visits > 0)::int, sum(d.visits)::int, sum(d.spend_e6)::bigint
    FROM member_day d JOIN member m ON m.id = d.member_id
    JOIN customer c ON c.member_id = coalesce(m.merged_into_id, m.id) AND c.house IN (d.partner_id, ${COALITION})
    WHERE c.first_on IS NOT NULL
    GROUP BY 1, 2, 3`;
}

/** Counts each house's receipts of 90 days by day of the week and hour. */
export async function countWeekHours(tx: Tx, at: Date, timeZone: string): Promise<void> {
  await tx.$executeRaw`DELETE FROM week_hour`;
  await tx.$executeRaw`
    INSERT INTO week_hour (house, weekday, hour, receipts, spend_e6)
    SELECT coalesce(partner_id, ${COALITION}), weekday, hour, count(*)::int, sum(paid_e6)::bigint
    FROM (
      SELECT partner_id, paid_e6, extract(isodow FROM occurred_at AT TIME ZONE ${timeZone})::int AS weekday,
        extract(hour FROM occurred_at AT TIME ZONE ${timeZone})::int AS hour
      FROM purchase WHERE occurred_at >= ${at}::timestamptz - interval '90 days') receipts
    GROUP BY GROUPING SETS ((partner_id, weekday, hour), (weekday, hour))`;
}

/** Counts what became of the points of every issuer, and of the members who enrolled in each month. */
export async function countPointsUse(tx: Tx, timeZone: string): Promise<void> {
  await tx.$executeRaw`DELETE FROM points_kept`;
  await tx.$executeRaw`
    WITH lots AS (
      SELECT l.issuer_id, date_trunc('month', m.enrolled_at AT TIME ZONE ${timeZone})::date AS cohort,
        greatest(l.original - l.pending - l.clawed_back, 0) AS given, l.available + l.reserved AS unspent, l.expired
      FROM lot l JOIN member m ON m.id = l.member_id WHERE l.parent_lot_id IS NULL OR l.available + l.reserved > 0)
    INSERT INTO points_kept ("of", is_cohort, given, unspent, expired)
    SELECT coalesce(issuer_id, cohort::text), GROUPING(issuer_id) = 1, sum(given)::bigint, sum(unspent)::bigint,
      sum(expired)::bigint
    FROM lots GROUP BY GROUPING SETS ((issuer_id), (cohort))`;
}

/**
 * Counts, for every month that is over and was not counted, how many members bought at two partners in it; a partner with
 * itself: how many bought there at all. `month`: the first day of the month that runs.
 */
export async function countFlows(tx: Tx, month: string): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO flow_month (month, from_id, to_id, members)
    SELECT month, from_id, to_id, count(*)::int
    FROM (
      SELECT date_trunc('month', d.day)::date AS month, array_agg(DISTINCT d.partner_id) AS partners
      FROM member_day d JOIN member m ON m.id = d.member_id
      WHERE d.visits > 0 AND d.day < ${month}::date
        AND d.day >= (SELECT coalesce(max(month) + interval '1 month', '-infinity') FROM flow_month)
      GROUP BY 1, coalesce(m.merged_into_id, m.id)) bought, unnest(partners) from_id, unnest(partners) to_id
    GROUP BY 1, 2, 3`;
}
