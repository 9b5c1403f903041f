import { type Actor, partnerOf } from "#api/kernel/actor.ts";
import { type Page, type PageArgs, pageOf } from "#api/kernel/page.ts";
import { findCounters } from "#api/ledger/counters.ts";
import type { MemberEvent } from "#api/sql/rows.ts";
import { can, may } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { whichInvite } from "./invited.ts";
import { type Booked, placesCounter } from "./settle-booking.ts";

type Found<Row> = Promise<Map<string, Row>>;

const isInside = (actor: Actor) => actor.kind === "operator" || actor.kind === "system";

/** Those of the house; for a member what they are invited to or have booked. */
async function seenBy(deps: Deps, actor: Actor, events: readonly MemberEvent[]): Promise<MemberEvent[]> {
  if (isInside(actor)) return [...events];
  if (actor.kind !== "member") return events.filter(({ partnerId }) => partnerId === partnerOf(actor));
  const { memberId } = actor;
  const eventIds = events.map(({ id }) => id);
  const [invited, booked] = await Promise.all([
    whichInvite(deps, deps.db, memberId, events),
    deps.db.eventBooking.findMany({ where: { memberId, eventId: { in: eventIds } }, select: { eventId: true } }),
  ]);
  const own = new Set(booked.map(({ eventId }) => eventId));
  return events.filter(({ id, state }) => own.has(id) || (state === "OPEN" && invited.has(id)));
}

export async function findMemberEvents(deps: Deps, actor: Actor, ids: readonly string[]): Found<MemberEvent> {
  if (!may(actor, "memberEvent:read")) return new Map();
  const rows = await deps.db.memberEvent.findMany({ where: { id: { in: [...ids] } } });
  return new Map((await seenBy(deps, actor, rows)).map((row) => [row.id, row]));
}

const EVENTS_OFFERED_MAX = 200;

/** A house's events, newest first; for a member those to come that they may book or have booked. The cursor is the id. */
export async function listMemberEvents(
  deps: Deps,
  actor: Actor,
  { first, after }: PageArgs,
): Promise<Page<MemberEvent>> {
  can(actor, "memberEvent:read");
  const past = after === null ? {} : { id: { lt: after } };
  if (actor.kind === "member") {
    const where = { state: "OPEN" as const, endsAt: { gt: deps.clock.now() }, ...past };
    const rows = await deps.db.memberEvent.findMany({ where, orderBy: { id: "desc" }, take: EVENTS_OFFERED_MAX });
    return pageOf((await seenBy(deps, actor, rows)).slice(0, first + 1), first);
  }
  const house = isInside(actor) ? {} : { partnerId: partnerOf(actor) };
  const rows = await deps.db.memberEvent.findMany({
    where: { ...house, ...past },
    orderBy: { id: "desc" },
    take: first + 1,
  });
  return pageOf(rows, first);
}

/** How many places of each event are taken. */
export async function countTaken(deps: Deps, actor: Actor, ids: readonly string[]): Found<number> {
  const seen = [...(await findMemberEvents(deps, actor, ids)).keys()];
  const counters = await findCounters(deps.db, seen.map(placesCounter));
  return new Map(seen.map((id) => [id, Number(counters.get(placesCounter(id)) ?? 0n)]));
}

/** How many of each event's people have come, for those at the door. */
export async function countCame(deps: Deps, actor: Actor, ids: readonly string[]): Found<number> {
  if (!may(actor, "memberEvent:checkIn") || actor.kind === "member") return new Map();
  const seen = [...(await findMemberEvents(deps, actor, ids)).keys()];
  const where = { eventId: { in: seen }, state: "CHECKED_IN" as const };
  const counts = await deps.db.eventBooking.groupBy({ by: ["eventId"], where, _count: true });
  const came = new Map(counts.map(({ eventId, _count }) => [eventId, _count]));
  return new Map(seen.map((id) => [id, came.get(id) ?? 0]));
}

/** Bookings by id: the member's own, and those of the house's events for whoever is at the door. */
export async function findBookings(deps: Deps, actor: Actor, ids: readonly string[]): Found<Booked> {
  if (!may(actor, "memberEvent:read")) return new Map();
  const whose =
    actor.kind === "member"
      ? { memberId: actor.memberId }
      : isInside(actor)
        ? {}
        : { event: { partnerId: partnerOf(actor) } };
  if (actor.kind !== "member" && !may(actor, "memberEvent:checkIn") && actor.kind !== "operator") return new Map();
  const rows = await deps.db.eventBooking.findMany({
    where: { id: { in: [...ids] }, ...whose },
    include: { event: true },
  });
  return new Map(rows.map((row) => [row.id, row]));
}

/** The viewer's own newest booking of each event. */
export async function findOwnBookings({ db }: Deps, actor: Actor, eventIds: readonly string[]): Found<Booked> {
  if (actor.kind !== "member") return new Map();
  const rows = await db.eventBooking.findMany({
    where: { eventId: { in: [...eventIds] }, memberId: actor.memberId },
    orderBy: { id: "asc" },
    include: { event: true },
  });
  return new Map(rows.map((row) => [row.eventId, row]));
}

/** Who comes, newest first, for those at the door. The cursor is the id. */
export async function listBookings(
  deps: Deps,
  actor: Actor,
  eventId: string,
  { first, after }: PageArgs,
): Promise<Page<Booked>> {
  const isAtDoor = may(actor, "memberEvent:checkIn") && actor.kind !== "member";
  if (!isAtDoor || !(await findMemberEvents(deps, actor, [eventId])).has(eventId)) return pageOf([], first);
  const rows = await deps.db.eventBooking.findMany({
    where: {
      eventId,
      state: { in: ["WAITING", "BOOKED", "CHECKED_IN"] },
      ...(after === null ? {} : { id: { lt: after } }),
    },
    orderBy: { id: "desc" },
    take: first + 1,
    include: { event: true },
  });
  return pageOf(rows, first);
}

/** A booking that the actor has just moved. */
export const findBooking = ({ db }: Deps, id: string): Promise<Booked> =>
  db.eventBooking.findUniqueOrThrow({ where: { id }, include: { event: true } });
