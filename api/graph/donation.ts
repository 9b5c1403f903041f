import { builder } from "#api/graph/builder.ts";
import { byId } from "#api/graph/loaders.ts";
import { Member } from "#api/graph/member.ts";
import { Money } from "#api/graph/money.ts";
import { keyedMutation, mutation } from "#api/graph/mutation.ts";
import { Partner, partners } from "#api/graph/partner.ts";
import { Redemption, WalletAfter } from "#api/graph/redemption.ts";
import { refusal } from "#api/graph/refusals.ts";
import { memberRefusals } from "#api/graph/till-input.ts";
import type { Donation as DonationRow } from "#api/ledger/read/donations.ts";
import { InsufficientPoints } from "#api/ledger/refusals.ts";
import {
  type Charity as CharityRow,
  findCharities,
  type Purpose,
  setCharity,
} from "#api/use-cases/donations/charities.ts";
import { donatePoints, findDonationsOf } from "#api/use-cases/donations/donate-points.ts";
import { CharityNotFound } from "#api/use-cases/donations/refusals.ts";
import { ContractMissing, InvalidValue, PartnerNotFound } from "#api/use-cases/partners/refusals.ts";
import { InvalidPoints } from "#api/use-cases/points/refusals.ts";
import { PartnerMayNotRedeem, PartnerNotActive } from "#api/use-cases/purchases/refusals.ts";
import { SpendLocked } from "#api/use-cases/spending/refusals.ts";

const donationsOf = byId(findDonationsOf);

const CharityPurpose = builder.objectRef<Purpose>("CharityPurpose").implement({
  description: "What the money is for.",
  fields: (t) => ({
    en: t.exposeString("en", { description: "In English." }),
    ru: t.exposeString("ru", { nullable: true, description: "In Russian. Null: nobody wrote it." }),
    be: t.exposeString("be", { nullable: true, description: "In Belarusian. Null: nobody wrote it." }),
  }),
});

const CharityPurposeInput = builder.inputType("CharityPurposeInput", {
  description: "What the money is for, in one line each.",
  fields: (t) => ({
    en: t.string({ required: true, description: "In English." }),
    ru: t.string({ description: "In Russian." }),
    be: t.string({ description: "In Belarusian." }),
  }),
});

const Charity = builder.objectRef<CharityRow>("Charity").implement({
  description: "A partner that takes points as donations and sells nothing for them.",
  fields: (t) => ({
    partner: t.field({
      type: Partner,
      nullable: true,
      description: "Who it is. Null when it left the coalition.",
      resolve: ({ partnerId }, _args, context) => partners.find(context, partnerId),
    }),
    purpose: t.expose("purpose", { type: CharityPurpose, description: "What the money is for." }),
  }),
});

builder.queryField("charities", (t) =>
  t.field({
    type: [Charity],
    description: "Everybody who takes donations now; bounded by the coalition's partners.",
    resolve: (_root, _args, { deps, actor }) => findCharities(deps, actor),
  }),
);

const Donation = builder.objectRef<DonationRow>("Donation").implement({
  description: "Points that a member gave to a charity.",
  fields: (t) => ({
    id: t.exposeID("id", { description: "The redemption's; the number on the receipt." }),
    charity: t.field({
      type: Partner,
      nullable: true,
      description: "To whom. Null when it left the coalition.",
      resolve: ({ charityId }, _args, context) => partners.find(context, charityId),
    }),
    points: t.expose("points", { type: "Points", description: "How many." }),
    paid: t.expose("paidE6", { type: Money, description: "What the charity is paid for them." }),
    donatedAt: t.expose("donatedAt", { type: "DateTime", description: "When." }),
  }),
});

builder.objectField(Member, "donations", (t) =>
  t.field({
    type: [Donation],
    nullable: true,
    description: "Their last 50, newest first. Null for partners and other members.",
    resolve: ({ id }, _args, context) => donationsOf.find(context, id),
  }),
);

refusal(CharityNotFound, "CHARITY_NOT_FOUND", "The partner takes no donations.", (t) => ({
  partnerId: t.exposeID("partnerId", { description: "The id that was sent." }),
}));

keyedMutation("donatePoints", {
  description: "Points of the viewing member for a charity, paid to it by whoever issued them.",
  input: (t) => ({
    partnerId: t.id({ required: true, description: "Which charity." }),
    points: t.field({ type: "Points", required: true, description: "How many." }),
  }),
  refusals: [
    ...memberRefusals,
    CharityNotFound,
    InvalidPoints,
    InvalidValue,
    InsufficientPoints,
    SpendLocked,
    PartnerNotFound,
    PartnerNotActive,
    PartnerMayNotRedeem,
    ContractMissing,
  ],
  resolve: (input, { deps, actor }) => donatePoints(deps, actor, input),
  success: {
    description: "They are given.",
    fields: (t) => ({
      redemption: t.expose("redemption", { type: Redemption, description: "Its id is the number on the receipt." }),
      wallet: t.expose("balance", { type: WalletAfter, description: "The member's points right after it." }),
      replayed: t.exposeBoolean("replayed", {
        description: "Was it done before, under the same key? Then this is the first answer again.",
      }),
    }),
  },
});

mutation("setCharity", {
  description: "Says that a partner takes points as donations, or no longer does.",
  input: (t) => ({
    partnerId: t.id({ required: true, description: "Which." }),
    purpose: t.field({ type: CharityPurposeInput, required: true, description: "What the money is for." }),
    takes: t.boolean({ required: true, description: "Does it take donations?" }),
  }),
  refusals: [PartnerNotFound, InvalidValue],
  resolve: async (input, { deps, actor }) => ({ charity: await setCharity(deps, actor, input) }),
  success: {
    description: "Members see it so from now on.",
    fields: (t) => ({ charity: t.expose("charity", { type: Charity, description: "As it is now." }) }),
  },
});
