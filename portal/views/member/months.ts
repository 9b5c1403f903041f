import type { WallTime } from "#portal/lib/format.ts";

const MONTHS = 12;

type Month = { month: string; earned: number; spent: number };

/** Twelve months up to the current one, with nothing where nothing happened. */
export function lastMonths(now: Pick<WallTime, "year" | "month">, known: readonly Month[]): Month[] {
  const byMonth = new Map(known.map((month) => [month.month, month]));
  return Array.from({ length: MONTHS }, (_, index) => {
    const first = new Date(Date.UTC(now.year, now.month - MONTHS + index, 1));
    const month = first.toISOString().slice(0, 7);
    return byMonth.get(month) ?? { month, earned: 0, spent: 0 };
  });
}
