import { builder } from "#api/graph/builder.ts";
import { connectionOf } from "#api/graph/connection.ts";
import { byId } from "#api/graph/loaders.ts";
import { Member, members } from "#api/graph/member.ts";
import { Partner, partners } from "#api/graph/partner.ts";
import { Pool, PoolPlace } from "#api/graph/pool.ts";
import { CampaignWords, described } from "#api/graph/words.ts";
import type { Club as ClubRow } from "#api/sql/rows.ts";
import {
  countMembers,
  findClubs,
  findEntries,
  findMemberships,
  findOwnMemberships,
  listClubs,
  listMemberships,
} from "#api/use-cases/clubs/find-clubs.ts";
import type { Membership } from "#api/use-cases/clubs/join-club.ts";
import { clubEntries } from "#api/use-cases/clubs/states.ts";
import { storedWords } from "#api/use-cases/offers/authored.ts";
import { findPlacesOf, findPoolsOfClubs } from "#api/use-cases/pools/find-pools.ts";

const clubs = byId(findClubs);
const entriesOf = byId(findEntries);
const countsOf = byId(countMembers);
const memberships = byId(findMemberships);
const ownOf = byId(findOwnMemberships);
const poolsOf = byId(findPoolsOfClubs);
const placesOf = byId(findPlacesOf);

export const ClubEntry = builder.enumType("ClubEntry", {
  description: "Who may come into a club.",
  values: described(clubEntries),
});
const ClubState = builder.enumType("ClubState", {
  description: "Whether a club goes on.",
  values: described({ OPEN: "It goes on.", CLOSED: "It is over, with all that it gave." }),
});
const ClubMembershipState = builder.enumType("ClubMembershipState", {
  description: "Where somebody stands with a club.",
  values: described({ INVITED: "Asked in.", IN: "A member of it.", LEFT: "No longer." }),
});

export const Club = builder.objectRef<ClubRow>("Club");
export const ClubMembership = builder.objectRef<Membership>("ClubMembership");
const membershipPages = connectionOf("ClubMembership", ClubMembership, ({ id }) => id);

builder.node(Club, {
  description: "Members who belong together and get what others do not see.",
  id: { resolve: ({ id }) => id, description: "Opaque, global, permanent." },
  loadMany: (ids, context) => clubs.findMany(context, ids),
  fields: (t) => ({
    code: t.exposeString("code", { description: "As rules name it: member.clubs." }),
    name: t.field({ type: CampaignWords, description: "What it is called.", resolve: ({ name }) => storedWords(name) }),
    about: t.field({ type: CampaignWords, description: "What it is for.", resolve: ({ about }) => storedWords(about) }),
    partner: t.field({
      type: Partner,
      nullable: true,
      description: "Whose it is. Null: the coalition's.",
      resolve: ({ partnerId }, _args, context) => partners.find(context, partnerId),
    }),
    state: t.field({ type: ClubState, description: "Whether it goes on.", resolve: ({ state }) => state }),
    entry: t.field({ type: ClubEntry, description: "Who may come in.", resolve: ({ entry }) => entry }),
    tiers: t.exposeStringList("tiers", { description: "Codes of the tiers that let in; eight at most." }),
    segments: t.stringList({
      description: "Codes of the segments that let in; bounded by what people write. Empty for members.",
      resolve: async ({ id }, _args, context) => (await entriesOf.find(context, id))?.segments ?? [],
    }),
    entryCode: t.string({
      nullable: true,
      description: "What to know at the door. Null for others than who runs it, and where there is none.",
      resolve: async ({ id }, _args, context) => (await entriesOf.find(context, id))?.entryCode ?? null,
    }),
    memberCount: t.int({
      nullable: true,
      description: "How many are in. Null for others than who runs it.",
      resolve: ({ id }, _args, context) => countsOf.find(context, id),
    }),
    own: t.field({
      type: ClubMembership,
      nullable: true,
      description: "The viewer's own membership. Null without one.",
      resolve: ({ id }, _args, context) => ownOf.find(context, id),
    }),
    memberships: t.field(
      membershipPages({
        description: "Who is in or asked in, newest first; empty for others than who runs it.",
        resolve: ({ id }: ClubRow, page, _filters, { deps, actor }) => listMemberships(deps, actor, id, page),
      }),
    ),
    pool: t.field({
      type: Pool,
      nullable: true,
      description: "The pool its members fill together. Null without one, and for others than who runs it or is in it.",
      resolve: ({ id }, _args, context) => poolsOf.find(context, id),
    }),
    createdAt: t.expose("createdAt", { type: "DateTime", description: "When it was founded." }),
  }),
});
builder.objectField(Pool, "club", (t) =>
  t.field({
    type: Club,
    nullable: true,
    description: "Whose it is. Null: a household's.",
    resolve: ({ clubId }, _args, context) => clubs.find(context, clubId),
  }),
);
const clubPages = connectionOf("Club", Club, ({ id }) => id);

builder.node(ClubMembership, {
  description: "A member's way through a club.",
  id: { resolve: ({ id }) => id, description: "Opaque, global, permanent." },
  loadMany: (ids, context) => memberships.findMany(context, ids),
  fields: (t) => ({
    club: t.expose("club", { type: Club, description: "Which." }),
    member: t.field({
      type: Member,
      nullable: true,
      description: "Who. Null where the viewer may not see them.",
      resolve: ({ memberId }, _args, context) => members.find(context, memberId),
    }),
    state: t.field({ type: ClubMembershipState, description: "Where they stand.", resolve: ({ state }) => state }),
    joinedAt: t.expose("joinedAt", {
      type: "DateTime",
      nullable: true,
      description: "When they came in last. Null: never.",
    }),
    place: t.field({
      type: PoolPlace,
      nullable: true,
      description: "Their place at the club's pool. Null without one.",
      resolve: ({ id }, _args, context) => placesOf.find(context, id),
    }),
  }),
});

builder.queryFields((t) => ({
  clubs: t.field(
    clubPages({
      description: "Clubs, newest first: a house's own, for a member those they are in or may come into.",
      resolve: (_root, page, _filters, { deps, actor }) => listClubs(deps, actor, page),
    }),
  ),
  club: t.field({
    type: Club,
    nullable: true,
    description: "A club by its id. Null when there is none that the viewer may see.",
    args: { id: t.arg.id({ required: true, description: "Which." }) },
    resolve: (_root, { id }, context) => clubs.find(context, id),
  }),
}));
