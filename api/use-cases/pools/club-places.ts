import type { Actor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import type { Pool, Tx } from "#api/sql/rows.ts";
import { recordStep, recordSteps } from "#api/use-cases/transitions.ts";
import { nextPoolState } from "./pool-states.ts";
import { nextPoolMemberState } from "./states.ts";

/** In a club's pool is whoever is in the club, from the same instant on. The club is locked by the caller. */
type Moved = { clubId: string; memberId: string; at: Date };

export async function takeClubPlace(tx: Tx, actor: Actor, { clubId, memberId, at }: Moved): Promise<void> {
  const pool = await openPoolOf(tx, clubId);
  if (pool) await takePlaces(tx, actor, { pool, memberIds: [memberId], at });
}

/** Places in a club's pool for people who have none there. */
export async function takePlaces(
  tx: Tx,
  actor: Actor,
  { pool, memberIds, at }: { pool: Pool; memberIds: readonly string[]; at: Date },
): Promise<void> {
  const asked = { invitedBy: pool.clubId ?? pool.id, invitedAt: at, joinedAt: at, leftAt: null, monthMost: null };
  const places = memberIds.map((memberId) => ({
    ...{ id: newId("poolMember"), poolId: pool.id, memberId, kind: pool.kind },
    ...{ role: "MEMBER" as const, state: "JOINED" as const, ...asked },
  }));
  await tx.poolMember.createMany({ data: places });
  const steps = places.map(({ id: objectId }) => ({ object: "poolMember", objectId, from: null, to: "JOINED", at }));
  await recordSteps(tx, actor, steps);
}

export async function loseClubPlace(tx: Tx, actor: Actor, { clubId, memberId, at }: Moved): Promise<void> {
  const place = await tx.poolMember.findFirst({ where: { pool: { clubId }, memberId, state: "JOINED" } });
  if (!place) return;
  const state = nextPoolMemberState(place, "leave");
  await recordStep(tx, actor, { object: "poolMember", objectId: place.id, from: place.state, to: state, at });
  await tx.poolMember.update({ where: { id: place.id }, data: { state, leftAt: at } });
}

/** With the club its pool is over; what is in it goes back to whoever put it there (give-back.ts). */
export async function closeClubPool(tx: Tx, actor: Actor, { clubId, at }: Omit<Moved, "memberId">): Promise<void> {
  const pool = await openPoolOf(tx, clubId);
  if (!pool) return;
  const state = nextPoolState(pool, "close");
  await recordStep(tx, actor, { object: "pool", objectId: pool.id, from: pool.state, to: state, at });
  await tx.pool.update({ where: { id: pool.id }, data: { state, closedAt: at } });
}

const openPoolOf = (tx: Tx, clubId: string): Promise<Pool | null> =>
  tx.pool.findFirst({ where: { clubId, state: "OPEN" } });
