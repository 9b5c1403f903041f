import { definitionOf, WordsInput } from "#api/graph/campaign-input.ts";
import { Club, ClubEntry, ClubMembership } from "#api/graph/club.ts";
import { keyedMutation, mutation } from "#api/graph/mutation.ts";
import { refusal } from "#api/graph/refusals.ts";
import { memberField, memberLookup, memberRefusals } from "#api/graph/till-input.ts";
import { closeClub, createClub } from "#api/use-cases/clubs/create-club.ts";
import { inviteToClub, joinClub, leaveClub, removeFromClub } from "#api/use-cases/clubs/join-club.ts";
import { ClubCodeTaken, ClubCodeUnknown, ClubNotFound, TooManyClubCodes } from "#api/use-cases/clubs/refusals.ts";
import { TransitionRefused } from "#api/use-cases/machine.ts";
import { InvalidValue } from "#api/use-cases/partners/refusals.ts";

refusal(ClubNotFound, "CLUB_NOT_FOUND", "No club has this id, or none that the viewer may do that with.", (t) => ({
  clubId: t.exposeID("clubId", { description: "The id that was sent." }),
}));
refusal(ClubCodeUnknown, "CLUB_CODE_UNKNOWN", "No open club has this code.");
refusal(
  TooManyClubCodes,
  "TOO_MANY_CLUB_CODES",
  "Too many codes that no club has were tried one after another.",
  (t) => ({
    retryAt: t.expose("retryAt", { type: "DateTime", description: "From when on codes are looked at again." }),
  }),
);
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
  refusals: [ClubNotFound, ClubCodeUnknown, TooManyClubCodes, TransitionRefused],
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
