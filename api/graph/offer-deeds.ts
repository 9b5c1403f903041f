import { builder, type GraphTypes } from "#api/graph/builder.ts";
import { CouponPool } from "#api/graph/coupon-pool.ts";
import { keyedMutation, mutation } from "#api/graph/mutation.ts";
import { Offer, OfferAudience, PersonalOffer } from "#api/graph/offer.ts";
import { authored, authoredFields, codeField, offeringIdField } from "#api/graph/offering.ts";
import { Gift, StampCard } from "#api/graph/stamp-card.ts";
import { CampaignNotFound } from "#api/use-cases/campaigns/refusals.ts";
import { CouponPoolClosed, NoCouponLeft } from "#api/use-cases/coupons/refusals.ts";
import { draftGift, draftStampCard, editGift, editStampCard, setGiftStock } from "#api/use-cases/gifts/author.ts";
import { TransitionRefused } from "#api/use-cases/machine.ts";
import { MembersUnknown } from "#api/use-cases/members/refusals.ts";
import { draftOffer, editOffer } from "#api/use-cases/offers/author-offer.ts";
import {
  endOffering,
  type Offering as OfferingRow,
  pauseOffering,
  publishOffering,
  resumeOffering,
} from "#api/use-cases/offers/offerings.ts";
import {
  OfferCampaignNotReady,
  OfferingNotFound,
  OfferNotAsked,
  PersonalOfferNotFound,
} from "#api/use-cases/offers/refusals.ts";
import { activateOffer, seeOffers } from "#api/use-cases/offers/take-offer.ts";
import { CodeTaken, InvalidValue, PartnerNotFound } from "#api/use-cases/partners/refusals.ts";

type InputFields = PothosSchemaTypes.InputFieldBuilder<GraphTypes, "InputObject">;
type OutputFields<Row> = PothosSchemaTypes.ObjectFieldBuilder<GraphTypes, Row>;

const cardFields = (t: InputFields) => ({
  ...authoredFields(t),
  size: t.int({ required: true, description: "Stamps that fill it, 2 to 100." }),
});
const aCard = {
  description: "The stamp card as it is now.",
  fields: (t: OutputFields<{ card: typeof StampCard.$inferType }>) => ({
    card: t.expose("card", { type: StampCard, description: "As it is now." }),
  }),
};

keyedMutation("draftStampCard", {
  description: "Begins a stamp card; rules stamp it by its code.",
  input: (t) => ({ code: codeField(t), ...cardFields(t) }),
  refusals: [InvalidValue, CodeTaken],
  resolve: async (input, { deps, actor }) => ({ card: await draftStampCard(deps, actor, authored(input)) }),
  success: aCard,
});

mutation("editStampCard", {
  description: "Writes the draft of a stamp card anew.",
  input: (t) => ({ offeringId: offeringIdField(t, "Which card."), ...cardFields(t) }),
  refusals: [InvalidValue, OfferingNotFound, TransitionRefused],
  resolve: async (input, { deps, actor }) => ({ card: await editStampCard(deps, actor, authored(input)) }),
  success: aCard,
});

const giftFields = (t: InputFields) => ({
  ...authoredFields(t),
  stock: t.field({ type: "Points", description: "How many there are in all; without end when absent." }),
});
const aGift = {
  description: "The gift as it is now.",
  fields: (t: OutputFields<{ gift: typeof Gift.$inferType }>) => ({
    gift: t.expose("gift", { type: Gift, description: "As it is now." }),
  }),
};

keyedMutation("draftGift", {
  description: "Begins a gift; rules give it along by its code.",
  input: (t) => ({ code: codeField(t), ...giftFields(t) }),
  refusals: [InvalidValue, CodeTaken],
  resolve: async (input, { deps, actor }) => ({ gift: await draftGift(deps, actor, authored(input)) }),
  success: aGift,
});

mutation("editGift", {
  description: "Writes the draft of a gift anew.",
  input: (t) => ({ offeringId: offeringIdField(t, "Which gift."), ...giftFields(t) }),
  refusals: [InvalidValue, OfferingNotFound, TransitionRefused],
  resolve: async (input, { deps, actor }) => ({ gift: await editGift(deps, actor, authored(input)) }),
  success: aGift,
});

mutation("setGiftStock", {
  description: "Says how many there are of a gift in all, also while it is given.",
  input: (t) => ({
    giftId: t.id({ required: true, description: "Of which gift." }),
    stock: t.field({ type: "Points", description: "How many, those that are gone included; without end when absent." }),
  }),
  refusals: [InvalidValue, OfferingNotFound],
  resolve: async ({ giftId, stock }, { deps, actor }) => ({
    gift: await setGiftStock(deps, actor, { giftId, stock: stock ?? null }),
  }),
  success: aGift,
});

