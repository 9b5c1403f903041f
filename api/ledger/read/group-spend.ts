import type { MoneyE6 } from "#api/kernel/money.ts";
import type { Tx } from "#api/sql/rows.ts";
import { type Sql, sql } from "#api/sql/snapshot.ts";

/** What the members of one group did from when they were first to be compared. */
export type GroupSpend = {
  /** The id of the offer, or of the version of a campaign. */
  of: string;
  group: "TREATED" | "CONTROL";
  members: number;
  /** Who bought anything. */
  buyers: number;
  spendE6: MoneyE6;
  /** Of one member, in millionths; the variance as of a sample. */
  meanE6: number;
  varianceE12: number;
  /** Receipts of one member, less those that came back whole. */
  meanVisits: number;
  varianceVisits: number;
};

type Asked = { ids: readonly string[]; timeZone: string; day: string };

/**
 * What members of both groups paid in money and how often they came, who bought nothing included: at the partner whose it
 * is, or everywhere for the coalition's. Of an offer while it was theirs; of a version of a campaign from their first
 * receipt that met its conditions to its end; up to `day`. Two memberships that became one are one member, in the group
 * of the one that stayed.
 */
export async function readGroupSpend(tx: Tx, { ids, timeZone, day }: Asked): Promise<GroupSpend[]> {
  return tx.$queryRaw<GroupSpend[]>`
    WITH compared AS (
      SELECT o.id AS of, p."group", p.member_id, o.partner_id, (p.made_at AT TIME ZONE ${timeZone})::date AS from_day,
        ${lastDay(sql`p.expires_at`, timeZone)} AS until_day
      FROM offer o JOIN personal_offer p ON p.offer_id = o.id WHERE o.id = ANY(${[...ids]}::text[])
      UNION ALL
      (SELECT DISTINCT ON (v.id, p.id) v.id, m."group", p.id, c.partner_id, (m.since AT TIME ZONE ${timeZone})::date,
        ${lastDay(sql`least(v.ended_at, v.ends_at)`, timeZone)}
      FROM campaign_version v JOIN campaign c ON c.id = v.campaign_id JOIN compared_member m ON m.version_id = v.id
      JOIN member k ON k.id = m.member_id CROSS JOIN LATERAL (SELECT coalesce(k.merged_into_id, k.id) AS id) p
      WHERE v.id = ANY(${[...ids]}::text[])
      ORDER BY v.id, p.id, (k.id = p.id) DESC, m.since, k.id)
    ), spent AS (
      SELECT c.of, c."group", c.member_id, coalesce(sum(d.spend_e6), 0) AS spend, coalesce(sum(d.visits), 0) AS visits
      FROM compared c
      CROSS JOIN LATERAL (
        SELECT c.member_id AS id UNION ALL SELECT id FROM member WHERE merged_into_id = c.member_id) m
      LEFT JOIN member_day d ON d.member_id = m.id AND (c.partner_id IS NULL OR d.partner_id = c.partner_id)
        AND d.day BETWEEN c.from_day AND least(c.until_day, ${day}::date)
      GROUP BY c.of, c."group", c.member_id)
    SELECT of, "group"::text AS "group", count(*)::int AS members, count(*) FILTER (WHERE visits > 0)::int AS buyers,
      sum(spend)::bigint AS "spendE6", avg(spend)::float8 AS "meanE6", coalesce(var_samp(spend), 0)::float8 AS "varianceE12",
      avg(visits)::float8 AS "meanVisits", coalesce(var_samp(visits), 0)::float8 AS "varianceVisits"
    FROM spent GROUP BY of, "group" ORDER BY 1, 2`;
}

/** The last local day of what is over at an instant, which is not its own any more. */
const lastDay = (end: Sql, timeZone: string): Sql =>
  sql`((${end} - interval '1 millisecond') AT TIME ZONE ${timeZone})::date`;
