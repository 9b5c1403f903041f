import { builder } from "#api/graph/builder.ts";
import { byId } from "#api/graph/loaders.ts";
import { Money } from "#api/graph/money.ts";
import { described } from "#api/graph/words.ts";
import type { CampaignSimulation as SimulationRow } from "#api/sql/rows.ts";
import { type Bar, campaignFigures, type CampaignFigures as Figures } from "#api/use-cases/campaigns/figures.ts";
import { findSimulations, findSimulationsOf } from "#api/use-cases/campaigns/find-simulations.ts";
import { simulationStates } from "#api/use-cases/campaigns/simulation-states.ts";

export const simulations = byId(findSimulations);
export const simulationsOf = byId(findSimulationsOf);

const CampaignSimulationState = builder.enumType("CampaignSimulationState", {
  description: "How far a campaign's simulation is.",
  values: described(simulationStates),
});

const CampaignCostBar = builder.objectRef<Bar>("CampaignCostBar").implement({
  description: "How many receipts or members a campaign cost so much.",
  fields: (t) => ({
    from: t.field({ type: Money, description: "As much or more.", resolve: ({ from }) => BigInt(from) }),
    until: t.field({
      type: Money,
      nullable: true,
      description: "And less. Null: no bound.",
      resolve: ({ until }) => (until === null ? null : BigInt(until)),
    }),
    count: t.exposeInt("count", { description: "How many." }),
  }),
});

type Actual = Figures["actual"];
const CampaignActual = builder.objectRef<Actual>("CampaignActualFigures").implement({
  description: "What a campaign really gave on the receipts of a simulation, before goods came back.",
  fields: (t) => ({
    receiptHitCount: t.exposeInt("receiptsHit", { description: "Receipts that got something." }),
    points: t.field({ type: "Points", description: "Points it gave.", resolve: ({ points }) => BigInt(points) }),
    pointsWorth: t.field({
      type: Money,
      description: "What these points pay for.",
      resolve: ({ pointsE6 }) => BigInt(pointsE6),
    }),
    discounts: t.field({
      type: Money,
      description: "What it took off.",
      resolve: ({ discountE6 }) => BigInt(discountE6),
    }),
    gifts: t.field({ type: Money, description: "What its gifts cost.", resolve: ({ giftsE6 }) => BigInt(giftsE6) }),
  }),
});

export const CampaignFigures = builder.objectRef<Figures>("CampaignFigures").implement({
  description: "What a campaign costs and whom it reaches.",
  fields: (t) => ({
    receiptCount: t.exposeInt("receipts", { description: "Receipts that were looked at." }),
    receiptHitCount: t.exposeInt("receiptsHit", { description: "Of them, those that got something." }),
    memberCount: t.exposeInt("members", { description: "Members whose receipts these are." }),
    memberReachedCount: t.exposeInt("membersReached", { description: "Of them, those who got something." }),
    points: t.field({ type: "Points", description: "Points it gives.", resolve: ({ points }) => BigInt(points) }),
    pointsWorth: t.field({
      type: Money,
      description: "What these points pay for.",
      resolve: ({ pointsE6 }) => BigInt(pointsE6),
    }),
    discounts: t.field({
      type: Money,
      description: "What it takes off.",
      resolve: ({ discountE6 }) => BigInt(discountE6),
    }),
    gifts: t.field({ type: Money, description: "What its gifts cost.", resolve: ({ giftsE6 }) => BigInt(giftsE6) }),
    cost: t.field({
      type: Money,
      description: "All of this together.",
      resolve: ({ pointsE6, discountE6, giftsE6 }) => BigInt(pointsE6) + BigInt(discountE6) + BigInt(giftsE6),
    }),
    limitedCount: t.exposeInt("limited", { description: "Receipts that a limit kept from getting all." }),
    perReceipt: t.field({
      type: [CampaignCostBar],
      description: "Receipts by what one cost, cheapest first; without those that cost nothing, at most 25 bars.",
      resolve: ({ perReceipt }) => perReceipt,
    }),
    perMember: t.field({
      type: [CampaignCostBar],
      description: "Members by what one cost, cheapest first; at most 25 bars.",
      resolve: ({ perMember }) => perMember,
    }),
    actual: t.expose("actual", {
      type: CampaignActual,
      description: "What it really gave on the same receipts; all zero before it was live.",
    }),
  }),
});

export const CampaignSimulation = builder.objectRef<SimulationRow>("CampaignSimulation");
builder.node(CampaignSimulation, {
  description: "A campaign's version tried on receipts of the past.",
  id: { resolve: ({ id }) => id, description: "Opaque, global, permanent." },
  loadMany: (ids, context) => simulations.findMany(context, ids),
  fields: (t) => ({
    state: t.expose("state", { type: CampaignSimulationState, description: "How far it is." }),
    from: t.expose("from", { type: "DateTime", description: "First instant whose receipts it looks at." }),
    until: t.expose("until", { type: "DateTime", description: "First instant it no longer does." }),
    receiptsDone: t.exposeInt("receiptsDone", { description: "How many receipts were tried." }),
    receiptsTotal: t.exposeInt("receiptsTotal", { nullable: true, description: "Of how many. Null until counted." }),
    figures: t.field({
      type: CampaignFigures,
      nullable: true,
      description: "What came out. Null until it is done.",
      resolve: ({ figures }) => (figures === null ? null : campaignFigures.parse(figures)),
    }),
    error: t.exposeString("error", {
      nullable: true,
      description: "What went wrong, for support. Null unless it failed.",
    }),
    requestedAt: t.field({
      type: "DateTime",
      description: "When it was asked for.",
      resolve: ({ createdAt }) => createdAt,
    }),
    finishedAt: t.expose("finishedAt", { type: "DateTime", nullable: true, description: "Null while it runs." }),
  }),
});