const offerFields = (t: InputFields) => ({
  ...authoredFields(t),
  category: t.string({ description: "Among what members find it." }),
  campaignId: t.id({ description: 'The campaign it opens; its rules ask `"code" in member.offers`.' }),
  couponPoolId: t.id({ description: "The pool of which activating it gives a coupon." }),
  partnerIds: t.idList({
    description:
      "Where alone an offer of the coalition holds, its rules asking `receipt.partner in [...]` with their codes in order; everywhere when absent.",
  }),
  audience: t.field({ type: OfferAudience, required: true, description: "How its members are chosen." }),
  audienceRef: t.string({ description: "The segment's id, or the tag." }),
  members: t.stringList({
    description:
      "The members, where they are listed: each by card, phone, e-mail, the house's own number or id. Those of the draft when absent.",
  }),
  controlBps: t.int({ required: true, description: "Basis points of the audience that get nothing, 0 to 5,000." }),
  lastsDays: t.int({ description: "How many days it lasts for each member; as long as the offer when absent." }),
  validFrom: t.field({ type: "DateTime", required: true, description: "First instant it is made to anybody." }),
  validUntil: t.field({ type: "DateTime", description: "First instant it is over; never when absent." }),
});
const anOffer = {
  description: "The offer as it is now.",
  fields: (t: OutputFields<{ offer: typeof Offer.$inferType }>) => ({
    offer: t.expose("offer", { type: Offer, description: "As it is now." }),
  }),
};

keyedMutation("draftOffer", {
  description: "Begins an offer to chosen members.",
  input: (t) => ({ code: codeField(t), ...offerFields(t) }),
  refusals: [InvalidValue, CodeTaken, CampaignNotFound, OfferingNotFound, MembersUnknown, PartnerNotFound],
  resolve: async (input, { deps, actor }) => ({ offer: await draftOffer(deps, actor, authored(input)) }),
  success: anOffer,
});

mutation("editOffer", {
  description: "Writes the draft of an offer anew.",
  input: (t) => ({ offeringId: offeringIdField(t, "Which offer."), ...offerFields(t) }),
  refusals: [InvalidValue, CampaignNotFound, OfferingNotFound, MembersUnknown, PartnerNotFound, TransitionRefused],
  resolve: async (input, { deps, actor }) => ({ offer: await editOffer(deps, actor, authored(input)) }),
  success: anOffer,
});

const types = { couponPool: "CouponPool", stampCard: "StampCard", gift: "Gift", offer: "Offer" } as const;

const Offering = builder.unionType("Offering", {
  description: "What a house puts there for members.",
  types: [CouponPool, StampCard, Gift, Offer],
  resolveType: (row) => types[kindOf(row as { id: string })],
});

const prefixes: Record<string, OfferingRow["kind"]> = {
  cpo: "couponPool",
  stc: "stampCard",
  gft: "gift",
  ofr: "offer",
};
const kindOf = ({ id }: { id: string }) => prefixes[id.slice(0, 3)] ?? "offer";

const anOffering = {
  description: "It stands there now.",
  fields: (t: OutputFields<{ offering: OfferingRow["row"] }>) => ({
    offering: t.expose("offering", { type: Offering, description: "As it is now." }),
  }),
};
const moving = (t: InputFields, description: string) => ({
  offeringId: offeringIdField(t, description),
  reason: t.string({ description: "Why; kept with the step." }),
});

mutation("publishOffering", {
  description: "Shows a pool, stamp card, gift or offer to members and lets it work.",
  input: (t) => moving(t, "Which."),
  refusals: [OfferingNotFound, TransitionRefused, OfferNotAsked, OfferCampaignNotReady, InvalidValue],
  resolve: async (input, { deps, actor }) => ({ offering: (await publishOffering(deps, actor, input)).row }),
  success: anOffering,
});

mutation("pauseOffering", {
  description: "Stops it for now.",
  input: (t) => moving(t, "Which."),
  refusals: [OfferingNotFound, TransitionRefused, InvalidValue],
  resolve: async (input, { deps, actor }) => ({ offering: (await pauseOffering(deps, actor, input)).row }),
  success: anOffering,
});

mutation("resumeOffering", {
  description: "Lets it go on.",
  input: (t) => moving(t, "Which."),
  refusals: [OfferingNotFound, TransitionRefused, InvalidValue],
  resolve: async (input, { deps, actor }) => ({ offering: (await resumeOffering(deps, actor, input)).row }),
  success: anOffering,
});

mutation("endOffering", {
  description: "Ends it for good; a draft is thrown away.",
  input: (t) => moving(t, "Which."),
  refusals: [OfferingNotFound, TransitionRefused, InvalidValue],
  resolve: async (input, { deps, actor }) => ({ offering: (await endOffering(deps, actor, input)).row }),
  success: anOffering,
});

mutation("activateOffer", {
  description: "The member wants it: from now on rules know it, and its coupon is theirs.",
  input: (t) => ({ personalOfferId: t.id({ required: true, description: "Which." }) }),
  refusals: [PersonalOfferNotFound, NoCouponLeft, CouponPoolClosed],
  resolve: async (input, { deps, actor }) => ({ personalOffer: await activateOffer(deps, actor, input) }),
  success: {
    description: "It is activated.",
    fields: (t) => ({
      personalOffer: t.expose("personalOffer", { type: PersonalOffer, description: "As it is now." }),
    }),
  },
});

mutation("seeOffers", {
  description: "Says that offers were on the member's screen.",
  input: (t) => ({ personalOfferIds: t.idList({ required: true, description: "Which, 100 at most." }) }),
  refusals: [InvalidValue],
  resolve: async (input, { deps, actor }) => ({ seen: await seeOffers(deps, actor, input) }),
  success: {
    description: "They are marked as seen.",
    fields: (t) => ({ seen: t.exposeInt("seen", { description: "How many of them were new to it." }) }),
  },
});
