import type { EventBookingState, MemberEventState } from "#api/sql/rows.ts";
import { type Machine, nextState } from "#api/use-cases/machine.ts";

export const memberEventMachine = {
  DRAFT: { open: "OPEN", cancel: "CANCELLED" },
  OPEN: { cancel: "CANCELLED" },
  CANCELLED: {},
} as const satisfies Machine<MemberEventState, "open" | "cancel">;

export const memberEventStates = {
  DRAFT: "Being prepared; members do not see it.",
  OPEN: "Those who are invited can book.",
  CANCELLED: "It does not take place.",
} as const satisfies Record<MemberEventState, string>;

export type BookingEvent = "give" | "refuse" | "wait" | "cancel" | "check in";

export const bookingMachine = {
  ASKED: { give: "BOOKED", refuse: "REFUSED", wait: "WAITING", cancel: "CANCELLED" },
  WAITING: { give: "BOOKED", cancel: "CANCELLED" },
  BOOKED: { cancel: "CANCELLED", "check in": "CHECKED_IN" },
  REFUSED: {},
  CANCELLED: {},
  CHECKED_IN: {},
} as const satisfies Machine<EventBookingState, BookingEvent>;

export const bookingStates = {
  ASKED: "A place is being sought.",
  WAITING: "Every place is taken; the member has the next that is given back.",
  BOOKED: "The member has a place.",
  REFUSED: "Every place was taken.",
  CANCELLED: "The place was given back.",
  CHECKED_IN: "The member came.",
} as const satisfies Record<EventBookingState, string>;

export const nextBooking = (found: { id: string; state: EventBookingState }, event: BookingEvent) =>
  nextState<EventBookingState, BookingEvent>(bookingMachine, { object: "eventBooking", ...found }, event);
