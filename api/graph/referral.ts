import { Approval } from "#api/graph/approval.ts";
import { builder } from "#api/graph/builder.ts";
import { connectionOf } from "#api/graph/connection.ts";
import { byId } from "#api/graph/loaders.ts";
import { Member, members } from "#api/graph/member.ts";
import { Money, moneyE6 } from "#api/graph/money.ts";
import { keyedMutation, mutation } from "#api/graph/mutation.ts";
import { Partner, partners } from "#api/graph/partner.ts";
import { refusal } from "#api/graph/refusals.ts";
import type { Referral as ReferralRow, ReferralTerms as TermsRow } from "#api/sql/rows.ts";
import { MemberNotActive, MemberNotFound } from "#api/use-cases/members/refusals.ts";
import { InvalidValue, PartnerNotFound } from "#api/use-cases/partners/refusals.ts";
import { InvalidPoints } from "#api/use-cases/points/refusals.ts";
import {
  type ReferralFunnel as FunnelRow,
  listReferrals,
  listRefusedReferrals,
  readFunnel,
  readReferralCode,
} from "#api/use-cases/referral/find-referrals.ts";
import { inviteFriend, openReferralCode } from "#api/use-cases/referral/invite-friend.ts";
import { joinByReferral } from "#api/use-cases/referral/join-by-referral.ts";
import { ReferralClosed, ReferralCodeUnknown, ReferralRefused } from "#api/use-cases/referral/refusals.ts";
import { findReferralTerms, proposeReferralTerms, readReferralTerms } from "#api/use-cases/referral/terms.ts";

const termsById = byId(findReferralTerms);

const ReferralTerms = builder.objectRef<TermsRow>("ReferralTerms").implement({
  description: "What bringing a friend is worth.",
  fields: (t) => ({
    version: t.exposeInt("version", { description: "Counts the terms there were." }),
    minimum: t.expose("minimumE6", { type: Money, description: "What the friend's first purchase comes to at least." }),
    advocatePoints: t.expose("advocatePoints", { type: "Points", description: "For whoever brought them." }),
    friendPoints: t.expose("friendPoints", { type: "Points", description: "For the friend." }),
    funder: t.field({
      type: Partner,
      nullable: true,
      description: "Who pays for both. Null: the operator.",
      resolve: ({ funderId }, _args, context) => partners.find(context, funderId),
    }),
    monthMost: t.exposeInt("monthMost", { description: "The most friends a month that one is rewarded for." }),
    dayMost: t.exposeInt("dayMost", { description: "More friends of one advocate do not join in a day." }),
    joinDays: t.exposeInt("joinDays", { description: "So many days after enrolling a friend can say who it was." }),
    validFrom: t.expose("validFrom", { type: "DateTime", description: "Since when." }),
  }),
});

builder.queryField("referralTerms", (t) =>
  t.field({
    type: ReferralTerms,
    nullable: true,
    description: "The terms in force. Null: friends are not rewarded.",
    resolve: (_root, _args, { deps, actor }) => readReferralTerms(deps, actor),
  }),
);

const ReferralState = builder.enumType("ReferralState", {
  description: "How far a friend came.",
  values: {
    INVITED: { description: "Asked; nobody has joined with it." },
    JOINED: { description: "A member; has not bought enough at once." },
    REWARDED: { description: "Bought, and both have their points." },
    TAKEN_BACK: { description: "The goods came back, and so did the points." },
    REFUSED: { description: "Refused, and listed for the operator." },
  } as const,
});

const ReferralProblem = builder.enumType("ReferralProblem", {
  description: "Why somebody cannot be brought.",
  values: {
    SAME_PERSON: { description: "They bring themselves: the same card, phone, address or code." },
    SAME_DEVICE: { description: "Both use one device." },
    RING: { description: "They brought the other before, directly or through friends." },
    TOO_MANY: { description: "The advocate brought too many in this time." },
    NOT_NEW: { description: "They are no new member, or somebody else brought them." },
  } as const,
});

export const Referral = builder.objectRef<ReferralRow>("Referral").implement({
  description: "A member brings a friend.",
  fields: (t) => ({
    id: t.exposeID("id", { description: "Opaque, permanent." }),
    label: t.exposeString("label", { nullable: true, description: "Whom the advocate wrote it for. Null: nobody." }),
    code: t.exposeString("code", { nullable: true, description: "Of the one invitation. Null: the common code." }),
    state: t.expose("state", { type: ReferralState, description: "How far it came." }),
    advocate: t.field({
      type: Member,
      nullable: true,
      description: "Who brings. Null when the viewer may not see them.",
      resolve: ({ advocateId }, _args, context) => members.find(context, advocateId),
    }),
    friend: t.field({
      type: Member,
      nullable: true,
      description: "Who is brought. Null before they join, and when the viewer may not see them.",
      resolve: ({ friendId }, _args, context) => members.find(context, friendId),
    }),
    problem: t.expose("refusedFor", { type: ReferralProblem, nullable: true, description: "Null unless refused." }),
    evidence: t.exposeString("evidence", { nullable: true, description: "What gave it away. Null unless refused." }),
    terms: t.field({
      type: ReferralTerms,
      nullable: true,
      description: "What it is rewarded by. Null before the friend joins.",
      resolve: ({ termsId }, _args, context) => termsById.find(context, termsId),
    }),
    openedAt: t.expose("openedAt", { type: "DateTime", description: "When it began." }),
    joinedAt: t.expose("joinedAt", { type: "DateTime", nullable: true, description: "Null before." }),
    rewardedAt: t.expose("rewardedAt", { type: "DateTime", nullable: true, description: "Null before." }),
  }),
});
const referralPages = connectionOf("Referral", Referral, ({ id }) => id);

