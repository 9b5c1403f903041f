import { expect, test } from "vitest";
import type { Actor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import { findCounters } from "#api/ledger/counters.ts";
import { agreeOnLadder } from "#api/test/ladder.ts";
import { ruleOf, runCampaign } from "#api/test/live-campaign.ts";
import { type World, world } from "#api/test/world.ts";
import { recordPurchase } from "#api/use-cases/purchases/record-purchase.ts";
import { bookPlace, cancelBooking, checkIn, settleBookings } from "./book-place.ts";
import {
  cancelMemberEvent,
  createMemberEvent,
  editMemberEvent,
  type Invitation,
  openMemberEvent,
  type WrittenEvent,
} from "./create-event.ts";
import { findBookings, findMemberEvents, listBookings, listMemberEvents } from "./find-events.ts";
import { placesCounter } from "./settle-booking.ts";

const EUR = 1_000_000n;
const nobody: Invitation = { tiers: [], clubs: [], plans: [], segments: [], benefits: [] };
const page = { first: 100, after: null };

async function event(w: World, wish: Partial<WrittenEvent> = {}): Promise<string> {
  const { id: memberEventId } = await createMemberEvent(w.deps, w.grocer.finance, {
    idempotencyKey: newId("memberEvent"),
    ...tasting(wish),
  });
  await openMemberEvent(w.deps, w.grocer.finance, { memberEventId });
  return memberEventId;
}

const book = (w: World, member: Actor, memberEventId: string, waitIfFull = false) =>
  bookPlace(w.deps, member, { memberEventId, waitIfFull, idempotencyKey: newId("eventBooking") });
const taken = async ({ deps }: World, id: string) =>
  (await findCounters(deps.db, [placesCounter(id)])).get(placesCounter(id));

async function newMembers({ deps, clock, grocer }: World, count: number): Promise<Actor[]> {
  const ids = Array.from({ length: count }, () => newId("member"));
  const rows = ids.map((id) => ({ id, enrolledAt: clock.now(), enrolledAtPartnerId: grocer.id }));
  await deps.db.member.createMany({ data: rows });
  await deps.db.wallet.createMany({ data: ids.map((memberId) => ({ memberId })) });
  return ids.map((memberId) => ({ kind: "member", id: newId("user"), memberId }));
}

const tasting = (wish: Partial<WrittenEvent> = {}): WrittenEvent => ({
  name: { en: "Tasting" },
  about: { en: "Twelve cheeses" },
  venue: "Main Street 1",
  startsAt: new Date("2026-04-01T18:00:00Z"),
  endsAt: new Date("2026-04-01T21:00:00Z"),
  places: 50,
  invites: nobody,
  ...wish,
});

test("M7 an event with 50 places: of 64 who book at once 50 have one, the 51st is refused; check-in at the door", async () => {
  const w = await world();
  const memberEventId = await event(w);
  const members = await newMembers(w, 64);
  const asked = await Promise.allSettled(members.map((member) => book(w, member, memberEventId)));
  const refused = asked.filter((one) => one.status === "rejected").map((one) => one.reason);
  expect(refused).toHaveLength(14);
  for (const reason of refused) expect(reason).toMatchObject({ code: "EVENT_FULL", places: 50 });
  expect(await taken(w, memberEventId)).toBe(50n);
  const [booking] = (await listBookings(w.deps, w.grocer.finance, memberEventId, page)).rows;
  const atDoor = { memberEventId, code: ` ${booking?.code.toLowerCase()} ` };
  expect(await checkIn(w.deps, w.grocer.finance, atDoor)).toMatchObject({ id: booking?.id, state: "CHECKED_IN" });
  await expect(checkIn(w.deps, w.grocer.finance, atDoor)).rejects.toMatchObject({
    code: "TRANSITION_REFUSED",
    state: "CHECKED_IN",
  });
  await expect(checkIn(w.deps, w.grocer.finance, { ...atDoor, code: "NOCODE" })).rejects.toMatchObject({
    code: "EVENT_BOOKING_NOT_FOUND",
  });
  await expect(checkIn(w.deps, w.fuel.finance, atDoor)).rejects.toMatchObject({ code: "MEMBER_EVENT_NOT_FOUND" });
});

test("a place given back goes to whoever waits longest, and only to them", async () => {
  const w = await world();
  const memberEventId = await event(w, { places: 1 });
  const [vera, maryna] = (await newMembers(w, 2)) as [Actor, Actor];
  const anas = await book(w, w.ana.actor, memberEventId);
  expect(await book(w, vera, memberEventId, true)).toMatchObject({ state: "WAITING" });
  expect(await book(w, maryna, memberEventId, true)).toMatchObject({ state: "WAITING" });
  await expect(book(w, w.bohdan.actor, memberEventId)).rejects.toMatchObject({ code: "EVENT_FULL" });
  await cancelBooking(w.deps, w.ana.actor, { eventBookingId: anas.id });
  const states = (await listBookings(w.deps, w.operator, memberEventId, page)).rows.map(({ state }) => state);
  expect(states).toEqual(["WAITING", "BOOKED"]);
  expect(await taken(w, memberEventId)).toBe(1n);
  await cancelBooking(w.deps, w.ana.actor, { eventBookingId: anas.id });
  expect(await taken(w, memberEventId)).toBe(1n);
});

test("Gold is invited, and so is whoever a receipt gave the benefit; others do not know of it", async () => {
  const w = await world();
  await agreeOnLadder(w);
  await runCampaign(w, w.grocer, { rules: [ruleOf({ kind: "benefit", benefit: "tasting" }, "receipt.total >= 100")] });
  const memberEventId = await event(w, { invites: { ...nobody, benefits: ["tasting"] } });
  await expect(book(w, w.ana.actor, memberEventId)).rejects.toMatchObject({ code: "MEMBER_EVENT_NOT_FOUND" });
  expect((await findMemberEvents(w.deps, w.ana.actor, [memberEventId])).size).toBe(0);
  const receipt = { receiptNumber: "G-1", idempotencyKey: "gold-and-tasting-1" };
  await recordPurchase(w.deps, w.grocer.till, { member: { memberId: w.ana.id }, totalE6: 100n * EUR, ...receipt });
  expect((await listMemberEvents(w.deps, w.ana.actor, page)).rows).toMatchObject([{ id: memberEventId }]);
  expect(await book(w, w.ana.actor, memberEventId)).toMatchObject({ state: "BOOKED" });
  const forGold = await event(w, { invites: { ...nobody, tiers: ["gold"] } });
  await expect(book(w, w.ana.actor, forGold)).rejects.toMatchObject({ code: "MEMBER_EVENT_NOT_FOUND" });
  const large = { receiptNumber: "G-2", idempotencyKey: "gold-and-tasting-2" };
  await recordPurchase(w.deps, w.grocer.till, { member: { memberId: w.ana.id }, totalE6: 3_000n * EUR, ...large });
  expect(await book(w, w.ana.actor, forGold)).toMatchObject({ state: "BOOKED" });
});

test("what breaks off after the place was counted is gone on with, and takes no second place", async () => {
  const w = await world();
  const memberEventId = await event(w);
  const reach = (point: string) => {
    if (point === "events: place counted") throw new Error("died");
  };
  const asked = { memberEventId, idempotencyKey: "a-booking-that-breaks-off" };
  await expect(bookPlace({ ...w.deps, reach }, w.ana.actor, asked)).rejects.toThrow("died");
  expect(await settleBookings(w.deps)).toBe(1);
  expect(await bookPlace(w.deps, w.ana.actor, asked)).toMatchObject({ state: "BOOKED" });
  expect(await taken(w, memberEventId)).toBe(1n);
});

test("an event that is cancelled gives all places back, and is booked no longer", async () => {
  const w = await world();
  const memberEventId = await event(w, { places: 1 });
  const booking = await book(w, w.ana.actor, memberEventId);
  await book(w, w.bohdan.actor, memberEventId, true);
  const why = { memberEventId, reason: "The cheese did not come" };
  await expect(cancelMemberEvent(w.deps, w.fuel.finance, why)).rejects.toMatchObject({
    code: "MEMBER_EVENT_NOT_FOUND",
  });
  await cancelMemberEvent(w.deps, w.grocer.finance, why);
  await settleBookings(w.deps);
  expect(await taken(w, memberEventId)).toBe(0n);
  expect((await findBookings(w.deps, w.ana.actor, [booking.id])).get(booking.id)).toMatchObject({ state: "CANCELLED" });
  await expect(book(w, w.ana.actor, memberEventId)).rejects.toMatchObject({
    code: "BOOKING_CLOSED",
    state: "CANCELLED",
  });
  await expect(cancelBooking(w.deps, w.bohdan.actor, { eventBookingId: booking.id })).rejects.toMatchObject({
    code: "EVENT_BOOKING_NOT_FOUND",
  });
});

test("a draft is written anew by its own house, as long as nobody has seen it", async () => {
  const w = await world();
  const { deps, grocer } = w;
  const drafted = await createMemberEvent(deps, grocer.finance, { ...tasting(), idempotencyKey: newId("memberEvent") });
  await expect(book(w, w.ana.actor, drafted.id)).rejects.toMatchObject({ code: "MEMBER_EVENT_NOT_FOUND" });
  const anew = { memberEventId: drafted.id, ...tasting({ places: 12, venue: "Side Street 2" }) };
  await expect(editMemberEvent(deps, w.fuel.finance, anew)).rejects.toMatchObject({ code: "MEMBER_EVENT_NOT_FOUND" });
  await expect(editMemberEvent(deps, grocer.till, anew)).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect(editMemberEvent(deps, grocer.finance, { ...anew, places: 0 })).rejects.toMatchObject({
    field: "places",
  });
  expect(await editMemberEvent(deps, grocer.finance, anew)).toMatchObject({ places: 12, venue: "Side Street 2" });
  const [audited] = await deps.db.auditEvent.findMany({ where: { action: "memberEvent.edit" } });
  expect(audited).toMatchObject({ before: { places: 50 }, after: { places: 12 }, partnerId: grocer.id });
  await openMemberEvent(deps, grocer.finance, { memberEventId: drafted.id });
  await expect(editMemberEvent(deps, grocer.finance, anew)).rejects.toMatchObject({ code: "TRANSITION_REFUSED" });
});

test("a member has one place, and an event of yesterday or without an end is none", async () => {
  const w = await world();
  const memberEventId = await event(w);
  await book(w, w.ana.actor, memberEventId);
  await expect(book(w, w.ana.actor, memberEventId)).rejects.toMatchObject({
    code: "TRANSITION_REFUSED",
    state: "BOOKED",
  });
  await expect(event(w, { startsAt: new Date("2026-03-01T18:00:00Z") })).rejects.toMatchObject({ field: "startsAt" });
  await expect(event(w, { endsAt: new Date("2026-04-01T18:00:00Z") })).rejects.toMatchObject({ field: "endsAt" });
  await expect(event(w, { places: 0 })).rejects.toMatchObject({ field: "places" });
  w.clock.set(new Date("2026-04-01T18:00:00Z"));
  await expect(book(w, w.bohdan.actor, memberEventId)).rejects.toMatchObject({ code: "BOOKING_CLOSED" });
});
