import { type Actor, partnerOf } from "#api/kernel/actor.ts";
import type { Points } from "#api/kernel/points.ts";
import type { Pool, PoolMember, Tx } from "#api/sql/rows.ts";
import { recordAudit } from "#api/use-cases/audit/record-audit.ts";
import { can } from "#api/use-cases/can.ts";
import { lockOwnClub } from "#api/use-cases/clubs/create-club.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { checkNotNegative } from "#api/use-cases/partners/values.ts";
import { lockOwnPool, requireJoined } from "./own-pool.ts";
import { PoolNotFound } from "./refusals.ts";

export type SetPoolShare = {
  poolId: string;
  /** Whose; null: of everybody who has no share of their own, which only a club's pool says. */
  poolPlaceId?: string | null | undefined;
  /** The most points a month; null: as the pool says, and of the pool itself: as many as there are. */
  monthMost?: Points | null | undefined;
};

/** Who may take how much: a household's owner says it of its people, whoever runs a club of the club's. Counts at once. */
export async function setPoolShare(deps: Deps, actor: Actor, input: SetPoolShare): Promise<Pool> {
  can(actor, "pool:rule");
  const { poolId, poolPlaceId = null, monthMost = null } = input;
  if (monthMost !== null) checkNotNegative("monthMost", monthMost);
  return deps.db.$transaction(async (tx) => {
    const pool = await lockRuled(tx, actor, poolId);
    const at = deps.clock.now();
    if (poolPlaceId === null) {
      if (pool.kind !== "CLUB") throw new PoolNotFound(poolId);
      await audit(tx, actor, { pool, at, before: pool.monthMost, after: monthMost });
      return tx.pool.update({ where: { id: poolId }, data: { monthMost } });
    }
    const place = await placeOf(tx, pool, poolPlaceId);
    await audit(tx, actor, { pool, place, at, before: place.monthMost, after: monthMost });
    await tx.poolMember.update({ where: { id: place.id }, data: { monthMost } });
    return pool;
  });
}

/** The pool, held still, where the actor may say who takes what. */
async function lockRuled(tx: Tx, actor: Actor, poolId: string): Promise<Pool> {
  if (actor.kind === "member") {
    const { pool, place } = await lockOwnPool(tx, actor, poolId);
    requireJoined(place);
    if (place.role !== "OWNER") throw new PoolNotFound(poolId);
    return pool;
  }
  const pool = await tx.pool.findUnique({ where: { id: poolId } });
  if (!pool?.clubId || pool.state !== "OPEN") throw new PoolNotFound(poolId);
  await lockOwnClub(tx, actor, pool.clubId).catch(() => {
    throw new PoolNotFound(poolId);
  });
  return pool;
}

async function placeOf(tx: Tx, pool: Pool, id: string): Promise<PoolMember> {
  const place = await tx.poolMember.findFirst({ where: { id, poolId: pool.id, state: { in: ["INVITED", "JOINED"] } } });
  if (!place) throw new PoolNotFound(id);
  return place;
}

type Ruled = { pool: Pool; place?: PoolMember; at: Date; before: Points | null; after: Points | null };

async function audit(tx: Tx, actor: Actor, { pool, place, at, before, after }: Ruled): Promise<void> {
  const object = place ? "poolMember" : "pool";
  await recordAudit(tx, actor, {
    ...{ object, objectId: place?.id ?? pool.id, action: `${object}.share`, at, partnerId: partnerOf(actor) },
    before: { monthMost: before?.toString() ?? null },
    after: { monthMost: after?.toString() ?? null },
  });
}
