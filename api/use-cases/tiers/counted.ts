import { type CountedMonth, findCountedMonths } from "#api/ledger/read/tier-counts.ts";
import type { Tx } from "#api/sql/rows.ts";
import { type Counted, type LadderCount, POINT_E6 } from "./ladder.ts";
import { type Month, monthOf, monthText } from "./months.ts";

/** Before the month from which a member is followed, so much is looked at: a year that ended, and its protection. */
const BEFORE_MONTHS = 24;
/** From where members are followed of whom nothing is written down. */
export const SINCE_MONTHS = 24;

export type MonthlyCounts = Omit<CountedMonth, "memberId">[];

/** What members counted month by month up to this month; those merged into one count as it. One query. */
export async function findMonthlyCounts(
  tx: Tx,
  memberIds: readonly string[],
  through: Month,
): Promise<Map<string, MonthlyCounts>> {
  if (memberIds.length === 0) return new Map();
  const span = { since: monthText(through - SINCE_MONTHS), through: monthText(through), beforeMonths: BEFORE_MONTHS };
  return Map.groupBy(await findCountedMonths(tx, memberIds, span), ({ memberId }) => memberId);
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
