import type { MoneyE6 } from "#api/kernel/money.ts";
import type { Tx } from "#api/sql/rows.ts";

/** Days YYYY-MM-DD, both included; at these partners, by id, or at all. */
export type Asked = { memberId: string; from: string; to: string; partnerIds: readonly string[] };

/** What a member did in a turn, net of what came back; weeks by their Mondays, oldest first. */
export type Done = { spendE6: MoneyE6; visits: bigint; partnerIds: string[]; weeks: string[] };

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
