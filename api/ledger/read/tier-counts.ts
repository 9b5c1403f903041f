import type { MoneyE6 } from "#api/kernel/money.ts";
import type { Points } from "#api/kernel/points.ts";
import type { Tx } from "#api/sql/rows.ts";

/** What a member counted in one month (YYYY-MM), net of what came back. */
export type CountedMonth = {
  memberId: string;
  month: string;
  tierPoints: bigint;
  points: Points;
  spendE6: MoneyE6;
};

/**
 * What members counted month by month through a month (YYYY-MM), from so many months before the one since which each is
 * followed, or `since` for who is not yet; members merged into one count as it. One query.
 */
export function findCountedMonths(
  tx: Tx,
  memberIds: readonly string[],
  { since, through, beforeMonths }: { since: string; through: string; beforeMonths: number },
): Promise<CountedMonth[]> {
  const last = `${through}-01`;
  return tx.$queryRaw<CountedMonth[]>`
    /* counted_by_month */
    SELECT a.id AS "memberId", x.month, sum(x.tier_points)::bigint AS "tierPoints", sum(x.points)::bigint AS points,
      sum(x.spend_e6)::bigint AS "spendE6"
    FROM unnest(${[...memberIds]}::text[]) AS a(id)
    LEFT JOIN member_tier t ON t.member_id = a.id
    CROSS JOIN LATERAL (SELECT (least(coalesce(t.counted_from, ${since}), ${since}) || '-01')::date
      - make_interval(months => ${beforeMonths}::int) AS day) since
    CROSS JOIN LATERAL (SELECT a.id AS id UNION ALL SELECT id FROM member WHERE merged_into_id = a.id) m
    CROSS JOIN LATERAL (
      SELECT to_char(d.day, 'YYYY-MM') AS month, 0::bigint AS tier_points, d.points, d.spend_e6
      FROM member_day d WHERE d.member_id = m.id AND d.day >= since.day
        AND d.day < ${last}::date + make_interval(months => 1)
      UNION ALL
      SELECT to_char(g.at, 'YYYY-MM'), c.value, 0, 0
      FROM generate_series(since.day, ${last}::date, interval '1 month') AS g(at)
      JOIN counter c ON c.id = 'tier:' || m.id || ':' || to_char(g.at, 'YYYY-MM')
    ) x
    GROUP BY a.id, x.month`;
}

/** A ladder as it would be: tiers from the lowest, each with what it takes; what each thing counted is worth. */
type Ladder = {
  codes: readonly string[];
  fromE6: readonly bigint[];
  months: readonly string[];
  firstDay: string;
  worth: { point: bigint; spend: bigint; tierPoint: bigint };
};

/** How many members would stand on each rung, from 0, nobody lower than they stand if that tier goes on. */
export function countOnRungs(
  tx: Tx,
  { codes, fromE6, months, firstDay, worth }: Ladder,
): Promise<{ rank: number; members: number }[]> {
  return tx.$queryRaw<{ rank: number; members: number }[]>`
    WITH counted AS (
      SELECT coalesce(m.merged_into_id, m.id) AS id, sum(x.e6) AS e6 FROM (
        SELECT d.member_id, d.points * ${worth.point}::bigint + d.spend_e6 * ${worth.spend}::bigint AS e6
        FROM member_day d WHERE d.day >= ${firstDay}::date
        UNION ALL
        SELECT split_part(c.id, ':', 2), c.value * ${worth.tierPoint}::bigint FROM counter c
        WHERE c.id LIKE 'tier:%' AND split_part(c.id, ':', 3) = ANY (${[...months]}::text[])
      ) x JOIN member m ON m.id = x.member_id GROUP BY 1)
    SELECT greatest(
        (SELECT max(t.rank) FROM unnest(${[...fromE6]}::bigint[])
          WITH ORDINALITY AS t(e6, rank) WHERE t.rank = 1 OR t.e6 <= c.e6),
        array_position(${[...codes]}::text[], k.tier))::int - 1 AS rank, count(*)::int AS members
    FROM member m LEFT JOIN counted c ON c.id = m.id LEFT JOIN member_tier k ON k.member_id = m.id
    WHERE m.status IN ('ACTIVE', 'BLOCKED') GROUP BY 1`;
}

/** The next members, by id, who bought anything since a day (YYYY-MM-DD). */
export async function findBuyersSince(
  tx: Tx,
  { since, after, take }: { since: string; after: string; take: number },
): Promise<string[]> {
  const rows = await tx.$queryRaw<{ memberId: string }[]>`
    SELECT m.id AS "memberId" FROM member m
    WHERE m.id > ${after} AND m.merged_into_id IS NULL
      AND EXISTS (SELECT FROM member_day d WHERE d.member_id = m.id AND d.day >= ${since}::date)
    ORDER BY m.id LIMIT ${take}`;
  return rows.map(({ memberId }) => memberId);
}
