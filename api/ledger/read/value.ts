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
