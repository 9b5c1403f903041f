import { builder } from "#api/graph/builder.ts";
import { Campaign, campaigns } from "#api/graph/campaign.ts";
import { CampaignEffect } from "#api/graph/campaign-effect.ts";
import { connectionOf } from "#api/graph/connection.ts";
import { CouponPool } from "#api/graph/coupon-pool.ts";
import { byId } from "#api/graph/loaders.ts";
import { Member, members } from "#api/graph/member.ts";
import { OfferingState, offeringFields } from "#api/graph/offering.ts";
import { Partner, partners } from "#api/graph/partner.ts";
import { Segment, segments } from "#api/graph/segment.ts";
import { CampaignWords, described, usually } from "#api/graph/words.ts";
import type { Offer as OfferRow, CouponPool as PoolRow } from "#api/sql/rows.ts";
import { findCouponPools } from "#api/use-cases/coupons/find-pools.ts";
import { storedWords } from "#api/use-cases/offers/authored.ts";
import {
  countMyOffers,
  type OfferFigures as Figures,
  findGiven,
  findOfferFigures,
  findOffers,
  listMyOffers,
  listOffers,
  type OfferCount as OfferCountRow,
} from "#api/use-cases/offers/find-offers.ts";
import { ownsOffering } from "#api/use-cases/offers/offerings.ts";
import type { OfferOfMember } from "#api/use-cases/offers/take-offer.ts";
import { type DayOfUses, readUsesByDay } from "#api/use-cases/offers/uses-by-day.ts";

const offers = byId(findOffers);
const figuresOf = byId(findOfferFigures);
const givenBy = byId(findGiven);
const pools = byId(findCouponPools);

export const OfferAudience = builder.enumType("OfferAudience", {
  description: "How the members of an offer are chosen.",
  values: described({
    SEGMENT: "Whoever is in a segment, and whoever comes into it.",
    TAG: "Whom the house gave a tag.",
    MEMBERS: "A list of members.",
  }),
});

const OfferFigures = builder.objectRef<Figures>("OfferFigures").implement({
  description:
    "To how many an offer was made, and what they did with it; in whole groups where the audience is not known to the house.",
  fields: (t) => ({
    made: t.exposeInt("made", { description: "Members of its audience so far." }),
    control: t.exposeInt("control", { description: "Of them, those who get nothing, to compare with." }),
    seen: t.exposeInt("seen", { description: "On whose screen it was." }),
    activated: t.exposeInt("activated", { description: "Who wanted it." }),
    used: t.exposeInt("used", { description: "Whose receipts it gave something." }),
  }),
});

export const Offer = builder.objectRef<OfferRow & { pool?: PoolRow | null }>("Offer");
builder.node(Offer, {
  description: "A campaign or a coupon for chosen members, who activate it.",
  id: { resolve: ({ id }) => id, description: "Opaque, global, permanent." },
  loadMany: (ids, context) => offers.findMany(context, ids),
  fields: (t) => ({
    ...offeringFields(t),
    name: t.field({
      type: CampaignWords,
      description: "What it is called.",
      resolve: ({ title }) => storedWords(title),
    }),
    category: t.exposeString("category", {
      nullable: true,
      description: "Among what it is found. Null: nothing said.",
    }),
    gives: t.field({
      ...usually(2),
      type: [CampaignEffect],
      description:
        "What its campaign gives; empty where it gives a coupon alone, and for members before it is agreed on.",
      resolve: async ({ campaignId }, _args, context) => (await givenBy.find(context, campaignId)) ?? [],
    }),
    couponPool: t.field({
      type: CouponPool,
      nullable: true,
      description: "Of which pool activating it gives a coupon. Null: of none.",
      resolve: ({ poolId, pool }, _args, context) => pool ?? pools.find(context, poolId),
    }),
    goodAt: t.field({
      ...usually(3),
      type: [Partner],
      description: "Where alone it holds. Empty: at the partner whose it is, or everywhere.",
      resolve: async ({ partnerIds }, _args, context) =>
        (await partners.findMany(context, partnerIds)).filter((partner) => partner !== null),
    }),
    lastsDays: t.exposeInt("lastsDays", {
      nullable: true,
      description: "How many days it lasts for each member. Null: as long as the offer.",
    }),
    validFrom: t.expose("validFrom", { type: "DateTime", description: "First instant it is made to anybody." }),
    validUntil: t.expose("validUntil", {
      type: "DateTime",
      nullable: true,
      description: "First instant it is over. Null: until somebody ends it.",
    }),
    campaign: t.field({
      type: Campaign,
      nullable: true,
      description: "What it opens. Null: it gives a coupon alone, or the viewer may not see it.",
      resolve: ({ campaignId }, _args, context) => campaigns.find(context, campaignId),
    }),
    audience: t.field({
      type: OfferAudience,
      nullable: true,
      description: "How its members are chosen. Null for others than its house.",
      resolve: (offer, _args, { actor }) => (ownsOffering(actor, offer) ? offer.audience : null),
    }),
    audienceRef: t.string({
      nullable: true,
      description: "The segment's id or the tag. Null where members are listed, and for others than its house.",
      resolve: (offer, _args, { actor }) => (ownsOffering(actor, offer) ? offer.audienceRef : null),
    }),
    segment: t.field({
      type: Segment,
      nullable: true,
      description: "The segment itself. Null where members are chosen otherwise, and for others than its house.",
      resolve: (offer, _args, context) =>
        offer.audience === "SEGMENT" && ownsOffering(context.actor, offer)
          ? segments.find(context, offer.audienceRef)
          : null,
    }),
    memberCount: t.int({
      nullable: true,
      description: "How many members are listed. Null for others than its house.",
      resolve: (offer, _args, { actor }) => (ownsOffering(actor, offer) ? offer.memberIds.length : null),
    }),
    listed: t.field({
      ...usually(20),
      type: [Member],
      nullable: true,
      description: "The first 20 of the members listed. Null for others than its house.",
      resolve: async (offer, _args, context) => {
        if (!ownsOffering(context.actor, offer)) return null;
        const found = await members.findMany(context, offer.memberIds.slice(0, 20));
        return found.filter((member) => member !== null);
      },
    }),
    controlBps: t.int({
      nullable: true,
      description: "Basis points of the audience that get nothing. Null for others than its house.",
      resolve: (offer, _args, { actor }) => (ownsOffering(actor, offer) ? offer.controlBps : null),
    }),
    madeAt: t.field({
      type: "DateTime",
      nullable: true,
      description: "When its audience was last looked through. Null: not yet, and for others than its house.",
      resolve: (offer, _args, { actor }) => (ownsOffering(actor, offer) ? offer.madeAt : null),
    }),
    figures: t.field({
      type: OfferFigures,
      nullable: true,
      description: "What is counted of it. Null for others than its house.",
      resolve: ({ id }, _args, context) => figuresOf.find(context, id),
    }),
  }),
});

