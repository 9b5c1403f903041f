import { type Effect, whatOf } from "#api/engine/effects.ts";
import type { Difference } from "#api/engine/evaluate.ts";
import { builder } from "#api/graph/builder.ts";
import { Money } from "#api/graph/money.ts";
import { described } from "#api/graph/words.ts";
import { couponOutcomes, type PresentedCoupon as PresentedRow } from "#api/use-cases/coupons/at-till.ts";
import { type Granted, type LineDiscount, lineDiscounts } from "#api/use-cases/purchases/granted.ts";

const EffectKind = builder.enumType("EffectKind", {
  description: "What a rule did.",
  values: {
    POINTS: { value: "points", description: "Gave points." },
    DISCOUNT: { value: "discount", description: "Took money off." },
    GIFT: { value: "gift", description: "Gave something along." },
    STAMP: { value: "stamp", description: "Stamped a card." },
    FULL_CARD: { value: "fullCard", description: "A card was full, and was cleared." },
    TICKET: { value: "ticket", description: "Gave tickets of a draw." },
    TIER_POINTS: { value: "tierPoints", description: "Counted towards a tier." },
    COUPON: { value: "coupon", description: "Gave a coupon." },
    COUPON_USED: { value: "couponUsed", description: "Took a coupon." },
    BENEFIT: { value: "benefit", description: "Gave a benefit." },
    MESSAGE: { value: "message", description: "Has something to say to the member." },
    START_JOURNEY: { value: "startJourney", description: "Began a journey." },
  } as const,
});

export const GrantedEffect = builder.objectRef<Effect>("GrantedEffect").implement({
  description: "One thing that a receipt brought, and from which rule.",
  fields: (t) => ({
    kind: t.field({ type: EffectKind, description: "What it is.", resolve: ({ kind }) => kind }),
    campaignId: t.id({
      nullable: true,
      description: "Of which campaign. Null: the partner's contract.",
      resolve: (effect) => effect.source?.campaignId ?? null,
    }),
    campaignVersion: t.int({
      nullable: true,
      description: "Which version of it. Null with `campaignId`.",
      resolve: (effect) => effect.source?.version ?? null,
    }),
    rule: t.int({
      nullable: true,
      description: "Which of its rules, from 0. Null with `campaignId`.",
      resolve: (effect) => effect.source?.rule ?? null,
    }),
    what: t.string({
      nullable: true,
      description: "The gift, card, draw, pool, benefit, template or journey. Null for points and discounts.",
      resolve: whatOf,
    }),
    amount: t.field({
      type: Money,
      nullable: true,
      description: "What was taken off, of a discount. Null for all else.",
      resolve: (effect) => (effect.kind === "discount" ? effect.total : null),
    }),
    count: t.field({
      type: "Points",
      nullable: true,
      description: "How many: points, gifts, stamps, tickets. Null where it is one or none.",
      resolve: (effect) => ("total" in effect && effect.kind !== "discount" ? effect.total : null),
    }),
  }),
});

export const CampaignDiscount = builder.objectRef<LineDiscount>("CampaignDiscount").implement({
  description: "What is taken off a line for a campaign; a till states it with the purchase as it took it off.",
  fields: (t) => ({
    seq: t.exposeInt("seq", { description: "The line's number." }),
    campaignId: t.exposeID("campaignId", { description: "Which campaign." }),
    amount: t.expose("amountE6", { type: Money, description: "How much." }),
  }),
});

export const DiscountDifference = builder.objectRef<Difference>("DiscountDifference").implement({
  description: "Where the till took off something else than a campaign grants; nobody pays the till what is above it.",
  fields: (t) => ({
    seq: t.exposeInt("seq", { description: "The line's number." }),
    campaignId: t.exposeID("campaignId", { description: "Which campaign." }),
    given: t.expose("givenE6", { type: Money, description: "What the till took off." }),
    granted: t.expose("grantedE6", { type: Money, description: "What the campaign grants." }),
  }),
});

const PresentedOutcome = builder.enumType("PresentedCouponOutcome", {
  description: "What became, or would become, of a code that was shown.",
  values: described(couponOutcomes),
});

export const PresentedCoupon = builder.objectRef<PresentedRow>("PresentedCoupon").implement({
  description: "A code that was shown, and what became of it.",
  fields: (t) => ({
    code: t.exposeString("code", { description: "As it is kept: capitals, without spaces and dashes." }),
    pool: t.exposeString("pool", { nullable: true, description: "Its pool's code. Null: there is no such code." }),
    outcome: t.field({ type: PresentedOutcome, description: "What became of it.", resolve: ({ outcome }) => outcome }),
  }),
});

type Given = { granted: Granted; lines: readonly { seq: number }[] };

export const effectsOf = ({ granted }: Given) => granted.effects;
export const discountsByLine = ({ granted, lines }: Given) => lineDiscounts(granted.effects, lines);
export const couponsOf = ({ granted }: Given) => granted.coupons;
export const differencesOf = ({ granted }: Given) => granted.differences;
