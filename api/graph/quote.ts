import { builder } from "#api/graph/builder.ts";
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
import { Member, members } from "#api/graph/member.ts";
import { Money } from "#api/graph/money.ts";
import { receiptFields, receiptInput, receiptRefusals } from "#api/graph/till-input.ts";
import { type Quote as QuoteRow, quotePurchase, type Redeemable } from "#api/use-cases/purchases/quote-purchase.ts";

const RedeemableBound = builder.enumType("RedeemablePointsBound", {
  description: "What sets how many points may pay.",
  values: {
    BALANCE: { description: "The member has no more." },
    CONTRACT_SHARE: { description: "The partner's contract lets points pay only a share." },
    RECEIPT_TOTAL: { description: "The receipt comes to no more." },
    NOT_ACCEPTED: { description: "The partner takes no points." },
    LOCKED: { description: "The member lets no points be spent here at present." },
  } as const,
});

const RedeemablePoints = builder.objectRef<Redeemable>("RedeemablePoints").implement({
  description: "How much of a receipt points may pay.",
  fields: (t) => ({
    points: t.expose("points", { type: "Points", description: "The most." }),
    value: t.expose("valueE6", { type: Money, description: "What they pay for." }),
    because: t.expose("because", { type: RedeemableBound, description: "Why not more." }),
  }),
});

const Quote = builder.objectRef<QuoteRow>("Quote").implement({
  description: "What a purchase would give and allow. Nothing is written or held.",
  fields: (t) => ({
    member: t.field({
      type: Member,
      nullable: true,
      description: "Who it is. Null when the viewer does not know the member yet: the purchase makes it so.",
      resolve: ({ memberId }, _args, context) => members.find(context, memberId),
    }),
    total: t.expose("totalE6", { type: Money, description: "What the receipt comes to as it was sent." }),
    discount: t.expose("discountE6", {
      type: Money,
      description: "What campaigns would still take off; nothing where the till stated what it took off.",
    }),
    paid: t.expose("paidE6", { type: Money, description: "The part to be paid in money after that." }),
    effects: t.field({
      type: [GrantedEffect],
      description: "All that it would bring, rule by rule; bounded by the partner's campaigns.",
      resolve: effectsOf,
    }),
    campaignDiscounts: t.field({
      type: [CampaignDiscount],
      description: "What campaigns take off, line by line; bounded by the lines.",
      resolve: discountsByLine,
    }),
    coupons: t.field({
      type: [PresentedCoupon],
      description: "The codes that were shown, and which of them apply; bounded by what was shown.",
      resolve: couponsOf,
    }),
    differences: t.field({
      type: [DiscountDifference],
      description: "Where the till took off something else; bounded by the lines.",
      resolve: differencesOf,
    }),
    pointsEarned: t.expose("pointsEarned", { type: "Points", description: "What it would give." }),
    pointsSpent: t.expose("pointsSpent", { type: "Points", description: "What it would be paid with." }),
    available: t.expose("available", {
      type: "Points",
      description: "What the member can spend here now, with what their household adds; nothing while they lock it.",
    }),
    redeemable: t.expose("redeemable", {
      type: RedeemablePoints,
      description: "How much points may pay, and why not more.",
    }),
    explanation: t.expose("explanation", { type: Explanation, description: "Why it would give these points." }),
    engineVersion: t.exposeString("engineVersion", {
      description: "Changes when the same receipt could give other points.",
    }),
    quotedAt: t.expose("quotedAt", { type: "DateTime", description: "When it was asked." }),
    expiresAt: t.expose("expiresAt", { type: "DateTime", description: "Ask again after this." }),
  }),
});

const QuotePurchaseInput = builder.inputType("QuotePurchaseInput", {
  description: "What `quotePurchase` needs.",
  fields: receiptFields,
});

builder.queryField("quotePurchase", (t) =>
  t.field({
    type: Quote,
    description: "Who it is, what this receipt would give, and how much of it points may pay.",
    args: { input: t.arg({ type: QuotePurchaseInput, required: true, description: "The receipt so far." }) },
    errors: {
      types: receiptRefusals as (new () => unknown)[],
      union: { name: "QuotePurchaseResult", description: "The quote, or the refusal that the purchase would meet." },
    },
    resolve: (_root, { input }, { deps, actor }) => quotePurchase(deps, actor, receiptInput(input)),
  }),
);
