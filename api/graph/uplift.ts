import { builder } from "#api/graph/builder.ts";
import { CampaignVersion } from "#api/graph/campaign.ts";
import { byId } from "#api/graph/loaders.ts";
import { Money } from "#api/graph/money.ts";
import { Offer } from "#api/graph/offer.ts";
import { twoDecimals } from "#api/graph/share.ts";
import type { GroupSpend } from "#api/ledger/read/group-spend.ts";
import { findCampaignUplifts, findUplifts, type Uplift as UpliftRow } from "#api/use-cases/analytics/read-uplift.ts";
import type { Difference } from "#api/use-cases/analytics/welch.ts";

const uplifts = byId(findUplifts);
const campaignUplifts = byId(findCampaignUplifts);

const whole = (value: number) => BigInt(Math.round(value));

const UpliftGroup = builder.objectRef<GroupSpend>("UpliftGroup").implement({
  description: "What members of one of two groups did while they were compared.",
  fields: (t) => ({
    memberCount: t.exposeInt("members", {
      description: "How many; in whole groups where the house may only address them.",
    }),
    buyerCount: t.exposeInt("buyers", { description: "Who bought anything." }),
    mean: t.field({
      type: Money,
      description: "What one of them spent on average, who bought nothing included.",
      resolve: ({ meanE6 }) => whole(meanE6),
    }),
    visits: t.field({
      type: "Decimal",
      description: "How many receipts one of them had on average, two decimals.",
      resolve: ({ meanVisits }) => twoDecimals(meanVisits),
    }),
  }),
});

const UpliftDifference = builder.objectRef<Difference>("UpliftDifference").implement({
  description: "How much more one member spent than one who was held back.",
  fields: (t) => ({
    mean: t.field({ type: Money, description: "On average; minus: less.", resolve: ({ mean }) => whole(mean) }),
    low: t.field({ type: Money, description: "With 95 % certainty not less.", resolve: ({ low }) => whole(low) }),
    high: t.field({ type: Money, description: "With 95 % certainty not more.", resolve: ({ high }) => whole(high) }),
    isCertain: t.exposeBoolean("isCertain", { description: "Is zero outside, so that it is hardly chance?" }),
  }),
});

const UpliftVisitsDifference = builder.objectRef<Difference>("UpliftVisitsDifference").implement({
  description: "How many more receipts one member had than one who was held back; two decimals.",
  fields: (t) => ({
    mean: t.field({
      type: "Decimal",
      description: "On average; minus: fewer.",
      resolve: ({ mean }) => twoDecimals(mean),
    }),
    low: t.field({
      type: "Decimal",
      description: "With 95 % certainty not fewer.",
      resolve: ({ low }) => twoDecimals(low),
    }),
    high: t.field({
      type: "Decimal",
      description: "With 95 % certainty not more.",
      resolve: ({ high }) => twoDecimals(high),
    }),
    isCertain: t.exposeBoolean("isCertain", { description: "Is zero outside, so that it is hardly chance?" }),
  }),
});

const Uplift = builder.objectRef<UpliftRow>("Uplift").implement({
  description: "What an offer or a campaign did: members who got it beside those of its control group, who did not.",
  fields: (t) => ({
    treated: t.expose("treated", { type: UpliftGroup, description: "Those who got it." }),
    control: t.expose("control", { type: UpliftGroup, description: "Those who were held back." }),
    difference: t.expose("difference", {
      type: UpliftDifference,
      nullable: true,
      description: "Between what they spent, after Welch. Null: too few to say.",
    }),
    visitsDifference: t.expose("visitsDifference", {
      type: UpliftVisitsDifference,
      nullable: true,
      description: "Between how often they came. Null: too few to say.",
    }),
  }),
});

builder.objectField(Offer, "uplift", (t) =>
  t.field({
    type: Uplift,
    nullable: true,
    description:
      "What it did, beside its control group. Null: no control group, not the viewer's, or a group too small to be told of.",
    resolve: ({ id }, _args, context) => uplifts.find(context, id),
  }),
);

builder.objectField(CampaignVersion, "uplift", (t) =>
  t.field({
    type: Uplift,
    nullable: true,
    description:
      "What it did, from a member's first receipt that met its conditions. Null: no control group, not the viewer's, or nobody yet.",
    resolve: ({ id }, _args, context) => campaignUplifts.find(context, id),
  }),
);
