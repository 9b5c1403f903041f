import { builder, type GraphTypes } from "#api/graph/builder.ts";
import { definitionOf, WordsInput } from "#api/graph/campaign-input.ts";
import { EventBooking, MemberEvent } from "#api/graph/member-event.ts";
import { keyedMutation, mutation } from "#api/graph/mutation.ts";
import { refusal } from "#api/graph/refusals.ts";
import { TransitionRefused } from "#api/use-cases/machine.ts";
import { bookPlace, cancelBooking, checkIn } from "#api/use-cases/member-events/book-place.ts";
import {
  cancelMemberEvent,
  createMemberEvent,
  editMemberEvent,
  openMemberEvent,
} from "#api/use-cases/member-events/create-event.ts";
import { findBooking } from "#api/use-cases/member-events/find-events.ts";
import {
  BookingClosed,
  EventBookingNotFound,
  EventFull,
  MemberEventNotFound,
} from "#api/use-cases/member-events/refusals.ts";
import { InvalidValue } from "#api/use-cases/partners/refusals.ts";

refusal(
  MemberEventNotFound,
  "MEMBER_EVENT_NOT_FOUND",
  "No event has this id, or none that the viewer may do that with.",
  (t) => ({ memberEventId: t.exposeID("memberEventId", { description: "The id that was sent." }) }),
);
refusal(
  EventBookingNotFound,
  "EVENT_BOOKING_NOT_FOUND",
  "No booking has this id or code, or none the viewer may see.",
  (t) => ({ booking: t.exposeString("booking", { description: "The id or code that was sent." }) }),
);
refusal(EventFull, "EVENT_FULL", "Every place is taken.", (t) => ({
  places: t.exposeInt("places", { description: "How many there are." }),
}));
refusal(
  BookingClosed,
  "BOOKING_CLOSED",
  "The event has begun or does not take place; nothing is booked any more.",
  (t) => ({
    state: t.exposeString("state", { description: "Where the event stands." }),
  }),
);

const InvitesInput = builder.inputType("MemberEventInvitesInput", {
  description: "Whom an event is for; each of these invites, and with all empty everybody may come.",
  fields: (t) => ({
    tiers: t.stringList({ description: "Codes of tiers." }),
    clubs: t.stringList({ description: "Codes of clubs." }),
    plans: t.stringList({ description: "Codes of plans." }),
    segments: t.stringList({ description: "Codes of segments, as the house's rules name them." }),
    benefits: t.stringList({ description: "Codes of benefits, of tiers or from receipts." }),
  }),
});

type Fields = PothosSchemaTypes.InputFieldBuilder<GraphTypes, "InputObject">;

const eventFields = (t: Fields) => ({
  name: t.field({ type: WordsInput, required: true, description: "What it is called." }),
  about: t.field({ type: WordsInput, required: true, description: "What it is." }),
  venue: t.string({ required: true, description: "Where it takes place." }),
  startsAt: t.field({ type: "DateTime", required: true, description: "When it begins." }),
  endsAt: t.field({ type: "DateTime", required: true, description: "When it ends." }),
  places: t.int({ required: true, description: "How many can come." }),
  invites: t.field({ type: InvitesInput, description: "Whom it is for; everybody when absent." }),
});

type Asked<Rest> = Rest & {
  name: typeof WordsInput.$inferInput;
  about: typeof WordsInput.$inferInput;
  invites?: typeof InvitesInput.$inferInput | null | undefined;
};

const written = <Rest extends object>({ name, about, invites, ...rest }: Asked<Rest>) => ({
  ...rest,
  name: definitionOf(name),
  about: definitionOf(about),
  invites: {
    tiers: invites?.tiers ?? [],
    clubs: invites?.clubs ?? [],
    plans: invites?.plans ?? [],
    segments: invites?.segments ?? [],
    benefits: invites?.benefits ?? [],
  },
});

