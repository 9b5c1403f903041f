import { builder } from "#api/graph/builder.ts";
import { connectionOf } from "#api/graph/connection.ts";
import { Explanation } from "#api/graph/explanation.ts";
import {
  CampaignDiscount,
  couponsOf,
  DiscountDifference,
  differencesOf,
  discountsByLine,
  effectsOf,
  GrantedEffect,
  PresentedCoupon,
} from "#api/graph/granted.ts";
import { byId } from "#api/graph/loaders.ts";
import { Location, locations, Terminal, terminals } from "#api/graph/location.ts";
import { Member, members } from "#api/graph/member.ts";
import { Money } from "#api/graph/money.ts";
import { Partner, partners } from "#api/graph/partner.ts";
import { PaymentPart } from "#api/graph/payment.ts";
import { ReceiptLine, ReturnedLine } from "#api/graph/receipt-line.ts";
import { Redemption } from "#api/graph/redemption.ts";
import { findPurchaseRedemptions } from "#api/use-cases/purchases/find-purchase-redemptions.ts";
import {
  findPurchases,
  findReturns,
  type RecordedPurchase,
  type RecordedReturn,
} from "#api/use-cases/purchases/find-purchases.ts";
import { findFullExplanations } from "#api/use-cases/purchases/full-explanation.ts";
import { listPurchases, purchaseCursor } from "#api/use-cases/purchases/list-purchases.ts";

export const purchases = byId(findPurchases);
const purchaseReturns = byId(findReturns);
const redemptionsOf = byId(findPurchaseRedemptions);
const fullExplanations = byId(findFullExplanations);

export const Purchase = builder.objectRef<RecordedPurchase>("Purchase");
export const PurchaseReturn = builder.objectRef<RecordedReturn>("PurchaseReturn");

builder.node(Purchase, {
  description: "A receipt as the till saw it, and the points it gave and took.",
  id: { resolve: ({ id }) => id, description: "Opaque, global, permanent." },
  loadMany: (ids, context) => purchases.findMany(context, ids),
  fields: (t) => ({
    partner: t.field({
      type: Partner,
      description: "Where it was bought.",
      resolve: ({ partnerId }, _args, context) => partners.load(context, partnerId),
    }),
    location: t.field({
      type: Location,
      nullable: true,
      description: "At which outlet. Null when the till named none.",
      resolve: ({ locationId }, _args, context) => locations.find(context, locationId),
    }),
    terminal: t.field({
      type: Terminal,
      nullable: true,
      description: "At which till. Null when none was named, or when the viewer may not see it.",
      resolve: ({ terminalId }, _args, context) => terminals.find(context, terminalId),
    }),
    member: t.field({
      type: Member,
      nullable: true,
      description: "Who bought. Null when the viewer may not see the member.",
      resolve: ({ memberId }, _args, context) => members.find(context, memberId),
    }),
    receiptNumber: t.exposeString("receiptNumber", { description: "As printed." }),
    businessDate: t.expose("businessDate", { type: "Date", description: "The day the receipt belongs to." }),
    occurredAt: t.expose("occurredAt", { type: "DateTime", description: "When it happened, by the till's word." }),
    recordedAt: t.expose("recordedAt", { type: "DateTime", description: "When the hub learned of it." }),
    total: t.expose("totalE6", { type: Money, description: "What the receipt came to." }),
    paid: t.expose("paidE6", { type: Money, description: "The part paid in money; points paid the rest." }),
    pointsEarned: t.expose("pointsEarned", { type: "Points", description: "What it gave." }),
    pointsSpent: t.expose("pointsSpent", { type: "Points", description: "What it was paid with." }),
    lines: t.field({
      type: [ReceiptLine],
      description: "What was bought; bounded by what a till prints.",
      resolve: ({ lines }) => lines,
    }),
    payments: t.field({
      type: [PaymentPart],
      description: "How the part in money was paid; empty when the till did not say.",
      resolve: ({ payments }) => payments,
    }),
    effects: t.field({
      type: [GrantedEffect],
      description: "All that it brought, rule by rule; bounded by the partner's campaigns.",
      resolve: effectsOf,
    }),
    campaignDiscounts: t.field({
      type: [CampaignDiscount],
      description: "What campaigns take off, line by line; bounded by the lines.",
      resolve: discountsByLine,
    }),
    coupons: t.field({
      type: [PresentedCoupon],
      description: "The codes that were shown, and which of them were used; bounded by what was shown.",
      resolve: couponsOf,
    }),
    differences: t.field({
      type: [DiscountDifference],
      description: "Where the till took off something else; bounded by the lines.",
      resolve: differencesOf,
    }),
    explanation: t.expose("explanation", { type: Explanation, description: "Why it gave these points." }),
    fullExplanation: t.field({
      type: Explanation,
      nullable: true,
      description: "The same, and why each rule that ran then was passed over without being asked. Null for members.",
      resolve: ({ id }, _args, context) => fullExplanations.find(context, id),
    }),
    redemption: t.field({
      type: Redemption,
      nullable: true,
      description: "How points paid a part. Null when they did not.",
      resolve: ({ id }, _args, context) => redemptionsOf.find(context, id),
    }),
    returns: t.field({
      type: [PurchaseReturn],
      description: "What has come back of it, in order; bounded by its lines.",
      resolve: ({ returns }) => returns,
    }),
  }),
});

