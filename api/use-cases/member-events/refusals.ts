import { Refusal } from "#api/kernel/refusal.ts";

/** No such event, or none this viewer may see or do that with: they are told in the same words. */
export class MemberEventNotFound extends Refusal {
  readonly code = "MEMBER_EVENT_NOT_FOUND";
  readonly memberEventId: string;
  constructor(memberEventId: string) {
    super(`There is no event ${memberEventId}.`);
    this.memberEventId = memberEventId;
  }
}

/** No booking has this id or code at this event, or none the viewer may see. */
export class EventBookingNotFound extends Refusal {
  readonly code = "EVENT_BOOKING_NOT_FOUND";
  readonly booking: string;
  constructor(booking: string) {
    super(`There is no booking ${booking} here.`);
    this.booking = booking;
  }
}

/** Every place is taken; whoever wants can wait for one. */
export class EventFull extends Refusal {
  readonly code = "EVENT_FULL";
  readonly places: number;
  constructor(places: number) {
    super(`All ${places} places are taken.`);
    this.places = places;
  }
}

/** It has begun, or is not open for bookings. */
export class BookingClosed extends Refusal {
  readonly code = "BOOKING_CLOSED";
  readonly state: string;
  constructor(state: string) {
    super(`The event is ${state.toLowerCase()} or has begun; places are booked no longer.`);
    this.state = state;
  }
}
