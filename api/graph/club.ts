import { builder } from "#api/graph/builder.ts";
import { definitionOf, WordsInput } from "#api/graph/campaign-input.ts";
import { connectionOf } from "#api/graph/connection.ts";
import { byId } from "#api/graph/loaders.ts";
import { Member, members } from "#api/graph/member.ts";
import { keyedMutation, mutation } from "#api/graph/mutation.ts";
import { Partner, partners } from "#api/graph/partner.ts";
import { refusal } from "#api/graph/refusals.ts";
import { memberField, memberLookup, memberRefusals } from "#api/graph/till-input.ts";
import { CampaignWords, described } from "#api/graph/words.ts";
import type { Club as ClubRow } from "#api/sql/rows.ts";
import { closeClub, createClub } from "#api/use-cases/clubs/create-club.ts";
import {
  countMembers,
  findClubs,
  findEntries,
  findMemberships,
  findOwnMemberships,
  listClubs,
  listMemberships,
} from "#api/use-cases/clubs/find-clubs.ts";
import { inviteToClub, joinClub, leaveClub, type Membership, removeFromClub } from "#api/use-cases/clubs/join-club.ts";
import { ClubCodeTaken, ClubCodeUnknown, ClubNotFound } from "#api/use-cases/clubs/refusals.ts";
import { clubEntries } from "#api/use-cases/clubs/states.ts";
import { TransitionRefused } from "#api/use-cases/machine.ts";
import { storedWords } from "#api/use-cases/offers/authored.ts";
import { InvalidValue } from "#api/use-cases/partners/refusals.ts";

const clubs = byId(findClubs);
const entriesOf = byId(findEntries);
const countsOf = byId(countMembers);
const memberships = byId(findMemberships);
const ownOf = byId(findOwnMemberships);

const ClubEntry = builder.enumType("ClubEntry", {
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
const ClubMembership = builder.objectRef<Membership>("ClubMembership");
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
    createdAt: t.expose("createdAt", { type: "DateTime", description: "When it was founded." }),
  }),
});
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

refusal(ClubNotFound, "CLUB_NOT_FOUND", "No club has this id, or none that the viewer may do that with.", (t) => ({
  clubId: t.exposeID("clubId", { description: "The id that was sent." }),
}));
refusal(ClubCodeUnknown, "CLUB_CODE_UNKNOWN", "No open club has this code.");
refusal(ClubCodeTaken, "CLUB_CODE_TAKEN", "Another club has this code already.", (t) => ({
  field: t.exposeString("field", { description: "Which of the codes: code or entryCode." }),
}));

keyedMutation("createClub", {
  description: "Founds a club of the viewer's house.",
  input: (t) => ({
    code: t.string({ required: true, description: "As rules will name it: small letters, digits, dashes." }),
    name: t.field({ type: WordsInput, required: true, description: "What it is called." }),
    about: t.field({ type: WordsInput, required: true, description: "What it is for." }),
    entry: t.field({ type: ClubEntry, required: true, description: "Who may come in." }),
    entryCode: t.string({ description: "With CODE: what to know, 6 to 40 characters." }),
    tiers: t.stringList({ description: "With RULE: codes of tiers." }),
    segments: t.stringList({ description: "With RULE: codes of segments, as the house's rules name them." }),
  }),
  refusals: [InvalidValue, ClubCodeTaken],
  resolve: async ({ name, about, ...input }, { deps, actor }) => ({
    club: await createClub(deps, actor, { ...input, name: definitionOf(name), about: definitionOf(about) }),
  }),
  success: {
    description: "It is open.",
    fields: (t) => ({ club: t.expose("club", { type: Club, description: "As it is now." }) }),
  },
});

mutation("closeClub", {
  description: "Ends a club with all that it gives.",
  input: (t) => ({
    clubId: t.id({ required: true, description: "Which." }),
    reason: t.string({ required: true, description: "Why; kept with the step." }),
  }),
  refusals: [InvalidValue, ClubNotFound, TransitionRefused],
  resolve: async (input, { deps, actor }) => ({ club: await closeClub(deps, actor, input) }),
  success: {
    description: "It is closed.",
    fields: (t) => ({ club: t.expose("club", { type: Club, description: "As it is now." }) }),
  },
});

mutation("inviteToClub", {
  description: "Asks a member into a club of the viewer's house.",
  input: (t) => ({
    clubId: t.id({ required: true, description: "Which." }),
    member: memberField(t),
  }),
  refusals: [ClubNotFound, TransitionRefused, ...memberRefusals],
  resolve: async ({ clubId, member }, { deps, actor }) => ({
    membership: await inviteToClub(deps, actor, { clubId, member: memberLookup(member) }),
  }),
  success: {
    description: "They are asked in, or were in already.",
    fields: (t) => ({ membership: t.expose("membership", { type: ClubMembership, description: "As it is now." }) }),
  },
});

mutation("removeFromClub", {
  description: "Parts with a member of a club of the viewer's house.",
  input: (t) => ({
    clubMembershipId: t.id({ required: true, description: "Whose." }),
    reason: t.string({ required: true, description: "Why; kept with the step." }),
  }),
  refusals: [ClubNotFound, TransitionRefused],
  resolve: async (input, { deps, actor }) => ({ membership: await removeFromClub(deps, actor, input) }),
  success: {
    description: "They are no longer in.",
    fields: (t) => ({ membership: t.expose("membership", { type: ClubMembership, description: "As it is now." }) }),
  },
});

mutation("joinClub", {
  description: "The member comes in: invited, by the club's rule, or by its code.",
  input: (t) => ({
    clubId: t.id({ description: "Which; absent when a code is said." }),
    entryCode: t.string({ description: "The code that the club's people pass on." }),
  }),
  refusals: [ClubNotFound, ClubCodeUnknown, TransitionRefused],
  resolve: async (input, { deps, actor }) => ({ membership: await joinClub(deps, actor, input) }),
  success: {
    description: "They are in.",
    fields: (t) => ({ membership: t.expose("membership", { type: ClubMembership, description: "As it is now." }) }),
  },
});

mutation("leaveClub", {
  description: "The member leaves; from now on nothing of the club reaches them.",
  input: (t) => ({ clubId: t.id({ required: true, description: "Which." }) }),
  refusals: [ClubNotFound, TransitionRefused],
  resolve: async (input, { deps, actor }) => ({ membership: await leaveClub(deps, actor, input) }),
  success: {
    description: "They are no longer in.",
    fields: (t) => ({ membership: t.expose("membership", { type: ClubMembership, description: "As it is now." }) }),
  },
});
