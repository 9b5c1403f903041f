import { moneyOf } from "./amounts.ts";
import type { Campaign, Limit } from "./campaign.ts";

/** What is left in each counter, read before; one that is missing is untouched. */
export type Room = ReadonlyMap<string, bigint>;

/** A limit that the evaluation may meet: its counter and the most that may ever be on it. */
export type CounterNeed = { counter: string; most: bigint };

/**
 * What the evaluation takes from a limit; whoever books it takes the same in the same transaction. `byLine` says what
 * each line took of it, which a return gives back; the rest of `by` comes back with the last line.
 */
export type Count = { counter: string; by: bigint; most: bigint; byLine: readonly bigint[] };

/** Who is counted, and on which local day (YYYY-MM-DD). */
export type Counted = { memberId: string; day: string };

/** The counter of a limit: the same for all versions of its campaign, so that a new one goes on where the old one stopped. */
export function counterOf({ id }: Pick<Campaign, "id">, limit: Limit, { memberId, day }: Counted): string {
  const { rule, unit, scope, period } = limit;
  const member = scope === "MEMBER" ? [memberId] : [];
  const parts = ["campaign", id, rule === null ? "all" : `rule${rule}`, unit, ...member, periodKey(period, day)];
  return parts.join(":").toLowerCase();
}

/** Counts what is gone of a gift; without a bound in the room there is no end of it. */
export const giftCounter = (gift: string) => `gift:${gift}`;

/** In points, millionths or times. */
export function mostOf({ unit, most }: Limit): bigint {
  return unit === "MONEY" ? moneyOf(most) : BigInt(most);
}

function periodKey(period: Limit["period"], day: string): string {
  if (period === "DAY") return day;
  if (period === "WEEK") return `week-${mondayOf(day)}`;
  return period === "MONTH" ? day.slice(0, 7) : "ever";
}

const DAY_MS = 86_400_000;

function mondayOf(day: string): string {
  const at = Date.parse(`${day}T00:00:00Z`);
  const sinceMonday = (new Date(at).getUTCDay() + 6) % 7;
  return new Date(at - sinceMonday * DAY_MS).toISOString().slice(0, 10);
}
