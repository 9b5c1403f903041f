import { builder } from "#api/graph/builder.ts";
import { FundingModel } from "#api/graph/contract-terms.ts";
import { Cycle, cycles } from "#api/graph/cycle.ts";
import { Money } from "#api/graph/money.ts";
import { Partner } from "#api/graph/partner.ts";
import type { AgeingMonth, BreakageMonth, RollForward } from "#api/ledger/read/liability.ts";
import { type LiabilityOfCycle, readLiability } from "#api/use-cases/figures/read-liability.ts";

const RollForwardType = builder.objectRef<RollForward>("PointsRollForward").implement({
  description: "How the unspent points of one funding model came from a cycle's beginning to its end.",
  fields: (t) => ({
    funding: t.expose("funding", { type: FundingModel, description: "How they are paid for." }),
    opening: t.expose("opening", { type: "Points", description: "Unspent before the cycle." }),
    issued: t.expose("issued", { type: "Points", description: "Given in it." }),
    redeemed: t.expose("redeemed", { type: "Points", description: "Spent in it; negative." }),
    returned: t.expose("returned", { type: "Points", description: "Given back after they were spent." }),
    expired: t.expose("expired", { type: "Points", description: "Lapsed; negative." }),
    clawedBack: t.expose("clawed_back", { type: "Points", description: "Taken back; negative." }),
    debtRecovered: t.expose("debt_recovered", { type: "Points", description: "Used up for member debt; negative." }),
    transferred: t.expose("transferred", { type: "Points", description: "Moved between members: nothing in sum." }),
    other: t.expose("other", { type: "Points", description: "Everything else: nothing in sum." }),
    closing: t.expose("closing", { type: "Points", description: "Unspent at its end: all of the above together." }),
    pending: t.expose("pending", { type: "Points", description: "Of them not spendable yet." }),
    available: t.expose("available", { type: "Points", description: "Of them spendable." }),
    reserved: t.expose("reserved", { type: "Points", description: "Of them set aside for redemptions in progress." }),
    value: t.expose("value", { type: Money, description: "What they cost the issuer, at their locked prices." }),
    expectedValue: t.expose("expected_value", {
      type: Money,
      description: "The part of it that the programme expects to be redeemed.",
    }),
  }),
});

const AgeingMonthType = builder.objectRef<AgeingMonth>("PointsAgeingMonth").implement({
  description: "The unspent points of one funding model that lapse in one month.",
  fields: (t) => ({
    funding: t.expose("funding", { type: FundingModel, description: "How they are paid for." }),
    month: t.exposeString("expiry_month", { nullable: true, description: "2027-03. Null: they never lapse." }),
    lots: t.int({ description: "In how many lots.", resolve: ({ lots }) => Number(lots) }),
    points: t.expose("points", { type: "Points", description: "How many." }),
    value: t.expose("value", { type: Money, description: "What they cost the issuer." }),
  }),
});

const BreakageMonthType = builder.objectRef<BreakageMonth>("BreakageMonth").implement({
  description: "What lapsed in a month and who keeps its value; and what will lapse if nobody spends it.",
  fields: (t) => ({
    month: t.exposeString("expiry_month", { description: "2027-03." }),
    points: t.expose("points", { type: "Points", description: "Lapsed." }),
    value: t.expose("value", { type: Money, description: "What they had cost." }),
    operatorShare: t.expose("operator_share", { type: Money, description: "What the operator keeps of it." }),
    issuerShare: t.expose("issuer_share", { type: Money, description: "What goes back to the issuer." }),
    forecastPoints: t.expose("forecast_points", { type: "Points", description: "Unspent, and would lapse then." }),
    forecastValue: t.expose("forecast_value", { type: Money, description: "What those cost." }),
    expected: t.expose("expected_breakage", {
      type: Money,
      description: "Their value less the share the programme expects to be redeemed.",
    }),
  }),
});

const PointsLiability = builder.objectRef<LiabilityOfCycle>("PointsLiability").implement({
  description: "What an issuer's unspent points come to at the end of a cycle.",
  fields: (t) => ({
    cycle: t.field({
      type: Cycle,
      description: "At the end of which; the open one: until now.",
      resolve: ({ cycleId }, _args, context) => cycles.load(context, cycleId),
    }),
    readAt: t.expose("readAt", { type: "DateTime", description: "When this was computed." }),
    expectedRedemptionBps: t.exposeInt("expectedRedemptionBps", {
      description: "The share of points that the programme expects to be redeemed, in basis points.",
    }),
    fund: t.expose("fundE6", { type: Money, description: "Money already set aside for them." }),
    rollForward: t.expose("rollForward", {
      type: [RollForwardType],
      description: "By funding model; bounded by the models.",
    }),
    ageing: t.expose("ageing", {
      type: [AgeingMonthType],
      description: "By the month in which they lapse, the next first; bounded by how long points live.",
    }),
    breakage: t.expose("breakage", {
      type: [BreakageMonthType],
      description: "Month by month, those past and those to come, as of now; bounded by the months points were out.",
    }),
  }),
});

builder.objectField(Partner, "pointsLiability", (t) =>
  t.field({
    type: PointsLiability,
    nullable: true,
    description: "What its unspent points come to. Null when the viewer may not see it, or there is no such cycle.",
    args: { cycleId: t.arg.id({ description: "At the end of which cycle; the open one when absent." }) },
    resolve: ({ id: partnerId }, { cycleId }, { deps, actor }) =>
      readLiability(deps, actor, { partnerId, cycleId: cycleId ?? null }),
  }),
);
