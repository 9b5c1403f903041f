import type { Counted, Ladder } from "./ladder.ts";
import { isJanuary, type Month } from "./months.ts";

/** Where somebody stands at the beginning of a month, before anything of that month was looked at. */
export type Foothold = {
  rank: number;
  /** The first month in which the tier may be lost. */
  keptUntil: Month;
  month: Month;
};

type Ways = Pick<Ladder, "thresholdsE6" | "period" | "protectionMonths" | "downgrade">;

const YEAR = 12;

/** Follows a member month by month; answers where they stand at the beginning of the month after `through`. */
export function climb(ways: Ways, from: Foothold, counted: Counted, through: Month): Foothold {
  let at = from;
  while (at.month <= through)
    at = ways.period === "CALENDAR_YEAR" ? throughYear(ways, at, counted) : rolling(ways, at, counted);
  return at;
}

/** What counts towards tiers in a month: of the calendar year so far, or of the month and the eleven before. */
export function countedIn({ period }: Pick<Ways, "period">, counted: Counted, month: Month): bigint {
  return sum(counted, period === "CALENDAR_YEAR" ? month - (month % YEAR) : month - YEAR + 1, month);
}

/** The first month whose beginning costs the member the tier if nothing more is counted; null: never. */
export function keptThrough(ways: Ways, now: Foothold, counted: Counted): Month | null {
  const horizon = now.month + 3 * YEAR + ways.protectionMonths;
  for (let month = now.month; month < horizon; month += 1) {
    if (climb(ways, now, counted, month).rank < now.rank) return month;
  }
  return null;
}

/** The highest tier that a sum reaches. */
export function reached({ thresholdsE6 }: Pick<Ways, "thresholdsE6">, e6: bigint): number {
  return thresholdsE6.findLastIndex((threshold, rank) => rank === 0 || e6 >= threshold);
}

/** A year that ended short is answered for when the protection is over; whatever is reached counts at once. */
function throughYear(ways: Ways, { rank, keptUntil, month }: Foothold, counted: Counted): Foothold {
  const ended = month - ways.protectionMonths;
  const isReviewed = isJanuary(ended) && month >= keptUntil;
  const kept = isReviewed ? lowered(ways, rank, reached(ways, sum(counted, ended - YEAR, ended - 1))) : rank;
  return { rank: Math.max(kept, reached(ways, countedIn(ways, counted, month))), keptUntil, month: month + 1 };
}

/** A tier is kept while the last year reaches it, through the protection, and a year after a step down. */
function rolling(ways: Ways, { rank, keptUntil, month }: Foothold, counted: Counted): Foothold {
  const balance = reached(ways, countedIn(ways, counted, month));
  const next = month + 1;
  if (balance >= rank)
    return { rank: balance, keptUntil: Math.max(keptUntil, next + ways.protectionMonths), month: next };
  if (month < keptUntil) return { rank, keptUntil, month: next };
  return { rank: lowered(ways, rank, balance), keptUntil: month + YEAR, month: next };
}

function lowered({ downgrade }: Ways, rank: number, balance: number): number {
  if (balance >= rank) return rank;
  return downgrade === "ONE_STEP" ? Math.max(rank - 1, balance) : balance;
}

function sum(counted: Counted, from: Month, to: Month): bigint {
  let total = 0n;
  for (let month = from; month <= to; month += 1) total += counted.get(month) ?? 0n;
  return total;
}
