import { actorRef, systemActor } from "#api/kernel/actor.ts";
import { fingerprint } from "#api/kernel/fingerprint.ts";
import { newId } from "#api/kernel/ids.ts";
import { findGivenLots, type GivenLot } from "#api/ledger/read/given-lots.ts";
import { InsufficientPoints } from "#api/ledger/refusals.ts";
import type { Pool } from "#api/sql/rows.ts";
import type { Deps } from "#api/use-cases/deps.ts";

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
  const givers = await livingOf(deps, lots);
  const stay = pool.state === "OPEN" ? await insideOf(deps, pool, [...givers]) : new Set<string>();
  let points = 0n;
  for (const [memberId, of] of Map.groupBy(lots, ({ giverId }) => giverId)) {
    if (givers.has(memberId) && !stay.has(memberId)) points += await move(deps, { pool, memberId, lots: of });
  }
  return points;
}

/** Of those who gave something, whoever can have it back: not those whose membership is over. */
async function livingOf({ db }: Deps, lots: readonly GivenLot[]): Promise<Set<string>> {
  const ids = [...new Set(lots.map(({ giverId }) => giverId))];
  const rows = await db.member.findMany({ where: { id: { in: ids }, status: { not: "CLOSED" } } });
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
