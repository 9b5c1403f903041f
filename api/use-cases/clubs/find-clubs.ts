import { type Actor, partnerOf } from "#api/kernel/actor.ts";
import { type Page, type PageArgs, pageOf } from "#api/kernel/page.ts";
import type { Club } from "#api/sql/rows.ts";
import { can, may } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { findClubCodes } from "./club-facts.ts";
import type { Membership } from "./join-club.ts";
import { whichLetIn } from "./rule.ts";

type Found<Row> = Promise<Map<string, Row>>;

/**
 * The clubs an actor may see: the operator all, a partner its own, a member those they are in or asked into, and those
 * that an open rule would let them into.
 */
async function visibleIds({ db, ...deps }: Deps, actor: Actor, clubs: readonly Club[]): Promise<Set<string>> {
  if (actor.kind === "operator" || actor.kind === "system") return new Set(clubs.map(({ id }) => id));
  if (actor.kind !== "member") {
    return new Set(clubs.filter(({ partnerId }) => partnerId === partnerOf(actor)).map(({ id }) => id));
  }
  const { memberId } = actor;
  const own = await db.clubMembership.findMany({
    where: { memberId, clubId: { in: clubs.map(({ id }) => id) }, state: { in: ["IN", "INVITED"] } },
    select: { clubId: true },
  });
  const seen = new Set(own.map(({ clubId }) => clubId));
  const offered = clubs.filter(({ id, entry, state }) => entry === "RULE" && state === "OPEN" && !seen.has(id));
  for (const id of await whichLetIn({ db, ...deps }, db, memberId, offered)) seen.add(id);
  return seen;
}

export async function findClubs(deps: Deps, actor: Actor, ids: readonly string[]): Found<Club> {
  if (!may(actor, "club:read")) return new Map();
  const clubs = await deps.db.club.findMany({ where: { id: { in: [...ids] } } });
  const seen = await visibleIds(deps, actor, clubs);
  return new Map(clubs.filter(({ id }) => seen.has(id)).map((club) => [club.id, club]));
}

const CLUBS_OFFERED_MAX = 200;

/** Newest first. The cursor is the id. */
export async function listClubs(deps: Deps, actor: Actor, { first, after }: PageArgs): Promise<Page<Club>> {
  can(actor, "club:read");
  const past = after === null ? {} : { id: { lt: after } };
  if (actor.kind !== "member") {
    const house = actor.kind === "operator" || actor.kind === "system" ? {} : { partnerId: partnerOf(actor) };
    const rows = await deps.db.club.findMany({
      where: { ...house, ...past },
      orderBy: { id: "desc" },
      take: first + 1,
    });
    return pageOf(rows, first);
  }
  const { memberId } = actor;
  const own = { memberships: { some: { memberId, state: { in: ["IN" as const, "INVITED" as const] } } } };
  const rows = await deps.db.club.findMany({
    where: { state: "OPEN", ...past, OR: [own, { entry: "RULE" }] },
    orderBy: { id: "desc" },
    take: CLUBS_OFFERED_MAX,
  });
  const seen = await visibleIds(deps, actor, rows);
  return pageOf(rows.filter(({ id }) => seen.has(id)).slice(0, first + 1), first);
}

/** What whoever runs a club sees of it beside its words: how it is entered, and by which code. */
export async function findEntries(deps: Deps, actor: Actor, ids: readonly string[]): Found<Club> {
  if (!may(actor, "club:manage")) return new Map();
  const seen = await findClubs(deps, actor, ids);
  const house = partnerOf(actor);
  return new Map([...seen].filter(([, { partnerId }]) => house === null || partnerId === house));
}

/** How many are in each club; a member does not learn it. */
export async function countMembers(deps: Deps, actor: Actor, ids: readonly string[]): Found<number> {
  const own = [...(await findEntries(deps, actor, ids)).keys()];
  const counts = await deps.db.clubMembership.groupBy({
    by: ["clubId"],
    where: { clubId: { in: own }, state: "IN" },
    _count: true,
  });
  const counted = new Map(counts.map(({ clubId, _count }) => [clubId, _count]));
  return new Map(own.map((id) => [id, counted.get(id) ?? 0]));
}

/** A club's members, newest first, for whoever runs it. The cursor is the id. */
export async function listMemberships(
  deps: Deps,
  actor: Actor,
  clubId: string,
  { first, after }: PageArgs,
): Promise<Page<Membership>> {
  if (!(await findEntries(deps, actor, [clubId])).has(clubId)) return pageOf([], first);
  const rows = await deps.db.clubMembership.findMany({
    where: { clubId, state: { not: "LEFT" }, ...(after === null ? {} : { id: { lt: after } }) },
    orderBy: { id: "desc" },
    take: first + 1,
    include: { club: true },
  });
  return pageOf(rows, first);
}

/** Memberships by id, for the member and for whoever runs the club. */
export async function findMemberships(deps: Deps, actor: Actor, ids: readonly string[]): Found<Membership> {
  if (!may(actor, "club:read")) return new Map();
  const whose =
    actor.kind === "member"
      ? { memberId: actor.memberId }
      : actor.kind === "operator" || actor.kind === "system"
        ? {}
        : { club: { partnerId: partnerOf(actor) } };
  const rows = await deps.db.clubMembership.findMany({
    where: { id: { in: [...ids] }, ...whose },
    include: { club: true },
  });
  return new Map(rows.map((row) => [row.id, row]));
}

/** The viewer's own membership of each club; absent: never in nor asked. */
export async function findOwnMemberships({ db }: Deps, actor: Actor, clubIds: readonly string[]): Found<Membership> {
  if (actor.kind !== "member") return new Map();
  const rows = await db.clubMembership.findMany({
    where: { clubId: { in: [...clubIds] }, memberId: actor.memberId },
    include: { club: true },
  });
  return new Map(rows.map((row) => [row.clubId, row]));
}

/** The codes of the clubs that the viewer is in; of nobody else's. */
export async function findOwnClubCodes({ db }: Deps, actor: Actor, memberIds: readonly string[]): Found<string[]> {
  if (actor.kind !== "member") return new Map();
  return findClubCodes(
    db,
    memberIds.filter((id) => id === actor.memberId),
  );
}
