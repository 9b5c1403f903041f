import type { MoneyE6 } from "#api/kernel/money.ts";
import type { Points } from "#api/kernel/points.ts";
import type { Tx } from "#api/sql/rows.ts";

/** Business days `from` to `to`, YYYY-MM-DD, both included. */
export type DaySpan = {
  memberId: string;
  /** A partner's code; null: everywhere. */
  partner: string | null;
  from: string;
  to: string;
  /** Also at which partners it was; naming them costs more than all the sums. */
  whose?: boolean;
};

/** What a member did in a span, net of what came back. */
export type SpanSum = {
  spendE6: MoneyE6;
  visits: bigint;
  points: Points;
  /** Codes of the partners of whose receipts something was kept, in alphabetical order; none where nobody asked whose. */
  partners: string[];
};

const asked = (spans: ReadonlyMap<string, DaySpan>) =>
  JSON.stringify([...spans].map(([key, span]) => ({ key, ...span })));

/** Many members' spans in one query, by the key each was asked under; members merged into one count as it. */
export async function sumMemberDays(tx: Tx, spans: ReadonlyMap<string, DaySpan>): Promise<Map<string, SpanSum>> {
  if (spans.size === 0) return new Map();
  const rows = await tx.$queryRaw<(SpanSum & { key: string })[]>`
    /* spent_in_spans */
    SELECT a.key, d."spendE6", d.visits, d.points, CASE WHEN a.whose THEN
      (SELECT coalesce(array_agg(p.code ORDER BY p.code), '{}') FROM partner p WHERE p.id = ANY (d.visited)) ELSE '{}' END AS partners
    FROM json_to_recordset(${asked(spans)}::json)
      AS a(key text, "memberId" text, partner text, "from" date, "to" date, whose boolean)
    CROSS JOIN LATERAL (
      SELECT coalesce(sum(spend_e6), 0)::bigint AS "spendE6", coalesce(sum(visits), 0)::bigint AS visits,
        coalesce(sum(points), 0)::bigint AS points, array_agg(partner_id) FILTER (WHERE a.whose AND visits > 0) AS visited
      FROM member_day
      WHERE member_id = ANY (ARRAY(SELECT a."memberId" UNION ALL SELECT id FROM member WHERE merged_into_id = a."memberId"))
        AND day BETWEEN a."from" AND a."to"
        AND (a.partner IS NULL OR partner_id = (SELECT id FROM partner WHERE code = a.partner))) d`;
  return new Map(rows.map(({ key, ...sum }) => [key, sum]));
}

/** What was paid in money on each day of a span on which anything was, oldest first. */
export type DaySpend = { day: string; spendE6: MoneyE6 };

/** The same day by day. */
export async function findSpendByDay(tx: Tx, spans: ReadonlyMap<string, DaySpan>): Promise<Map<string, DaySpend[]>> {
  if (spans.size === 0) return new Map();
  const rows = await tx.$queryRaw<(DaySpend & { key: string })[]>`
    /* spent_by_day */
    SELECT a.key, d.day::text AS day, sum(d.spend_e6)::bigint AS "spendE6"
    FROM json_to_recordset(${asked(spans)}::json) AS a(key text, "memberId" text, partner text, "from" date, "to" date)
    CROSS JOIN LATERAL (SELECT a."memberId" AS id UNION ALL SELECT id FROM member WHERE merged_into_id = a."memberId") m
    JOIN member_day d ON d.member_id = m.id AND d.day BETWEEN a."from" AND a."to"
    JOIN partner p ON p.id = d.partner_id AND (a.partner IS NULL OR p.code = a.partner)
    GROUP BY a.key, d.day ORDER BY d.day`;
  const days = Map.groupBy(rows, ({ key }) => key);
  return new Map([...days].map(([key, of]) => [key, of.map(({ day, spendE6 }) => ({ day, spendE6 }))]));
}

/** The last day on which each member bought something it kept; absent: never. */
export async function findLastVisits(tx: Tx, memberIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.$queryRaw<{ id: string; day: string }[]>`
    /* last_visits */
    SELECT a.id, max(d.day)::text AS day
    FROM unnest(${[...memberIds]}::text[]) AS a(id)
    CROSS JOIN LATERAL (SELECT a.id AS own UNION ALL SELECT id FROM member WHERE merged_into_id = a.id) m
    JOIN member_day d ON d.member_id = m.own AND d.visits > 0
    GROUP BY a.id`;
  return new Map(rows.map(({ id, day }) => [id, day]));
}

/** The last day before each of these on which the member bought anything, in their order; null: none. */
export async function findLastVisitsBefore(
  tx: Tx,
  asked: readonly { memberId: string; day: string }[],
): Promise<(string | null)[]> {
  const rows = await tx.$queryRaw<{ day: string | null }[]>`
    SELECT (
      SELECT max(d.day)::text FROM member_day d
      WHERE d.day < a.day::date AND d.visits > 0
        AND d.member_id IN (SELECT a."memberId" UNION ALL SELECT id FROM member WHERE merged_into_id = a."memberId")
    ) AS day
    FROM json_to_recordset(${JSON.stringify(asked.map((one, nth) => ({ nth, ...one })))}::json)
      AS a(nth int, "memberId" text, day text)
    ORDER BY a.nth`;
  return rows.map(({ day }) => day);
}

/** Whether a member ever bought at a partner. */
export async function hasBoughtAt(tx: Tx, memberId: string, partnerId: string): Promise<boolean> {
  return (await tx.memberDay.findFirst({ where: { memberId, partnerId }, select: { memberId: true } })) !== null;
}
