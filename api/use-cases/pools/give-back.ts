import { actorRef, systemActor } from "#api/kernel/actor.ts";
import { inChunks } from "#api/kernel/chunks.ts";
import { fingerprint } from "#api/kernel/fingerprint.ts";
import { newId } from "#api/kernel/ids.ts";
import { findGivenLots, type GivenLot } from "#api/ledger/read/given-lots.ts";
import { InsufficientPoints } from "#api/ledger/refusals.ts";
import type { Pool } from "#api/sql/rows.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { CHUNK_DEEDS } from "#api/use-cases/jobs/post-chunk.ts";

/**
 * What lies in a club's pool and is no longer the club's goes back: of whoever is not in it any more, where the pool says
 * so, and of everybody when it is over. It goes by what lies there, so it can be done at any time, and again.
 * Answers how many points went.
 */
export async function giveBackFromPools(deps: Deps, clubId?: string): Promise<bigint> {
  const pools = await deps.db.pool.findMany({
    where: { kind: "CLUB", ...(clubId ? { clubId } : {}), OR: [{ onLeaving: "RETURNS" }, { state: "CLOSED" }] },
    orderBy: { id: "asc" },
  });
  let points = 0n;
  for (const pool of pools) points += await giveBack(deps, pool);
  return points;
}

async function giveBack(deps: Deps, pool: Pool): Promise<bigint> {
  const lots = await findGivenLots(deps.db, pool.id, deps.clock.now());
  const today = await todayOf(deps, lots);
  const givers = [...today.values()];
  const living = await livingOf(deps, givers);
  const stay = pool.state === "OPEN" ? await insideOf(deps, pool, givers) : new Set<string>();
  const going = [...Map.groupBy(lots, ({ giverId }) => today.get(giverId) ?? giverId)]
    .filter(([memberId]) => living.has(memberId) && !stay.has(memberId))
    .map(([memberId, of]) => ({ pool, memberId, lots: of }));
  let points = 0n;
  // Side by side, so that they share batches: each alone would read the whole pool.
  for (const chunk of inChunks(going, CHUNK_DEEDS)) {
    const moved = await Promise.all(chunk.map((one) => move(deps, one)));
    points += moved.reduce((sum, one) => sum + one, 0n);
  }
  return points;
}

/** Who gave it is today: while a merge goes on, lots still name the one that ends, whose place has gone to the other. */
async function todayOf({ db }: Deps, lots: readonly GivenLot[]): Promise<Map<string, string>> {
  const ids = [...new Set(lots.map(({ giverId }) => giverId))];
  const rows = await db.member.findMany({ where: { id: { in: ids } } });
  return new Map(rows.map(({ id, mergedIntoId }) => [id, mergedIntoId ?? id]));
}

/** Whoever can have it back: not those whose membership is over. */
async function livingOf({ db }: Deps, memberIds: string[]): Promise<Set<string>> {
  const rows = await db.member.findMany({ where: { id: { in: memberIds }, status: { not: "CLOSED" } } });
  return new Set(rows.map(({ id }) => id));
}

async function insideOf({ db }: Deps, { id: poolId }: Pool, memberIds: string[]): Promise<Set<string>> {
  const places = await db.poolMember.findMany({ where: { poolId, memberId: { in: memberIds }, state: "JOINED" } });
  return new Set(places.map(({ memberId }) => memberId));
}

type Going = { pool: Pool; memberId: string; lots: readonly GivenLot[] };

async function move(deps: Deps, { pool, memberId, lots }: Going): Promise<bigint> {
  const points = lots.reduce((sum, lot) => sum + lot.points, 0n);
  const lotIds = lots.map(({ lotId }) => lotId);
  const kind = "giveBackFromPool";
  const movement = { kind: "transfer" as const, fromMemberId: pool.id, toMemberId: memberId, points, lotIds };
  const key = { owner: actorRef(systemActor), key: newId("deed"), fingerprint: fingerprint({ kind, lotIds }) };
  const deed = { kind, actor: systemActor, ...key, occurredAt: deps.clock.now(), place: null, movements: [movement] };
  return deps.ledger.post(deed).then(
    () => points,
    (refusal) => {
      // Somebody moved some of them at this very moment; what is left goes the next time.
      if (refusal instanceof InsufficientPoints) return 0n;
      throw refusal;
    },
  );
}