builder.node(PurchaseReturn, {
  description: "Goods that came back, and the points that went back with them.",
  id: { resolve: ({ id }) => id, description: "Opaque, global, permanent." },
  loadMany: (ids, context) => purchaseReturns.findMany(context, ids),
  fields: (t) => ({
    purchase: t.field({
      type: Purchase,
      nullable: true,
      description: "What they were bought with. Null when the viewer may not see it.",
      resolve: ({ purchaseId }, _args, context) => purchases.find(context, purchaseId),
    }),
    partner: t.field({
      type: Partner,
      description: "Where they came back.",
      resolve: ({ partnerId }, _args, context) => partners.load(context, partnerId),
    }),
    terminal: t.field({
      type: Terminal,
      nullable: true,
      description: "At which till. Null when none was named, or when the viewer may not see it.",
      resolve: ({ terminalId }, _args, context) => terminals.find(context, terminalId),
    }),
    receiptNumber: t.exposeString("receiptNumber", { description: "The return slip's own number." }),
    occurredAt: t.expose("occurredAt", { type: "DateTime", description: "When it happened, by the till's word." }),
    amount: t.expose("amountE6", { type: Money, description: "What the goods had cost, points included." }),
    pointsClawedBack: t.expose("pointsClawed", { type: "Points", description: "Given points that were taken back." }),
    pointsRestored: t.expose("pointsRestored", { type: "Points", description: "Spent points that were given back." }),
    lines: t.field({
      type: [ReturnedLine],
      description: "What came back; bounded by the purchase.",
      resolve: ({ lines }) => lines,
    }),
  }),
});

export const purchasePages = connectionOf("Purchase", Purchase, purchaseCursor);

builder.queryField("purchase", (t) =>
  t.field({
    type: Purchase,
    nullable: true,
    description: "One purchase. Null when there is none, or none the viewer may see.",
    args: { id: t.arg.id({ required: true, description: "As any `id` field gave it." }) },
    resolve: (_root, { id }, context) => purchases.find(context, id),
  }),
);

builder.queryField("purchases", (t) =>
  t.field(
    purchasePages({
      description: "Purchases the viewer may see, newest first: a partner's own, a member's own, all for the operator.",
      args: {
        partnerId: t.arg.id({ description: "Only at this partner." }),
        memberId: t.arg.id({ description: "Only by this member." }),
        locationId: t.arg.id({ description: "Only at this outlet." }),
        receiptNumber: t.arg.string({ description: "Only with exactly this number." }),
        from: t.arg({ type: "DateTime", description: "First instant inside." }),
        until: t.arg({ type: "DateTime", description: "First instant outside." }),
      },
      resolve: (_root, page, filter, { deps, actor }) => listPurchases(deps, actor, filter, page),
    }),
  ),
);