export const PersonalOffer = builder.objectRef<OfferOfMember>("PersonalOffer").implement({
  description: "An offer that was made to the member.",
  fields: (t) => ({
    id: t.exposeID("id", { description: "Opaque." }),
    offer: t.expose("offer", { type: Offer, description: "What is offered." }),
    madeAt: t.expose("madeAt", { type: "DateTime", description: "When it was made." }),
    expiresAt: t.expose("expiresAt", {
      type: "DateTime",
      nullable: true,
      description: "First instant it is over for the member. Null: as long as the offer.",
    }),
    seenAt: t.expose("seenAt", { type: "DateTime", nullable: true, description: "Null: not on a screen yet." }),
    activatedAt: t.expose("activatedAt", { type: "DateTime", nullable: true, description: "Null: not activated." }),
    usedAt: t.expose("usedAt", {
      type: "DateTime",
      nullable: true,
      description: "When a receipt first got something.",
    }),
  }),
});

const offerPages = connectionOf("Offer", Offer, ({ id }) => id);
const personalPages = connectionOf("PersonalOffer", PersonalOffer, ({ id }) => id);

builder.queryField("offers", (t) =>
  t.field(
    offerPages({
      description: "Offers of the viewer's house and of the coalition, newest first.",
      args: { states: t.arg({ type: [OfferingState], description: "Only in one of these states." }) },
      resolve: (_root, page, { states }, { deps, actor }) => listOffers(deps, actor, { ...page, states }),
    }),
  ),
);

builder.queryField("offer", (t) =>
  t.field({
    type: Offer,
    nullable: true,
    description: "An offer by its id. Null when there is none that the viewer may see.",
    args: { id: t.arg.id({ required: true, description: "Which." }) },
    resolve: (_root, { id }, context) => offers.find(context, id),
  }),
);

builder.queryField("myOffers", (t) =>
  t.field(
    personalPages({
      description: "Offers that were made to the member and are open, newest first.",
      args: {
        activated: t.arg.boolean({ description: "Only those the member activated, or did not." }),
        category: t.arg.string({ description: "Only of this category." }),
        partnerId: t.arg.id({ description: "Only of this partner." }),
        search: t.arg.string({ description: "A part of the name or the terms, in any language." }),
      },
      resolve: (_root, page, filters, { deps, actor }) => listMyOffers(deps, actor, { ...page, ...filters }),
    }),
  ),
);

const OfferCount = builder.objectRef<OfferCountRow>("OfferCount").implement({
  description: "How many open offers the member has at one partner in one category.",
  fields: (t) => ({
    partner: t.field({
      type: Partner,
      nullable: true,
      description: "At whom they hold. Null: the coalition's, everywhere.",
      resolve: ({ partnerId }, _args, context) => partners.find(context, partnerId),
    }),
    category: t.exposeString("category", { nullable: true, description: "Null: nothing said." }),
    offers: t.exposeInt("offers", { description: "How many; one that holds at several partners is counted at each." }),
    once: t.exposeInt("once", { description: "Of them, those that no row before counts: added up, all there are." }),
  }),
});

builder.queryField("myOfferCounts", (t) =>
  t.field({
    ...usually(6),
    type: [OfferCount],
    description:
      "How many offers the member has open, by partner and category; as many rows as partners offer something.",
    args: { activated: t.arg.boolean({ description: "Only those the member activated, or did not." }) },
    resolve: (_root, { activated }, { deps, actor }) => countMyOffers(deps, actor, { activated }),
  }),
);

const OfferDay = builder.objectRef<DayOfUses>("OfferDay").implement({
  description: "What was used on a day of all that a house offers.",
  fields: (t) => ({
    dayOn: t.expose("day", { type: "Date", description: "Which day, in the programme's zone." }),
    coupons: t.exposeInt("coupons", { description: "Coupons that were used." }),
    offers: t.exposeInt("offers", { description: "Personal offers whose first use it was." }),
  }),
});

builder.queryField("offerDays", (t) =>
  t.field({
    ...usually(31),
    type: [OfferDay],
    description: "Uses day by day up to today, of the viewer's house; bounded by `days`.",
    args: { days: t.arg.int({ defaultValue: 31, description: "How many days, 1 to 92." }) },
    resolve: (_root, { days }, { deps, actor }) => readUsesByDay(deps, actor, { days: days ?? 31 }),
  }),
);
