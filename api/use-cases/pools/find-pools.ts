import type { Actor } from "#api/kernel/actor.ts";
import type { Points } from "#api/kernel/points.ts";
import { findSpendable } from "#api/ledger/read/redemptions.ts";
import type { Pool, PoolMember } from "#api/sql/rows.ts";
import { may } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";
import { leftOfShare } from "./pool-places.ts";

/** A pool as one of its members sees it. */
export type PoolView = Pool & {
  points: Points;
  /** Everybody who is in it or asked in, the oldest first. */
  people: PlaceView[];
};

/** Somebody's place as others in the pool see it; who was only asked is not named: a number would find people. */
export type PlaceView = Pick<PoolMember, "id" | "memberId" | "role" | "state" | "monthMost"> & {
  name: string | null;
  isViewer: boolean;
};

/** Pools by id: a member those they are in or invited to. */
export async function findPools(deps: Deps, actor: Actor, ids: readonly string[]): Promise<Map<string, PoolView>> {
  if (!may(actor, "pool:read")) return new Map();
  const inside = { in: ["INVITED", "JOINED"] as PoolMember["state"][] };
  const own = actor.kind === "member" ? { people: { some: { memberId: actor.memberId, state: inside } } } : {};
  const rows = await deps.db.pool.findMany({
    where: { id: { in: [...ids] }, ...own },
    include: { people: { where: { state: inside }, orderBy: { id: "asc" } } },
  });
  const points = await findSpendable(
    deps.db,
    rows.map(({ id }) => id),
  );
  const names = await namesOf(
    deps,
    rows.flatMap(({ people }) => people),
  );
  const viewed = (place: PoolMember): PlaceView => {
    const { id, memberId, role, state, monthMost } = place;
    const isViewer = actor.kind === "member" && actor.memberId === memberId;
    return { id, memberId, role, state, monthMost, name: names.get(memberId) ?? null, isViewer };
  };
  return new Map(
    rows.map((row) => [row.id, { ...row, people: row.people.map(viewed), points: points.get(row.id) ?? 0n }]),
  );
}

async function namesOf({ db }: Deps, places: readonly PoolMember[]): Promise<Map<string, string>> {
  const inside = places.filter(({ state }) => state === "JOINED").map(({ memberId }) => memberId);
  const profiles = await db.memberProfile.findMany({ where: { memberId: { in: inside } } });
  return new Map(profiles.map(({ memberId, name }) => [memberId, name]));
}

/** The pools members are in or invited to, the newest first. */
export async function findPoolsOf(
  deps: Deps,
  actor: Actor,
  memberIds: readonly string[],
): Promise<Map<string, PoolView[]>> {
  if (!may(actor, "pool:read")) return new Map();
  const seen = memberIds.filter((id) => actor.kind !== "member" || actor.memberId === id);
  const places = await deps.db.poolMember.findMany({
    where: { memberId: { in: seen }, state: { in: ["INVITED", "JOINED"] } },
    orderBy: { id: "desc" },
  });
  const pools = await findPools(deps, actor, [...new Set(places.map(({ poolId }) => poolId))]);
  return new Map(
    seen.map((id) => [
      id,
      places.filter(({ memberId }) => memberId === id).flatMap(({ poolId }) => pools.get(poolId) ?? []),
    ]),
  );
}

/** How much of the pool's points the viewer may still take this month; null: no bound, or no place in it. */
export async function readPoolShare(deps: Deps, actor: Actor, poolId: string): Promise<Points | null> {
  if (actor.kind !== "member") return null;
  const place = await deps.db.poolMember.findFirst({ where: { poolId, memberId: actor.memberId, state: "JOINED" } });
  if (!place) return null;
  const { timeZone } = await findProgramme(deps);
  return leftOfShare(deps, place, { at: deps.clock.now(), timeZone });
}
