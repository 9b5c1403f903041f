import type { Tx } from "#api/sql/rows.ts";
import { type Counted, type LadderCount, POINT_E6 } from "./ladder.ts";
import { type Month, monthOf, monthText } from "./months.ts";

/** Before the month from which a member is followed, so much is looked at: a year that ended, and its protection. */
const BEFORE_MONTHS = 24;
/** From where members are followed of whom nothing is written down. */
export const SINCE_MONTHS = 24;

type Row = { memberId: string; month: string; tierPoints: bigint; points: bigint; spendE6: bigint };
export type MonthlyCounts = Omit<Row, "memberId">[];

/** What members counted month by month up to this month; those merged into one count as it. One query. */
export async function findMonthlyCounts(
  tx: Tx,
  memberIds: readonly string[],
  through: Month,
): Promise<Map<string, MonthlyCounts>> {
  if (memberIds.length === 0) return new Map();
  const [first, last] = [monthText(through - SINCE_MONTHS), `${monthText(through)}-01`];
  const rows = await tx.$queryRaw<Row[]>`
    SELECT a.id AS "memberId", x.month, sum(x.tier_points)::bigint AS "tierPoints", sum(x.points)::bigint AS points,
      sum(x.spend_e6)::bigint AS "spendE6"
    FROM unnest(${[...memberIds]}::text[]) AS a(id)
    LEFT JOIN member_tier t ON t.member_id = a.id
    CROSS JOIN LATERAL (SELECT (least(coalesce(t.counted_from, ${first}), ${first}) || '-01')::date
      - make_interval(months => ${BEFORE_MONTHS}::int) AS day) since
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
  return Map.groupBy(rows, ({ memberId }) => memberId);
}

/** Of all that was counted, what a ladder heeds. */
export function heeded(counts: readonly LadderCount[], months: MonthlyCounts): Counted {
  return new Map(
    months.map(({ month, tierPoints, points, spendE6 }) => {
      const each = { TIER_POINTS: tierPoints * POINT_E6, POINTS: points * POINT_E6, SPEND: spendE6 };
      return [monthOf(month), counts.reduce((sum, count) => sum + each[count], 0n)];
    }),
  );
}
