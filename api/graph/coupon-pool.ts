import { builder } from "#api/graph/builder.ts";
import { connectionOf } from "#api/graph/connection.ts";
import { byId } from "#api/graph/loaders.ts";
import { Member, members } from "#api/graph/member.ts";
import { OfferingState, offeringFields } from "#api/graph/offering.ts";
import { Partner, partners } from "#api/graph/partner.ts";
import { CampaignWords, described, usually } from "#api/graph/words.ts";
import type { CouponPool as PoolRow, CouponRun as RunRow } from "#api/sql/rows.ts";
import {
  type PoolFigures as Figures,
  findCouponPools,
  findPoolFigures,
  findPoolRuns,
  listCouponPools,
  listPoolCoupons,
} from "#api/use-cases/coupons/find-pools.ts";
import type { CouponWithPool } from "#api/use-cases/coupons/give-coupon.ts";
import {
  codeOf,
  couponState,
  couponStates,
  findReceivedAt,
  listMyCoupons,
  listMyCouponTransfers,
  type OwnTransfer,
} from "#api/use-cases/coupons/my-coupons.ts";
import { couponRunStates } from "#api/use-cases/coupons/run-states.ts";
import { storedWords } from "#api/use-cases/offers/authored.ts";
import { ownsOffering } from "#api/use-cases/offers/offerings.ts";

const pools = byId(findCouponPools);
const figuresOf = byId(findPoolFigures);
const runsOf = byId(findPoolRuns);
const receivedAt = byId(findReceivedAt);

const CouponKind = builder.enumType("CouponKind", {
  description: "How often a coupon's code can be used.",
  values: described({ SINGLE_USE: "Each code once.", PROMO_CODE: "One code for everybody, so often in all and each." }),
});

export const CouponState = builder.enumType("CouponState", {
  description: "What can be done with a coupon.",
  values: described(couponStates),
});

const CouponRunKind = builder.enumType("CouponRunKind", {
  description: "Where codes come from.",
  values: described({ GENERATE: "They are made by chance.", IMPORT: "They are taken from a file." }),
});

const CouponRunState = builder.enumType("CouponRunState", {
  description: "How far the making of codes is.",
  values: described(couponRunStates),
});

export const CouponRun = builder.objectRef<RunRow>("CouponRun").implement({
  description: "Codes that are made for a pool, or taken from a file, in the background.",
  fields: (t) => ({
    id: t.exposeID("id", { description: "Opaque." }),
    kind: t.field({ type: CouponRunKind, description: "Where they come from.", resolve: ({ kind }) => kind }),
    state: t.field({ type: CouponRunState, description: "How far it is.", resolve: ({ state }) => state }),
    wanted: t.exposeInt("wanted", { description: "How many codes were asked for." }),
    made: t.exposeInt("made", { description: "How many are there." }),
    skipped: t.exposeInt("skipped", { description: "Codes of a file that were known already." }),
    createdAt: t.expose("createdAt", { type: "DateTime", description: "When it was asked for." }),
    finishedAt: t.expose("finishedAt", { type: "DateTime", nullable: true, description: "Null while it goes on." }),
  }),
});

const PoolFigures = builder.objectRef<Figures>("CouponPoolFigures").implement({
  description: "How much of a pool is there and how much is gone.",
  fields: (t) => ({
    codes: t.exposeInt("codes", { description: "Single-use codes that were made." }),
    given: t.exposeInt("given", { description: "Coupons that a member was given." }),
    used: t.expose("used", { type: "Points", description: "How often its codes were used." }),
  }),
});

export const Coupon = builder.objectRef<CouponWithPool>("Coupon");
export const CouponPool = builder.objectRef<PoolRow>("CouponPool");
const couponPages = connectionOf("Coupon", Coupon, ({ id }) => id);

builder.node(CouponPool, {
  description: "Coupons of one kind: what they are called, how long and where they are good.",
  id: { resolve: ({ id }) => id, description: "Opaque, global, permanent." },
  loadMany: (ids, context) => pools.findMany(context, ids),
  fields: (t) => ({
    ...offeringFields(t),
    name: t.field({ type: CampaignWords, description: "What it is called.", resolve: ({ name }) => storedWords(name) }),
    kind: t.field({ type: CouponKind, description: "How often a code is used.", resolve: ({ kind }) => kind }),
    validFrom: t.expose("validFrom", { type: "DateTime", description: "First instant its coupons are good." }),
    validUntil: t.expose("validUntil", {
      type: "DateTime",
      nullable: true,
      description: "First instant they are good no longer. Null: until somebody ends the pool.",
    }),
    lastsDays: t.exposeInt("lastsDays", {
      nullable: true,
      description: "How many days one lasts once a member holds it. Null: as long as the pool.",
    }),
    goodAt: t.field({
      ...usually(3),
      type: [Partner],
      description: "Where they are good. Empty: at the partner whose pool it is, or everywhere.",
      resolve: async ({ partnerIds }, _args, context) =>
        (await partners.findMany(context, partnerIds)).filter((partner) => partner !== null),
    }),
    promoCode: t.string({
      nullable: true,
      description: "The one code for everybody. Null in a pool of single-use codes, and for others than its house.",
      resolve: (pool, _args, { actor }) => (ownsOffering(actor, pool) ? pool.promoCode : null),
    }),
    usesMax: t.expose("usesMax", {
      type: "Points",
      nullable: true,
      description: "How often the promo code is used in all. Null: without end, or single-use codes.",
    }),
    usesPerMember: t.expose("usesPerMember", {
      type: "Points",
      nullable: true,
      description: "How many of its codes one member uses, or how often its promo code. Null: without end.",
    }),
    transferable: t.exposeBoolean("transferable", {
      description: "May a member give one of its coupons to another? Never a promo code, which everybody has.",
    }),
    figures: t.field({
      type: PoolFigures,
      nullable: true,
      description: "What is counted of it. Null for others than its house.",
      resolve: ({ id }, _args, context) => figuresOf.find(context, id),
    }),
    runs: t.field({
      ...usually(3),
      type: [CouponRun],
      description: "The last ten makings of codes, newest first; empty for others than its house.",
      resolve: async ({ id }, _args, context) => (await runsOf.find(context, id)) ?? [],
    }),
    coupons: t.field(
      couponPages({
        description: "Its codes, newest first; empty for others than its house.",
        args: { used: t.arg.boolean({ description: "Only those that were used, or were not." }) },
        resolve: ({ id }: PoolRow, page, { used }, { deps, actor }) =>
          listPoolCoupons(deps, actor, id, { ...page, used }),
      }),
    ),
  }),
});

