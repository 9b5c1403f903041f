import { builder } from "#api/graph/builder.ts";
import { connectionOf } from "#api/graph/connection.ts";
import { byId } from "#api/graph/loaders.ts";
import { Member, members } from "#api/graph/member.ts";
import { Partner, partners } from "#api/graph/partner.ts";
import { CampaignWords, described } from "#api/graph/words.ts";
import type { MemberEvent as EventRow } from "#api/sql/rows.ts";
import {
  countCame,
  countTaken,
  findBookings,
  findMemberEvents,
  findOwnBookings,
  listBookings,
  listMemberEvents,
} from "#api/use-cases/member-events/find-events.ts";
import type { Booked } from "#api/use-cases/member-events/settle-booking.ts";
import { bookingStates, memberEventStates } from "#api/use-cases/member-events/states.ts";
import { storedWords } from "#api/use-cases/offers/authored.ts";

const events = byId(findMemberEvents);
const takenOf = byId(countTaken);
const cameOf = byId(countCame);
const bookings = byId(findBookings);
const ownOf = byId(findOwnBookings);

const MemberEventState = builder.enumType("MemberEventState", {
  description: "Where an event stands.",
  values: described(memberEventStates),
});
const EventBookingState = builder.enumType("EventBookingState", {
  description: "Where a booking stands.",
  values: described(bookingStates),
});

export const MemberEvent = builder.objectRef<EventRow>("MemberEvent");
export const EventBooking = builder.objectRef<Booked>("EventBooking");
const bookingPages = connectionOf("EventBooking", EventBooking, ({ id }) => id);

const Invites = builder.objectRef<EventRow>("MemberEventInvites").implement({
  description:
    "Whom an event is for; each of these invites, and with all empty everybody may come. Bounded by what people write.",
  fields: (t) => ({
    tiers: t.exposeStringList("tiers", { description: "Codes of tiers." }),
    clubs: t.exposeStringList("clubs", { description: "Codes of clubs." }),
    plans: t.exposeStringList("plans", { description: "Codes of plans." }),
    segments: t.exposeStringList("segments", { description: "Codes of segments." }),
    benefits: t.exposeStringList("benefits", { description: "Codes of benefits, of tiers or from receipts." }),
  }),
});

builder.node(MemberEvent, {
  description: "Something with a limited number of places that members book.",
  id: { resolve: ({ id }) => id, description: "Opaque, global, permanent." },
  loadMany: (ids, context) => events.findMany(context, ids),
  fields: (t) => ({
    name: t.field({ type: CampaignWords, description: "What it is called.", resolve: ({ name }) => storedWords(name) }),
    about: t.field({ type: CampaignWords, description: "What it is.", resolve: ({ about }) => storedWords(about) }),
    partner: t.field({
      type: Partner,
      nullable: true,
      description: "Whose it is. Null: the coalition's.",
      resolve: ({ partnerId }, _args, context) => partners.find(context, partnerId),
    }),
    state: t.field({ type: MemberEventState, description: "Where it stands.", resolve: ({ state }) => state }),
    venue: t.exposeString("venue", { description: "Where it takes place." }),
    startsAt: t.expose("startsAt", { type: "DateTime", description: "When it begins; bookings end there." }),
    endsAt: t.expose("endsAt", { type: "DateTime", description: "When it ends." }),
    places: t.exposeInt("places", { description: "How many can come." }),
    placesLeft: t.int({
      description: "How many places nobody has.",
      resolve: async ({ id, places }, _args, context) => places - ((await takenOf.find(context, id)) ?? 0),
    }),
    cameCount: t.int({
      nullable: true,
      description: "How many have been let in. Null for others than those at the door.",
      resolve: ({ id }, _args, context) => cameOf.find(context, id),
    }),
    invites: t.field({
      type: Invites,
      nullable: true,
      description: "Whom it is for. Null for members.",
      resolve: (row, _args, { actor }) => (actor.kind === "member" ? null : row),
    }),
    own: t.field({
      type: EventBooking,
      nullable: true,
      description: "The viewer's own newest booking. Null without one.",
      resolve: ({ id }, _args, context) => ownOf.find(context, id),
    }),
    bookings: t.field(
      bookingPages({
        description: "Who comes or waits, newest first; empty for others than those at the door.",
        resolve: ({ id }: EventRow, page, _filters, { deps, actor }) => listBookings(deps, actor, id, page),
      }),
    ),
  }),
});
const eventPages = connectionOf("MemberEvent", MemberEvent, ({ id }) => id);

builder.node(EventBooking, {
  description: "A member's place at an event, had or waited for.",
  id: { resolve: ({ id }) => id, description: "Opaque, global, permanent." },
  loadMany: (ids, context) => bookings.findMany(context, ids),
  fields: (t) => ({
    event: t.expose("event", { type: MemberEvent, description: "At which event." }),
    member: t.field({
      type: Member,
      nullable: true,
      description: "Whose. Null where the viewer may not see them.",
      resolve: ({ memberId }, _args, context) => members.find(context, memberId),
    }),
    state: t.field({ type: EventBookingState, description: "Where it stands.", resolve: ({ state }) => state }),
    code: t.string({
      nullable: true,
      description: "What the member shows at the door. Null for everybody else.",
      resolve: ({ code, memberId }, _args, { actor }) =>
        actor.kind === "member" && actor.memberId === memberId ? code : null,
    }),
    askedAt: t.expose("askedAt", { type: "DateTime", description: "When it was asked for." }),
    checkedInAt: t.expose("checkedInAt", { type: "DateTime", nullable: true, description: "Null until they came." }),
  }),
});

builder.queryFields((t) => ({
  memberEvents: t.field(
    eventPages({
      description: "Events, newest first: a house's own, for a member those to come that they may book.",
      resolve: (_root, page, _filters, { deps, actor }) => listMemberEvents(deps, actor, page),
    }),
  ),
  memberEvent: t.field({
    type: MemberEvent,
    nullable: true,
    description: "An event by its id. Null when there is none that the viewer may see.",
    args: { id: t.arg.id({ required: true, description: "Which." }) },
    resolve: (_root, { id }, context) => events.find(context, id),
  }),
}));