keyedMutation("createMemberEvent", {
  description: "Prepares an event of the viewer's house; members see it once it is opened.",
  input: eventFields,
  refusals: [InvalidValue],
  resolve: async (input, { deps, actor }) => ({ event: await createMemberEvent(deps, actor, written(input)) }),
  success: {
    description: "It is prepared.",
    fields: (t) => ({ event: t.expose("event", { type: MemberEvent, description: "As it is now." }) }),
  },
});

mutation("editMemberEvent", {
  description: "Says anew what an event of the viewer's house is, as long as no member has seen it.",
  input: (t) => ({ memberEventId: t.id({ required: true, description: "Which." }), ...eventFields(t) }),
  refusals: [InvalidValue, MemberEventNotFound, TransitionRefused],
  resolve: async (input, { deps, actor }) => ({ event: await editMemberEvent(deps, actor, written(input)) }),
  success: {
    description: "It is written anew.",
    fields: (t) => ({ event: t.expose("event", { type: MemberEvent, description: "As it is now." }) }),
  },
});

mutation("openMemberEvent", {
  description: "Lets those whom an event is for see it and book.",
  input: (t) => ({ memberEventId: t.id({ required: true, description: "Which." }) }),
  refusals: [MemberEventNotFound, TransitionRefused],
  resolve: async (input, { deps, actor }) => ({ event: await openMemberEvent(deps, actor, input) }),
  success: {
    description: "It is open.",
    fields: (t) => ({ event: t.expose("event", { type: MemberEvent, description: "As it is now." }) }),
  },
});

mutation("cancelMemberEvent", {
  description: "An event does not take place; whoever had a place or waited is told.",
  input: (t) => ({
    memberEventId: t.id({ required: true, description: "Which." }),
    reason: t.string({ required: true, description: "Why; kept with the step." }),
  }),
  refusals: [InvalidValue, MemberEventNotFound, TransitionRefused],
  resolve: async (input, { deps, actor }) => ({ event: await cancelMemberEvent(deps, actor, input) }),
  success: {
    description: "It is cancelled.",
    fields: (t) => ({ event: t.expose("event", { type: MemberEvent, description: "As it is now." }) }),
  },
});

keyedMutation("bookPlace", {
  description: "A place at an event for the member, or a place among those who wait.",
  input: (t) => ({
    memberEventId: t.id({ required: true, description: "At which." }),
    waitIfFull: t.boolean({ description: "Take the next place that is given back where none is left?" }),
  }),
  refusals: [MemberEventNotFound, BookingClosed, EventFull, TransitionRefused],
  resolve: async (input, { deps, actor }) => ({
    booking: await findBooking(deps, (await bookPlace(deps, actor, input)).id),
  }),
  success: {
    description: "The member has a place, or waits for one.",
    fields: (t) => ({ booking: t.expose("booking", { type: EventBooking, description: "As it is now." }) }),
  },
});

mutation("cancelBooking", {
  description: "Gives a place back; whoever waits longest has it then.",
  input: (t) => ({ eventBookingId: t.id({ required: true, description: "Which." }) }),
  refusals: [EventBookingNotFound, TransitionRefused],
  resolve: async (input, { deps, actor }) => ({
    booking: await findBooking(deps, (await cancelBooking(deps, actor, input)).id),
  }),
  success: {
    description: "It is given back.",
    fields: (t) => ({ booking: t.expose("booking", { type: EventBooking, description: "As it is now." }) }),
  },
});

mutation("checkIn", {
  description: "At the door of an event of the viewer's house: who has this code has come.",
  input: (t) => ({
    memberEventId: t.id({ required: true, description: "At which." }),
    code: t.string({ required: true, description: "What the member shows, in any case." }),
  }),
  refusals: [MemberEventNotFound, EventBookingNotFound, TransitionRefused],
  resolve: async (input, { deps, actor }) => ({
    booking: await findBooking(deps, (await checkIn(deps, actor, input)).id),
  }),
  success: {
    description: "They are in.",
    fields: (t) => ({ booking: t.expose("booking", { type: EventBooking, description: "As it is now." }) }),
  },
});