builder.queryField("refusedReferrals", (t) =>
  t.field(
    referralPages({
      description: "What looked like fraud, newest first, for the operator.",
      args: { problem: t.arg({ type: ReferralProblem, description: "Only of this kind." }) },
      resolve: (_root, page, filters, { deps, actor }) => listRefusedReferrals(deps, actor, { ...page, ...filters }),
    }),
  ),
);

const ReferralFunnel = builder.objectRef<FunnelRow>("ReferralFunnel").implement({
  description: "How many friends came how far; each counts in all steps before its own.",
  fields: (t) => ({
    invited: t.exposeInt("invited", { description: "Asked." }),
    joined: t.exposeInt("joined", { description: "Became members." }),
    bought: t.exposeInt("bought", { description: "Bought, and brought points to both." }),
  }),
});

builder.objectField(Member, "referralFunnel", (t) =>
  t.field({
    type: ReferralFunnel,
    nullable: true,
    description: "Their friends in three steps. Null for partners and other members.",
    resolve: ({ id }, _args, { deps, actor }) => readFunnel(deps, actor, id),
  }),
);

builder.objectField(Member, "referralCode", (t) =>
  t.string({
    nullable: true,
    description: "What their friends say. Null before they asked for one, and for partners and other members.",
    resolve: ({ id }, _args, { deps, actor }) => readReferralCode(deps, actor, id),
  }),
);

builder.objectField(Member, "referrals", (t) =>
  t.field(
    referralPages({
      description: "The friends they brought, newest first. Empty for partners and other members.",
      resolve: ({ id }, page, _filters, { deps, actor }) => listReferrals(deps, actor, id, page),
    }),
  ),
);

refusal(ReferralCodeUnknown, "REFERRAL_CODE_UNKNOWN", "Nobody invites with this code.", (t) => ({
  referralCode: t.exposeString("referralCode", { description: "As it was sent." }),
}));
refusal(ReferralRefused, "REFERRAL_REFUSED", "This friend cannot be brought; the operator sees the attempt.", (t) => ({
  problem: t.expose("problem", { type: ReferralProblem, description: "Why." }),
}));
refusal(ReferralClosed, "REFERRAL_CLOSED", "Friends are not rewarded at present.");

mutation("openReferralCode", {
  description: "The viewing member's code for their friends: a new one the first time, then the same.",
  input: (t) => ({ device: t.string({ description: "What the device calls itself, to tell members apart." }) }),
  refusals: [InvalidValue, MemberNotFound, MemberNotActive],
  resolve: (input, { deps, actor }) => openReferralCode(deps, actor, input),
  success: {
    description: "There is a code.",
    fields: (t) => ({ referralCode: t.exposeString("code", { description: "Eight letters and digits." }) }),
  },
});

keyedMutation("inviteFriend", {
  description: "An invitation for one friend, with a code of its own.",
  input: (t) => ({ label: t.string({ required: true, description: "Whom it is for, as the member calls them." }) }),
  refusals: [InvalidValue, MemberNotFound, MemberNotActive],
  resolve: async (input, { deps, actor }) => ({ referral: await inviteFriend(deps, actor, input) }),
  success: {
    description: "It can be sent.",
    fields: (t) => ({ referral: t.expose("referral", { type: Referral, description: "With its code." }) }),
  },
});

mutation("joinByReferral", {
  description: "A new member says who brought them.",
  input: (t) => ({
    code: t.string({ required: true, description: "As the advocate gave it." }),
    device: t.string({ description: "What the device calls itself, to tell members apart." }),
  }),
  refusals: [InvalidValue, MemberNotFound, MemberNotActive, ReferralCodeUnknown, ReferralRefused, ReferralClosed],
  resolve: async (input, { deps, actor }) => ({ referral: await joinByReferral(deps, actor, input) }),
  success: {
    description: "They are the advocate's friend.",
    fields: (t) => ({ referral: t.expose("referral", { type: Referral, description: "As it is now." }) }),
  },
});

keyedMutation("proposeReferralTerms", {
  description: "Asks finance for other terms; friends who join from its yes on come under them.",
  input: (t) => ({
    minimum: t.field({ type: "Decimal", required: true, description: "Of the friend's first purchase." }),
    advocatePoints: t.field({ type: "Points", required: true, description: "For whoever brings." }),
    friendPoints: t.field({ type: "Points", required: true, description: "For the friend." }),
    funderId: t.id({ description: "The partner that pays for both; the operator when absent." }),
    monthMost: t.int({ required: true, description: "Rewards a month for one advocate, 1 to 1,000." }),
    dayMost: t.int({ required: true, description: "Friends a day of one advocate, 1 to 100." }),
    joinDays: t.int({ required: true, description: "Days after enrolling, 1 to 366." }),
    reason: t.string({ required: true, description: "Why; kept with the terms." }),
  }),
  refusals: [InvalidValue, InvalidPoints, PartnerNotFound],
  resolve: async ({ minimum, ...input }, { deps, actor }) => ({
    approval: await proposeReferralTerms(deps, actor, { ...input, minimumE6: moneyE6(minimum) }),
  }),
  success: {
    description: "It waits for finance.",
    fields: (t) => ({ approval: t.expose("approval", { type: Approval, description: "What finance has to decide." }) }),
  },
});
