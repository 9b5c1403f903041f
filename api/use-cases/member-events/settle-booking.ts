import { systemActor } from "#api/kernel/actor.ts";
import { fingerprint } from "#api/kernel/fingerprint.ts";
import { IdempotencyKeyReused, LimitReached } from "#api/ledger/refusals.ts";
import type { EventBooking, MemberEvent, Tx } from "#api/sql/rows.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { notify } from "#api/use-cases/notices/notify.ts";
import { storedWords } from "#api/use-cases/offers/authored.ts";
import { LONG_TRANSACTION, recordStep } from "#api/use-cases/transitions.ts";
import { nextBooking } from "./states.ts";

/** The counter of an event's places that are taken. */
export const placesCounter = (memberEventId: string): string => `places:${memberEventId}`;

export type Booked = EventBooking & { event: MemberEvent };

/**
 * Makes the counter of places say what the booking says: takes a place, or gives it back to whoever waits first. Its deeds
 * bear the booking's id, so that whatever broke off is done once.
 */
export async function settleBooking(deps: Deps, id: string): Promise<Booked> {
  const booking = await find(deps, id);
  if (booking.settled) return booking;
  if (booking.state === "CANCELLED") return giveBack(deps, booking);
  if (booking.state === "ASKED" || booking.state === "WAITING") return take(deps, booking);
  return booking;
}

async function take(deps: Deps, booking: Booked): Promise<Booked> {
  try {
    await count(deps, booking, 1n);
  } catch (refusal) {
    if (refusal instanceof IdempotencyKeyReused) return find(deps, booking.id);
    if (!(refusal instanceof LimitReached)) throw refusal;
    return keep(deps, booking, booking.mayWait ? "wait" : "refuse");
  }
  deps.reach?.("events: place counted");
  return keep(deps, booking, "give");
}

/** What the counter said, unless the booking moved on meanwhile. */
async function keep(deps: Deps, booking: Booked, event: "give" | "wait" | "refuse"): Promise<Booked> {
  return deps.db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT FROM event_booking WHERE id = ${booking.id} FOR UPDATE`;
    const now = await tx.eventBooking.findUniqueOrThrow({ where: { id: booking.id }, include: { event: true } });
    if (now.state !== booking.state || now.settled) return now;
    if (now.state === "WAITING" && event === "wait") {
      return tx.eventBooking.update({ where: { id: now.id }, data: { settled: true }, include: { event: true } });
    }
    const at = deps.clock.now();
    const to = nextBooking(now, event);
    const step = { object: "eventBooking", objectId: now.id, from: now.state, to, at };
    await recordStep(tx, systemActor, { ...step, partnerId: now.event.partnerId });
    if (now.state === "WAITING") await tellFreed(tx, now, at);
    return tx.eventBooking.update({
      where: { id: now.id },
      data: { state: to, settled: true },
      include: { event: true },
    });
  }, LONG_TRANSACTION);
}

async function giveBack(deps: Deps, booking: Booked): Promise<Booked> {
  const hadPlace = !(await neverTake(deps, booking));
  if (hadPlace) await count(deps, booking, -1n);
  const settled = await deps.db.eventBooking.update({
    where: { id: booking.id },
    data: { settled: true },
    include: { event: true },
  });
  if (hadPlace && booking.event.state === "OPEN") await giveToNext(deps, booking.event);
  return settled;
}

/** The longest wait ends first. */
async function giveToNext(deps: Deps, { id: eventId, startsAt }: MemberEvent): Promise<void> {
  if (startsAt <= deps.clock.now()) return;
  const next = await deps.db.eventBooking.findFirst({ where: { eventId, state: "WAITING" }, orderBy: { id: "asc" } });
  if (!next) return;
  await deps.db.eventBooking.updateMany({ where: { id: next.id, state: "WAITING" }, data: { settled: false } });
  await settleBooking(deps, next.id);
}

async function tellFreed(tx: Tx, { memberId, event }: Booked, at: Date): Promise<void> {
  const member = await tx.member.findUnique({ where: { id: memberId }, select: { userId: true } });
  if (!member?.userId) return;
  const facts = { event: storedWords(event.name) };
  await notify(tx, { userId: member.userId, kind: "EVENT_PLACE_FREED", facts, href: "/me/privileges", at });
}

/**
 * Uses up the key under which the place would be taken, so that nobody who is still at it takes one later. False: it was
 * taken already.
 */
async function neverTake(deps: Deps, booking: Booked): Promise<boolean> {
  const key = { owner: "system", key: keyOf(booking, 1n), fingerprint: "never" };
  const nothing = { kind: "bookPlace", actor: systemActor, occurredAt: deps.clock.now(), place: null, movements: [] };
  try {
    await deps.ledger.post({ ...nothing, ...key });
    return true;
  } catch (refusal) {
    if (!(refusal instanceof IdempotencyKeyReused)) throw refusal;
    return false;
  }
}

const find = ({ db }: Deps, id: string): Promise<Booked> =>
  db.eventBooking.findUniqueOrThrow({ where: { id }, include: { event: true } });

const keyOf = ({ id }: Booked, by: bigint) => `place:${id}:${by > 0n ? "taken" : "back"}`;
async function count(deps: Deps, booking: Booked, by: bigint): Promise<void> {
  const key = {
    owner: "system",
    key: keyOf(booking, by),
    fingerprint: fingerprint({ kind: "bookPlace", by: String(by) }),
  };
  const most = by > 0n ? BigInt(booking.event.places) : null;
  await deps.ledger.post({
    kind: "bookPlace",
    actor: systemActor,
    ...key,
    occurredAt: deps.clock.now(),
    place: null,
    movements: [],
    counts: [{ counter: placesCounter(booking.eventId), by, most }],
  });
}
