import { type Actor, actorRef, partnerOf } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import type { MemberEvent, Tx } from "#api/sql/rows.ts";
import { recordAudit } from "#api/use-cases/audit/record-audit.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { takeKey } from "#api/use-cases/keys.ts";
import { nextState, TransitionRefused } from "#api/use-cases/machine.ts";
import { notify } from "#api/use-cases/notices/notify.ts";
import { checkWords, storedWords } from "#api/use-cases/offers/authored.ts";
import { InvalidValue } from "#api/use-cases/partners/refusals.ts";
import { checkText, checkWhole } from "#api/use-cases/partners/values.ts";
import { recordStep, recordSteps } from "#api/use-cases/transitions.ts";
import { MemberEventNotFound } from "./refusals.ts";
import { memberEventMachine, nextBooking } from "./states.ts";

const PLACES_MAX = 100_000;

/** Whom it is for; each of these invites, and with all empty everybody may come. */
export type Invitation = {
  tiers: readonly string[];
  clubs: readonly string[];
  plans: readonly string[];
  segments: readonly string[];
  benefits: readonly string[];
};

/** What whoever prepares an event says of it. */
export type WrittenEvent = {
  /** Words (api/engine/campaign.ts) as somebody wrote them. */
  name: unknown;
  about: unknown;
  venue: string;
  startsAt: Date;
  endsAt: Date;
  places: number;
  invites: Invitation;
};
export type CreateMemberEvent = WrittenEvent & { idempotencyKey: string };

/** Prepares an event of the actor's house; members see it once it is opened. */
export async function createMemberEvent(deps: Deps, actor: Actor, input: CreateMemberEvent): Promise<MemberEvent> {
  can(actor, "memberEvent:manage");
  const id = newId("memberEvent");
  const at = deps.clock.now();
  const data = checked(input, at);
  return deps.db.$transaction(async (tx) => {
    const first = await takeKey(tx, actor, { verb: "createMemberEvent", input, objectId: id });
    if (first) return tx.memberEvent.findUniqueOrThrow({ where: { id: first } });
    const partnerId = partnerOf(actor);
    const made = await tx.memberEvent.create({
      data: { id, partnerId, ...data, createdBy: actorRef(actor), createdAt: at },
    });
    const step = { object: "memberEvent", objectId: id, from: null, to: "DRAFT", at, partnerId };
    await recordStep(tx, actor, { ...step, after: { places: data.places, startsAt: data.startsAt } });
    return made;
  });
}

function checked({ name, about, venue, startsAt, endsAt, places, invites }: WrittenEvent, at: Date) {
  if (startsAt <= at) throw new InvalidValue("startsAt", startsAt.toISOString(), "in the future");
  if (endsAt <= startsAt) throw new InvalidValue("endsAt", endsAt.toISOString(), "after it starts");
  return {
    name: checkWords("name", name),
    about: checkWords("about", about),
    venue: checkText("venue", venue),
    ...{ startsAt, endsAt },
    places: checkWhole("places", places, [1, PLACES_MAX]),
    tiers: [...invites.tiers],
    clubs: [...invites.clubs],
    plans: [...invites.plans],
    segments: [...invites.segments],
    benefits: [...invites.benefits],
  };
}

/** Says all of it anew, as long as nobody has seen it. */
export async function editMemberEvent(
  deps: Deps,
  actor: Actor,
  { memberEventId, ...written }: WrittenEvent & { memberEventId: string },
): Promise<MemberEvent> {
  can(actor, "memberEvent:manage");
  const at = deps.clock.now();
  return deps.db.$transaction(async (tx) => {
    const event = await lockOwnEvent(tx, actor, memberEventId);
    const { id, state, partnerId } = event;
    if (state !== "DRAFT") throw new TransitionRefused("memberEvent", id, state, "edit");
    const data = checked(written, at);
    const before = { places: event.places, startsAt: event.startsAt, venue: event.venue };
    const after = { places: data.places, startsAt: data.startsAt, venue: data.venue };
    const audited = { object: "memberEvent", objectId: id, action: "memberEvent.edit", at, partnerId };
    await recordAudit(tx, actor, { ...audited, before, after });
    return tx.memberEvent.update({ where: { id }, data });
  });
}

/** Lets those who are invited see it and book. */
export async function openMemberEvent(
  deps: Deps,
  actor: Actor,
  { memberEventId }: { memberEventId: string },
): Promise<MemberEvent> {
  can(actor, "memberEvent:manage");
  return deps.db.$transaction(async (tx) => {
    const event = await lockOwnEvent(tx, actor, memberEventId);
    return event.state === "OPEN" ? event : moveEvent(tx, actor, event, { event: "open", at: deps.clock.now() });
  });
}

/** It does not take place; whoever had a place or waited for one is told. */
export async function cancelMemberEvent(
  deps: Deps,
  actor: Actor,
  { memberEventId, reason }: { memberEventId: string; reason: string },
): Promise<MemberEvent> {
  can(actor, "memberEvent:manage");
  const because = checkText("reason", reason);
  return deps.db.$transaction(async (tx) => {
    const event = await lockOwnEvent(tx, actor, memberEventId);
    if (event.state === "CANCELLED") return event;
    const at = deps.clock.now();
    const cancelled = await moveEvent(tx, actor, event, { event: "cancel", at, reason: because });
    await cancelBookings(tx, actor, cancelled, { at, reason: because });
    return cancelled;
  });
}

async function cancelBookings(
  tx: Tx,
  actor: Actor,
  event: MemberEvent,
  { at, reason }: { at: Date; reason: string },
): Promise<void> {
  const { id: eventId, partnerId } = event;
  const open = await tx.eventBooking.findMany({ where: { eventId, state: { in: ["ASKED", "WAITING", "BOOKED"] } } });
  const steps = open.map((booking) => {
    const to = nextBooking(booking, "cancel");
    return { object: "eventBooking", objectId: booking.id, from: booking.state, to, at, reason, partnerId };
  });
  await recordSteps(tx, actor, steps);
  const ids = open.map(({ id }) => id);
  await tx.eventBooking.updateMany({ where: { id: { in: ids } }, data: { state: "CANCELLED", settled: false } });
  const members = await tx.member.findMany({
    where: { id: { in: open.map(({ memberId }) => memberId) }, userId: { not: null } },
    select: { userId: true },
  });
  const facts = { event: storedWords(event.name) };
  for (const { userId } of members) {
    await notify(tx, { userId: userId ?? "", kind: "EVENT_CANCELLED", facts, href: "/me/privileges", at });
  }
}

type Move = { event: "open" | "cancel"; at: Date; reason?: string };

async function moveEvent(tx: Tx, actor: Actor, found: MemberEvent, { event, at, reason }: Move): Promise<MemberEvent> {
  const { id, state: from, partnerId } = found;
  const to = nextState(memberEventMachine, { object: "memberEvent", id, state: from }, event);
  await recordStep(tx, actor, { object: "memberEvent", objectId: id, from, to, at, reason: reason ?? null, partnerId });
  return tx.memberEvent.update({ where: { id }, data: { state: to } });
}

/** Holds an event of the actor's house still; a foreign one is told like one that does not exist. */
export async function lockOwnEvent(tx: Tx, actor: Actor, id: string): Promise<MemberEvent> {
  await tx.$executeRaw`SELECT FROM member_event WHERE id = ${id} FOR UPDATE`;
  const event = await tx.memberEvent.findUnique({ where: { id } });
  if (!event || event.partnerId !== partnerOf(actor)) throw new MemberEventNotFound(id);
  return event;
}
