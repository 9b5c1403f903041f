import { randomInt } from "node:crypto";
import { type Actor, systemActor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import type { EventBooking, MemberEvent, Tx } from "#api/sql/rows.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { takeKey } from "#api/use-cases/keys.ts";
import { TransitionRefused } from "#api/use-cases/machine.ts";
import { LONG_TRANSACTION, recordStep } from "#api/use-cases/transitions.ts";
import { whichInvite } from "./invited.ts";
import { BookingClosed, EventBookingNotFound, EventFull, MemberEventNotFound } from "./refusals.ts";
import { settleBooking } from "./settle-booking.ts";
import { nextBooking } from "./states.ts";

export type BookPlace = {
  memberEventId: string;
  /** Takes the next place that is given back where none is left. */
  waitIfFull?: boolean | null | undefined;
  idempotencyKey: string;
};

/** A place for the member, or a place among those who wait. The counter of places decides who is the last. */
export async function bookPlace(deps: Deps, actor: Actor, input: BookPlace): Promise<EventBooking> {
  can(actor, "memberEvent:book");
  const memberId = actor.kind === "member" ? actor.memberId : "";
  const asked = await deps.db.$transaction((tx) => ask(deps, tx, actor, { ...input, memberId }), LONG_TRANSACTION);
  const settled = await settleBooking(deps, asked.id);
  if (settled.state === "REFUSED") throw new EventFull(settled.event.places);
  return settled;
}

/** Repeating it answers the same; asking again for an event where one has a place answers that place. */
async function ask(deps: Deps, tx: Tx, actor: Actor, input: BookPlace & { memberId: string }): Promise<EventBooking> {
  const { memberId, memberEventId, waitIfFull } = input;
  const id = newId("eventBooking");
  const { memberId: _whose, ...said } = input;
  const first = await takeKey(tx, actor, { verb: "bookPlace", input: said, objectId: id });
  if (first) return tx.eventBooking.findUniqueOrThrow({ where: { id: first } });
  await tx.$executeRaw`SELECT FROM member WHERE id = ${memberId} FOR UPDATE`;
  const event = await tx.memberEvent.findUnique({ where: { id: memberEventId } });
  if (!event || event.state === "DRAFT") throw new MemberEventNotFound(memberEventId);
  const known = await tx.eventBooking.findFirst({
    where: { eventId: event.id, memberId, state: { in: ["ASKED", "WAITING", "BOOKED", "CHECKED_IN"] } },
  });
  if (known) throw new TransitionRefused("eventBooking", known.id, known.state, "be booked");
  const at = deps.clock.now();
  if (event.state !== "OPEN" || event.startsAt <= at) throw new BookingClosed(event.state);
  if (!(await whichInvite(deps, tx, memberId, [event])).has(event.id)) throw new MemberEventNotFound(event.id);
  const { partnerId } = event;
  await recordStep(tx, actor, { object: "eventBooking", objectId: id, from: null, to: "ASKED", at, partnerId });
  const row = { id, eventId: event.id, memberId, code: await freeCode(tx, event), mayWait: waitIfFull ?? false };
  return tx.eventBooking.create({ data: { ...row, askedAt: at } });
}

const LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
const CODE_LENGTH = 6;

/** Short enough to say at a noisy door, and one of a thousand million. */
async function freeCode(tx: Tx, { id: eventId }: MemberEvent): Promise<string> {
  for (;;) {
    const code = Array.from({ length: CODE_LENGTH }, () => LETTERS.charAt(randomInt(LETTERS.length))).join("");
    if (!(await tx.eventBooking.findUnique({ where: { eventId_code: { eventId, code } } }))) return code;
  }
}

/** Gives the place back; whoever waits first has it then. */
export async function cancelBooking(
  deps: Deps,
  actor: Actor,
  { eventBookingId }: { eventBookingId: string },
): Promise<EventBooking> {
  can(actor, "memberEvent:book");
  await deps.db.$transaction(async (tx) => {
    const booking = await lockBooking(tx, eventBookingId);
    if (!booking || (actor.kind === "member" && booking.memberId !== actor.memberId)) {
      throw new EventBookingNotFound(eventBookingId);
    }
    if (booking.state === "CANCELLED") return;
    const to = nextBooking(booking, "cancel");
    const { partnerId } = await tx.memberEvent.findUniqueOrThrow({ where: { id: booking.eventId } });
    const step = { object: "eventBooking", objectId: booking.id, from: booking.state, to, partnerId };
    await recordStep(tx, actor, { ...step, at: deps.clock.now() });
    await tx.eventBooking.update({ where: { id: booking.id }, data: { state: to, settled: false } });
  });
  return settleBooking(deps, eventBookingId);
}

async function lockBooking(tx: Tx, id: string): Promise<EventBooking | null> {
  await tx.$executeRaw`SELECT FROM event_booking WHERE id = ${id} FOR UPDATE`;
  return tx.eventBooking.findUnique({ where: { id } });
}

export type CheckIn = { memberEventId: string; code: string };

/** At the door: the code's member has come. A code that was used already is refused with when. */
export async function checkIn(deps: Deps, actor: Actor, input: CheckIn): Promise<EventBooking> {
  can(actor, "memberEvent:checkIn");
  const code = input.code.trim().toUpperCase();
  return deps.db.$transaction(async (tx) => {
    const event = await tx.memberEvent.findUnique({ where: { id: input.memberEventId } });
    if (!event || !isOf(actor, event)) throw new MemberEventNotFound(input.memberEventId);
    const found = await tx.eventBooking.findUnique({ where: { eventId_code: { eventId: event.id, code } } });
    const booking = found && (await lockBooking(tx, found.id));
    if (!booking) throw new EventBookingNotFound(code);
    const to = nextBooking(booking, "check in");
    const at = deps.clock.now();
    const step = { object: "eventBooking", objectId: booking.id, from: booking.state, to, at };
    await recordStep(tx, actor, { ...step, partnerId: event.partnerId });
    return tx.eventBooking.update({ where: { id: booking.id }, data: { state: to, checkedInAt: at } });
  });
}

const isOf = (actor: Actor, { partnerId }: MemberEvent): boolean =>
  actor.kind === "partnerStaff" ? actor.partnerId === partnerId : partnerId === null;

/** Goes on with bookings that broke off between two steps. Answers how many. */
export async function settleBookings(deps: Deps, actor: Actor = systemActor): Promise<number> {
  can(actor, "job:run");
  const open = await deps.db.eventBooking.findMany({
    where: { settled: false },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  for (const { id } of open) await settleBooking(deps, id);
  return open.length;
}
