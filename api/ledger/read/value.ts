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

/** By issuer, and by the month in which their members enrolled, as it was counted last. */
export async function readPointsUse(db: Tx): Promise<{ byIssuer: PointsUse[]; byCohort: PointsUse[] }> {
  const rows = await db.pointsKept.findMany({ orderBy: { of: "asc" } });
  const of = (cohort: boolean) =>
    rows.filter(({ isCohort }) => isCohort === cohort).map(({ isCohort: _, ...use }) => use);
  return { byIssuer: of(false), byCohort: of(true) };
}
