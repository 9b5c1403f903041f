import type { MoneyE6 } from "#api/kernel/money.ts";
import type { Tx } from "#api/sql/rows.ts";

/** Days YYYY-MM-DD, both included; at these partners, by id, or at all. */
export type Asked = { memberId: string; from: string; to: string; partnerIds: readonly string[] };

/** What a member did in a turn, net of what came back; weeks by their Mondays, oldest first. */
export type Done = { spendE6: MoneyE6; visits: bigint; partnerIds: string[]; weeks: string[] };

/** How far members are: of the goal, in quarters, and those who reached it; nobody who did nothing yet. */
export type Quarters = [bigint, bigint, bigint, bigint, bigint];

export type Crowd = {
  from: string;
  to: string;
  /** At these partners; empty: at all. */
  partnerIds: readonly string[];
  counted: "SPEND" | "VISITS" | "PARTNERS" | "WEEKS";
  /** Millionths for SPEND, else a count. */
  goal: bigint;
};

/** Everybody who did something in a turn, by how far they are; members merged into one count as it. */
export async function countQuarters(tx: Tx, { from, to, partnerIds, counted, goal }: Crowd): Promise<Quarters> {
  const rows = await tx.$queryRaw<{ quarter: number; members: bigint }[]>`
    WITH kept AS MATERIALIZED (
      SELECT coalesce(m.merged_into_id, d.member_id) AS member, d.partner_id, d.day, d.spend_e6, d.visits
      FROM member_day d JOIN member m ON m.id = d.member_id
      WHERE d.day BETWEEN ${from}::date AND ${to}::date
        AND (cardinality(${partnerIds}::text[]) = 0 OR d.partner_id = ANY (${partnerIds}::text[]))),
    weeks AS (
      SELECT member, week, week - 7 * (row_number() OVER (PARTITION BY member ORDER BY week))::int AS run
      FROM (SELECT DISTINCT member, date_trunc('week', day)::date AS week FROM kept
        WHERE ${counted} = 'WEEKS' AND visits > 0) t),
    reached AS (
      SELECT member, CASE ${counted} WHEN 'SPEND' THEN sum(spend_e6) WHEN 'VISITS' THEN sum(visits)
        ELSE count(DISTINCT partner_id) FILTER (WHERE visits > 0) END AS much
      FROM kept WHERE ${counted} <> 'WEEKS' GROUP BY member
      UNION ALL SELECT member, max(length) FROM (SELECT member, run, count(*) AS length FROM weeks GROUP BY 1, 2) r GROUP BY 1)
    SELECT least(4, floor(much * 4 / ${goal}::numeric))::int AS quarter, count(*) AS members
    FROM reached WHERE much > 0 GROUP BY 1`;
  const of = (quarter: number) => rows.find((row) => row.quarter === quarter)?.members ?? 0n;
  return [of(0), of(1), of(2), of(3), of(4)];
}

const nothing: Done = { spendE6: 0n, visits: 0n, partnerIds: [], weeks: [] };

/** All that is asked in one query; members merged into one count as it. */
export async function findDone(tx: Tx, asked: readonly Asked[]): Promise<Done[]> {
  if (asked.length === 0) return [];
  const rows = await tx.$queryRaw<(Done & { nth: number })[]>`
    SELECT a.nth, coalesce(sum(d.spend_e6), 0)::bigint AS "spendE6", coalesce(sum(d.visits), 0)::bigint AS visits,
      coalesce(array_agg(DISTINCT d.partner_id) FILTER (WHERE d.visits > 0), '{}') AS "partnerIds",
      coalesce(array_agg(DISTINCT date_trunc('week', d.day)::date::text) FILTER (WHERE d.visits > 0), '{}') AS weeks
    FROM json_to_recordset(${JSON.stringify(asked.map((one, nth) => ({ nth, ...one })))}::json)
      AS a(nth int, "memberId" text, "from" date, "to" date, "partnerIds" json)
    CROSS JOIN LATERAL (SELECT a."memberId" AS id UNION ALL SELECT id FROM member WHERE merged_into_id = a."memberId") m
    JOIN member_day d ON d.member_id = m.id AND d.day BETWEEN a."from" AND a."to"
      AND (json_array_length(a."partnerIds") = 0
        OR d.partner_id IN (SELECT p FROM json_array_elements_text(a."partnerIds") AS t(p)))
    GROUP BY a.nth`;
  const byNth = new Map(rows.map(({ nth, ...done }) => [nth, done]));
  return asked.map((_one, nth) => byNth.get(nth) ?? nothing);
}
