import { localDate } from "#api/engine/lot-dates.ts";
import { findCounters } from "#api/ledger/counters.ts";
import type { Count } from "#api/ledger/movements.ts";
import { LimitReached } from "#api/ledger/refusals.ts";
import type { Pool, PoolMember } from "#api/sql/rows.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { together } from "#api/use-cases/together.ts";
import { PoolShareReached } from "./refusals.ts";

/** The household a member lives in, if any; all requests in flight ask together. */
export async function householdOf(deps: Deps, memberId: string): Promise<PoolMember | null> {
  const [place] = await places(deps, [memberId]);
  return place ?? null;
}

const places = together(async ({ db }, memberIds) => {
  const rows = await db.poolMember.findMany({
    where: { memberId: { in: [...memberIds] }, state: "JOINED", kind: "HOUSEHOLD" },
  });
  return new Map(rows.map((row) => [row.memberId, row]));
});

/** The most points a month that somebody takes: their own share, else what the pool says; null: no bound. */
export const shareOf = (place: Pick<PoolMember, "monthMost"> & { pool: Pick<Pool, "monthMost"> }): bigint | null =>
  place.monthMost ?? place.pool.monthMost;

type Taken = { points: bigint; at: Date; timeZone: string };

/** What taking points out of a pool counts, so that nobody takes more than their share of a month. */
export function shareCounts({ poolId, memberId, monthMost }: PoolMember, { points, at, timeZone }: Taken): Count[] {
  if (monthMost === null) return [];
  if (points > monthMost) throw new PoolShareReached(monthMost);
  return [{ counter: shareCounter(poolId, memberId, at, timeZone), by: points, most: monthMost }];
}

type When = Omit<Taken, "points">;

/** How much of their share of this month a member has left; null: no bound. */
export async function leftOfShare(deps: Deps, place: PoolMember, when: When): Promise<bigint | null> {
  return (await leftOfShares(deps, [place], when)).get(place.id) ?? null;
}

/** The same for many places at once, by place; where there is no bound, nothing. */
export async function leftOfShares(
  { db }: Deps,
  places: readonly PoolMember[],
  { at, timeZone }: When,
): Promise<Map<string, bigint>> {
  const bound = places.flatMap(({ id, poolId, memberId, monthMost }) => {
    return monthMost === null ? [] : [{ id, monthMost, counter: shareCounter(poolId, memberId, at, timeZone) }];
  });
  const counters = await findCounters(
    db,
    bound.map(({ counter }) => counter),
  );
  return new Map(
    bound.map(({ id, monthMost, counter }) => {
      const taken = counters.get(counter) ?? 0n;
      return [id, taken < monthMost ? monthMost - taken : 0n];
    }),
  );
}

const SHARE = "poolShare:";

const shareCounter = (poolId: string, memberId: string, at: Date, timeZone: string) =>
  `${SHARE}${poolId}:${memberId}:${localDate(at, timeZone).slice(0, 7)}`;

/** A limit reached by taking from a pool, in the words of the pool. */
export function shareRefusalOf(refusal: unknown, counts: readonly Count[]): unknown {
  if (!(refusal instanceof LimitReached) || !refusal.counterId.startsWith(SHARE)) return refusal;
  return new PoolShareReached(counts.find(({ counter }) => counter === refusal.counterId)?.most ?? 0n);
}
