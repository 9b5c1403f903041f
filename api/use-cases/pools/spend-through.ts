import type { Points } from "#api/kernel/points.ts";
import type { Count, Movement } from "#api/ledger/movements.ts";
import { findSpendable } from "#api/ledger/read/redemptions.ts";
import type { Programme } from "#api/sql/rows.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { together } from "#api/use-cases/together.ts";
import { householdOf, leftOfShare, shareCounts } from "./pool-places.ts";

export type FromPool = { movements: Movement[]; counts: Count[] };

const nothing: FromPool = { movements: [], counts: [] };

/**
 * What a member lacks to spend so many points comes out of their household's pool, first thing in the deed that spends
 * it, as far as their share of the month goes. Goods that come back give these points to whoever spent them.
 */
export async function missingFromPool(
  deps: Deps,
  { memberId, points, at }: { memberId: string; points: Points; at: Date },
  { timeZone }: Programme,
): Promise<FromPool> {
  const place = await householdOf(deps, memberId);
  if (!place) return nothing;
  const { poolId } = place;
  const [own = 0n, pooled = 0n] = (await spendable(deps, [memberId, poolId])).map((held) => held ?? 0n);
  const missing = points - own;
  if (missing <= 0n || missing > pooled) return nothing;
  const movement = { kind: "transfer" as const, fromMemberId: poolId, toMemberId: memberId, points: missing };
  return { movements: [movement], counts: shareCounts(place, { points: missing, at, timeZone }) };
}

/** What a member could spend on top of their own: the pool's points within their share of the month. */
export async function availableInPool(
  deps: Deps,
  memberId: string,
  at: Date,
  { timeZone }: Programme,
): Promise<Points> {
  const place = await householdOf(deps, memberId);
  if (!place) return 0n;
  const [[pooled], left] = await Promise.all([
    spendable(deps, [place.poolId]),
    leftOfShare(deps, place, { at, timeZone }),
  ]);
  const there = pooled ?? 0n;
  return left !== null && left < there ? left : there;
}

const spendable = together(({ db }, ids) => findSpendable(db, ids));
