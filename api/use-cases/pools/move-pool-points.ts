import type { Actor } from "#api/kernel/actor.ts";
import type { Points } from "#api/kernel/points.ts";
import type { Count } from "#api/ledger/movements.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { once, requestOf } from "#api/use-cases/once.ts";
import { checkPoints, type WalletAnswer, walletAnswer } from "#api/use-cases/points/answer.ts";
import { giftCounts, giftProblem } from "#api/use-cases/points/gift-bounds.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";
import { requireUnlocked } from "#api/use-cases/spending/require-unlocked.ts";
import { shareCounts, shareOf, shareRefusalOf } from "./pool-places.ts";
import { PoolNotFound } from "./refusals.ts";

export type MovePoolPoints = { poolId: string; points: Points; idempotencyKey: string };
export type PoolAnswer = WalletAnswer & { poolId: string };

/**
 * A member puts points of theirs into a pool; issuer, price and expiry stay what they were. Into a club's they are a
 * gift to others, and count as one.
 */
export async function putIntoPool(deps: Deps, actor: Actor, input: MovePoolPoints): Promise<PoolAnswer> {
  can(actor, "pool:take");
  let counts: Count[] = [];
  const posted = await once(deps, requestOf("putIntoPool", actor, input), async () => {
    const { points } = input;
    checkPoints(points);
    const { poolId, memberId, kind } = await placeIn(deps, actor, input.poolId);
    await requireUnlocked(deps, memberId);
    const at = deps.clock.now();
    if (kind === "CLUB") counts = await giftCounts(deps, actor, { fromMemberId: memberId, points, at });
    const movement = { kind: "transfer" as const, fromMemberId: memberId, toMemberId: poolId, points };
    return { occurredAt: at, place: null, movements: [movement], counts };
  }).catch((refusal) => {
    throw giftProblem(refusal, counts);
  });
  return { ...(await walletAnswer(deps, posted)), poolId: input.poolId };
}

/** Somebody in a pool takes points out, as many as their share of the month allows. */
export async function takeFromPool(deps: Deps, actor: Actor, input: MovePoolPoints): Promise<PoolAnswer> {
  can(actor, "pool:take");
  let counts: Count[] = [];
  const posted = await once(deps, requestOf("takeFromPool", actor, input), async () => {
    checkPoints(input.points);
    const place = await placeIn(deps, actor, input.poolId);
    const { timeZone } = await findProgramme(deps);
    const at = deps.clock.now();
    const { points } = input;
    counts = shareCounts(place, { points, at, timeZone });
    const movement = { kind: "transfer" as const, fromMemberId: place.poolId, toMemberId: place.memberId, points };
    return { occurredAt: at, place: null, movements: [movement], counts };
  }).catch((refusal) => {
    throw shareRefusalOf(refusal, counts);
  });
  return { ...(await walletAnswer(deps, posted)), poolId: input.poolId };
}

async function placeIn({ db }: Deps, actor: Actor, poolId: string) {
  const memberId = actor.kind === "member" ? actor.memberId : "";
  const place = await db.poolMember.findFirst({
    where: { poolId, memberId, state: "JOINED", pool: { state: "OPEN" } },
    include: { pool: true },
  });
  if (!place) throw new PoolNotFound(poolId);
  return { ...place, monthMost: shareOf(place) };
}
