import type { Actor } from "#api/kernel/actor.ts";
import type { PoolMember, Tx } from "#api/sql/rows.ts";
import { recordSteps } from "#api/use-cases/transitions.ts";
import { nextPoolMemberState } from "./states.ts";

type Pair = { fromMemberId: string; intoMemberId: string; at: Date };
type State = PoolMember["state"];

const inside: State[] = ["INVITED", "JOINED"];

/**
 * A member's places in pools go with them when two memberships become one. A person has one place in a pool and lives in one
 * household: of two places in the same pool the one that was taken stays, else the survivor's, and what the other ran; of
 * two households the survivor's.
 */
export async function placesFollow(tx: Tx, actor: Actor, { fromMemberId, intoMemberId, at }: Pair): Promise<void> {
  const places = await tx.poolMember.findMany({
    where: { memberId: { in: [fromMemberId, intoMemberId] }, state: { in: inside } },
  });
  const own = places.filter(({ memberId }) => memberId === intoMemberId);
  const livesSomewhere = own.some(livesThere);
  const gone = places.flatMap((place) => {
    const other = own.find(({ id, poolId }) => id !== place.id && poolId === place.poolId);
    if (!other || place.memberId === intoMemberId) return [];
    const isFurther = place.state === "JOINED" && other.state === "INVITED" && !(livesSomewhere && livesThere(place));
    return [isFurther ? { place: other, stays: place } : { place, stays: other }];
  });
  await end(tx, actor, gone, at);
  const ended = new Set(gone.map(({ place }) => place.id));
  const where = {
    memberId: fromMemberId,
    poolId: { notIn: own.filter(({ id }) => !ended.has(id)).map(({ poolId }) => poolId) },
    ...(livesSomewhere ? { NOT: { state: "JOINED" as const, kind: "HOUSEHOLD" as const } } : {}),
  };
  await tx.poolMember.updateMany({ where, data: { memberId: intoMemberId } });
}

const livesThere = ({ state, kind }: PoolMember) => state === "JOINED" && kind === "HOUSEHOLD";

type Double = { place: PoolMember; stays: PoolMember };

async function end(tx: Tx, actor: Actor, doubles: readonly Double[], at: Date): Promise<void> {
  const ending = doubles.map(({ place, stays }) => {
    return { place, stays, to: nextPoolMemberState(place, place.state === "JOINED" ? "leave" : "decline") };
  });
  for (const { place, stays, to } of ending) {
    await tx.poolMember.update({ where: { id: place.id }, data: { state: to, leftAt: at } });
    if (place.role === "OWNER") await tx.poolMember.update({ where: { id: stays.id }, data: { role: "OWNER" } });
  }
  const reason = "The memberships were merged";
  const steps = ending.map(({ place: { id: objectId, state: from }, to }) => {
    return { object: "poolMember", objectId, from, to, at, reason };
  });
  await recordSteps(tx, actor, steps);
}