Coupon.implement({
  description: "The right to what a rule gives for it: a code, perhaps a member's own.",
  fields: (t) => ({
    id: t.exposeID("id", { description: "Opaque." }),
    pool: t.expose("pool", { type: CouponPool, description: "Of which kind it is." }),
    code: t.string({ description: "As it is shown at a till.", resolve: codeOf }),
    state: t.field({
      type: CouponState,
      description: "What can be done with it now.",
      resolve: (coupon, _args, { deps }) => couponState(coupon, deps.clock.now()),
    }),
    member: t.field({
      type: Member,
      nullable: true,
      description: "Whose it is alone. Null: whoever's shows it, or a member that the viewer may not see.",
      resolve: ({ memberId }, _args, context) => members.find(context, memberId),
    }),
    givenAt: t.expose("givenAt", { type: "DateTime", nullable: true, description: "Null: nobody was given it." }),
    expiresAt: t.expose("expiresAt", {
      type: "DateTime",
      nullable: true,
      description: "First instant it is good no longer. Null: as long as its pool.",
    }),
    usedAt: t.expose("usedAt", { type: "DateTime", nullable: true, description: "Null while it is not used." }),
    receivedAt: t.field({
      type: "DateTime",
      nullable: true,
      description: "When another member gave it to the one who asks. Null: nobody did, or the viewer is no member.",
      resolve: ({ id }, _args, context) => receivedAt.find(context, id),
    }),
  }),
});

export const CouponTransfer = builder.objectRef<OwnTransfer>("CouponTransfer").implement({
  description: "A coupon that one member gave to another; neither sees who the other is.",
  fields: (t) => ({
    id: t.exposeID("id", { description: "Opaque." }),
    pool: t.field({
      type: CouponPool,
      description: "Of which kind the coupon is.",
      resolve: ({ coupon }) => coupon.pool,
    }),
    received: t.exposeBoolean("received", { description: "Did the one who asks receive it? They gave it otherwise." }),
    transferredAt: t.field({ type: "DateTime", description: "When.", resolve: ({ at }) => at }),
  }),
});

const poolPages = connectionOf("CouponPool", CouponPool, ({ id }) => id);

builder.queryField("couponPools", (t) =>
  t.field(
    poolPages({
      description: "Pools of the viewer's house and of the coalition, newest first.",
      args: { states: t.arg({ type: [OfferingState], description: "Only in one of these states." }) },
      resolve: (_root, page, { states }, { deps, actor }) => listCouponPools(deps, actor, { ...page, states }),
    }),
  ),
);

builder.queryField("couponPool", (t) =>
  t.field({
    type: CouponPool,
    nullable: true,
    description: "A pool by its id. Null when there is none that the viewer may see.",
    args: { id: t.arg.id({ required: true, description: "Which." }) },
    resolve: (_root, { id }, context) => pools.find(context, id),
  }),
);

const HeldState = builder.enumType("HeldCouponState", {
  description: "How a member sorts coupons.",
  values: described({ ACTIVE: "Good.", USED: "Used.", EXPIRED: "Their time is over." }),
});

builder.queryField("myCoupons", (t) =>
  t.field(
    couponPages({
      description: "The member's own coupons, newest first.",
      args: { state: t.arg({ type: HeldState, required: true, description: "Which of them." }) },
      resolve: (_root, page, { state }, { deps, actor }) => listMyCoupons(deps, actor, { ...page, state }),
    }),
  ),
);

const transferPages = connectionOf("CouponTransfer", CouponTransfer, ({ id }) => id);

builder.queryField("myCouponTransfers", (t) =>
  t.field(
    transferPages({
      description: "Coupons that the member gave to others, and was given by them, newest first.",
      resolve: (_root, page, _args, { deps, actor }) => listMyCouponTransfers(deps, actor, page),
    }),
  ),
);
