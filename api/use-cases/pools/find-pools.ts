import { type Actor, partnerOf } from "#api/kernel/actor.ts";
import type { Points } from "#api/kernel/points.ts";
import { findSpendable } from "#api/ledger/read/redemptions.ts";
import type { Club, Pool, PoolMember } from "#api/sql/rows.ts";
import { may } from "#api/use-cases/can.ts";
import { findMemberships } from "#api/use-cases/clubs/find-clubs.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";
import { leftOfShares, shareOf } from "./pool-places.ts";

/** A pool as one of its members sees it. */
export type PoolView = Pool & {
  points: Points;
  /** Whose it is; null: a household's. */
  club: Club | null;
  /** Everybody who is in a household or asked in, the oldest first; of a club's the viewer alone. */
  people: PlaceView[];
};

/** Somebody's place as others in the pool see it; who was only asked is not named: a number would find people. */
export type PlaceView = Pick<PoolMember, "id" | "memberId" | "role" | "state" | "monthMost"> & {
  name: string | null;
  isViewer: boolean;
};

/** Pools by id: a member those they are in or invited to, a partner those of its clubs. */
export async function findPools(deps: Deps, actor: Actor, ids: readonly string[]): Promise<Map<string, PoolView>> {
  if (!may(actor, "pool:read")) return new Map();
  const inside = { in: ["INVITED", "JOINED"] as PoolMember["state"][] };
  const seen = {
    state: inside,
    ...(actor.kind === "member" ? shownTo(actor.memberId) : { kind: "HOUSEHOLD" as const }),
  };
  const rows = await deps.db.pool.findMany({
    where: { id: { in: [...ids] }, ...visibleTo(actor, inside) },
    include: { club: true, people: { where: seen, orderBy: { id: "asc" } } },
  });
  const points = await findSpendable(
    deps.db,
    rows.map(({ id }) => id),
  );
  const names = await namesOf(
    deps,
    rows.flatMap(({ people }) => people),
  );
  const viewed = (place: PoolMember) => viewPlace(actor, place, names.get(place.memberId) ?? null);
  return new Map(
    rows.map((row) => [row.id, { ...row, people: row.people.map(viewed), points: points.get(row.id) ?? 0n }]),
  );
}

/** Who is in a club is nobody else's business. */
const shownTo = (memberId: string) => ({ OR: [{ kind: "HOUSEHOLD" as const }, { memberId }] });

function visibleTo(actor: Actor, state: { in: PoolMember["state"][] }) {
  if (actor.kind === "member") return { people: { some: { memberId: actor.memberId, state } } };
  const partnerId = partnerOf(actor);
  return partnerId === null ? {} : { club: { partnerId } };
}

function viewPlace(actor: Actor, place: PoolMember, name: string | null): PlaceView {
  const { id, memberId, role, state, monthMost } = place;
  return {
    id,
    memberId,
    role,
    state,
    monthMost,
    name,
    isViewer: actor.kind === "member" && actor.memberId === memberId,
  };
}

/** The pools of clubs, by club. */
export async function findPoolsOfClubs(
  deps: Deps,
  actor: Actor,
  clubIds: readonly string[],
): Promise<Map<string, PoolView>> {
  const rows = await deps.db.pool.findMany({ where: { clubId: { in: [...clubIds] } }, select: { id: true } });
  const pools = await findPools(
    deps,
    actor,
    rows.map(({ id }) => id),
  );
  return new Map([...pools.values()].flatMap((pool) => (pool.clubId ? [[pool.clubId, pool] as const] : [])));
}

/** The places that memberships of clubs have at the clubs' pools, for whoever runs the club; by membership. */
export async function findPlacesOf(
  deps: Deps,
  actor: Actor,
  memberships: readonly string[],
): Promise<Map<string, PlaceView>> {
  const own = await findMemberships(deps, actor, memberships);
  const who = [...own.values()].map(({ clubId, memberId }) => ({ memberId, pool: { clubId } }));
  const rows = await deps.db.poolMember.findMany({ where: { state: "JOINED", OR: who }, include: { pool: true } });
  const placeOf = new Map(rows.map((row) => [`${row.pool.clubId}:${row.memberId}`, row]));
  const found = [...own.values()].flatMap(({ id, clubId, memberId }) => {
    const place = placeOf.get(`${clubId}:${memberId}`);
    return place ? [[id, viewPlace(actor, place, null)] as const] : [];
  });
  return new Map(found);
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
    where: { memberId: { in: seen }, state: { in: ["INVITED", "JOINED"] }, pool: { state: "OPEN" } },
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

/** How much of each pool's points the viewer may still take this month, by pool; absent: no bound, or no place in it. */
export async function findPoolShares(
  deps: Deps,
  actor: Actor,
  poolIds: readonly string[],
): Promise<Map<string, Points>> {
  if (actor.kind !== "member") return new Map();
  const rows = await deps.db.poolMember.findMany({
    where: { poolId: { in: [...poolIds] }, memberId: actor.memberId, state: "JOINED" },
    include: { pool: true },
  });
  const places = rows.map((row) => ({ ...row, monthMost: shareOf(row) }));
  const { timeZone } = await findProgramme(deps);
  const left = await leftOfShares(deps, places, { at: deps.clock.now(), timeZone });
  const poolOf = new Map(places.map(({ id, poolId }) => [id, poolId]));
  return new Map([...left].map(([id, points]) => [poolOf.get(id) ?? "", points]));
}
