import { builder } from "#api/graph/builder.ts";
import { Identifier, IdentifierKind } from "#api/graph/card.ts";
import { Member, members } from "#api/graph/member.ts";
import { keyedMutation, mutation } from "#api/graph/mutation.ts";
import { addIdentifier } from "#api/use-cases/members/add-identifier.ts";
import { blockMember } from "#api/use-cases/members/block-member.ts";
import { enrolMember } from "#api/use-cases/members/enrol-member.ts";
import {
  CardNumberStays,
  IdentifierMalformed,
  IdentifierNotFound,
  IdentifierTaken,
  LastIdentifier,
  MemberNotActive,
  MemberNotFound,
} from "#api/use-cases/members/refusals.ts";
import { removeIdentifier } from "#api/use-cases/members/remove-identifier.ts";
import { unblockMember } from "#api/use-cases/members/unblock-member.ts";
import { InvalidValue, PartnerNotFound } from "#api/use-cases/partners/refusals.ts";
import { PartnerNotActive } from "#api/use-cases/purchases/refusals.ts";
import { ReferralClosed, ReferralCodeUnknown, ReferralRefused } from "#api/use-cases/referral/refusals.ts";

const IdentifierInput = builder.inputType("IdentifierInput", {
  description: "Something that will find the member.",
  fields: (t) => ({
    kind: t.field({ type: IdentifierKind, required: true, description: "What it is; cards are issued instead." }),
    value: t.string({ required: true, description: "The number or address." }),
  }),
});

keyedMutation("enrolMember", {
  description: "Takes a person into the coalition: an empty wallet, a card at once, and whatever else finds them.",
  input: (t) => ({
    partnerId: t.id({ description: "Where; the calling partner when absent." }),
    name: t.string({ description: "Only the member and the operator read it whole." }),
    language: t.string({ description: "Two letters; en when absent." }),
    birthDate: t.field({ type: "Date", description: "For birthday surprises." }),
    identifiers: t.field({ type: [IdentifierInput], description: "Phone, e-mail, the partner's own number." }),
    cardNumber: t.string({ description: "Of a printed card handed over; an electronic card when absent." }),
    referralCode: t.string({ description: "Of the member who brought them." }),
  }),
  refusals: [
    PartnerNotFound,
    PartnerNotActive,
    IdentifierTaken,
    IdentifierMalformed,
    InvalidValue,
    ReferralCodeUnknown,
    ReferralRefused,
    ReferralClosed,
  ],
  resolve: async ({ birthDate, ...input }, { deps, actor }) => ({
    member: await enrolMember(deps, actor, { ...input, birthDate: birthDate ? new Date(birthDate) : null }),
  }),
  success: {
    description: "The person is a member.",
    fields: (t) => ({ member: t.expose("member", { type: Member, description: "With the card that was issued." }) }),
  },
});

mutation("addIdentifier", {
  description: "One more way to find a member.",
  input: (t) => ({
    memberId: t.id({ required: true, description: "Whom it finds." }),
    kind: t.field({ type: IdentifierKind, required: true, description: "What it is; cards are issued instead." }),
    value: t.string({ required: true, description: "The number or address." }),
    partnerId: t.id({ description: "Whose own number it is; the calling partner's when absent." }),
  }),
  refusals: [MemberNotFound, MemberNotActive, IdentifierTaken, IdentifierMalformed, InvalidValue],
  resolve: async (input, { deps, actor }) => ({
    memberId: input.memberId,
    identifier: await addIdentifier(deps, actor, input),
  }),
  success: {
    description: "It finds the member.",
    fields: (t) => ({
      identifier: t.expose("identifier", { type: Identifier, description: "As it is stored." }),
      member: t.field({
        type: Member,
        description: "Whom it finds.",
        resolve: ({ memberId }, _args, context) => members.load(context, memberId),
      }),
    }),
  },
});

mutation("removeIdentifier", {
  description: "Ends one way to find a member. A partner removes only its own numbers.",
  input: (t) => ({
    identifierId: t.id({ required: true, description: "Which." }),
    reason: t.string({ required: true, description: "Why; kept with the transition." }),
  }),
  refusals: [IdentifierNotFound, LastIdentifier, CardNumberStays],
  resolve: (input, { deps, actor }) => removeIdentifier(deps, actor, input),
  success: {
    description: "It finds nobody any more.",
    fields: (t) => ({
      member: t.field({
        type: Member,
        description: "Whom it used to find.",
        resolve: ({ memberId }, _args, context) => members.load(context, memberId),
      }),
    }),
  },
});

mutation("blockMember", {
  description: "Suspected fraud: no till finds the member until unblocked. The points stay.",
  input: (t) => ({
    memberId: t.id({ required: true, description: "Whom." }),
    reason: t.string({ required: true, description: "Why; kept with the transition." }),
  }),
  refusals: [MemberNotFound, MemberNotActive],
  resolve: async (input, { deps, actor }) => ({ member: await blockMember(deps, actor, input) }),
  success: {
    description: "The member is blocked.",
    fields: (t) => ({ member: t.expose("member", { type: Member, description: "As it is now." }) }),
  },
});

mutation("unblockMember", {
  description: "Lets tills find the member again.",
  input: (t) => ({
    memberId: t.id({ required: true, description: "Whom." }),
    reason: t.string({ required: true, description: "Why; kept with the transition." }),
  }),
  refusals: [MemberNotFound, MemberNotActive],
  resolve: async (input, { deps, actor }) => ({ member: await unblockMember(deps, actor, input) }),
  success: {
    description: "The member is active.",
    fields: (t) => ({ member: t.expose("member", { type: Member, description: "As it is now." }) }),
  },
});
