import { builder } from "#api/graph/builder.ts";
import { Money } from "#api/graph/money.ts";
import { Partner, partners } from "#api/graph/partner.ts";
import { type LossIfFailed, readStress, type StressTest, type SurvivorLoss } from "#api/use-cases/risk/stress.ts";

const PartnerShare = builder.objectRef<SurvivorLoss>("PartnerShare").implement({
  description: "What one partner would bear of another's failure.",
  fields: (t) => ({
    partner: t.field({
      type: Partner,
      description: "Who.",
      resolve: ({ partnerId }, _args, context) => partners.load(context, partnerId),
    }),
    amount: t.expose("amountE6", { type: Money, description: "Out of its share of the loss pool." }),
  }),
});

export const PartnerLoss = builder.objectRef<LossIfFailed>("PartnerLoss").implement({
  description: "What would be lost if a partner failed now and never paid, and by whom. The parts add up to the loss.",
  fields: (t) => ({
    partner: t.field({
      type: Partner,
      description: "Who fails.",
      resolve: ({ partnerId }, _args, context) => partners.load(context, partnerId),
    }),
    owed: t.expose("owedE6", { type: Money, description: "What it owes and has not paid." }),
    points: t.expose("pointsE6", { type: Money, description: "Its unspent, unpaid points, if all of them are spent." }),
    loss: t.expose("lossE6", { type: Money, description: "Both together." }),
    ownCollateral: t.expose("ownCollateralE6", { type: Money, description: "Borne by its own collateral." }),
    ownLossPool: t.expose("ownPoolE6", { type: Money, description: "Borne by its own share of the loss pool." }),
    operatorFirstLoss: t.expose("operatorFirstLossE6", {
      type: Money,
      description: "Borne by the operator before the survivors are asked.",
    }),
    survivors: t.expose("survivorsE6", { type: Money, description: "Borne by the others' loss pool, pro rata." }),
    survivorShares: t.expose("survivors", {
      type: [PartnerShare],
      description: "By whom of them. Bounded by the partners.",
    }),
    rest: t.expose("restE6", { type: Money, description: "What no layer bounds: the operator's too." }),
  }),
});

export const ExposureStress = builder.objectRef<StressTest>("ExposureStress").implement({
  description: "Each partner failing alone, and whether settlement could be completed when the largest debtor does.",
  fields: (t) => ({
    losses: t.expose("losses", {
      type: [PartnerLoss],
      description: "Of every partner, the largest loss first. Bounded by the partners.",
    }),
    topIssuer: t.field({
      type: Partner,
      nullable: true,
      description: "Whoever issued most of the unspent points, by value. Null while there are none.",
      resolve: ({ topIssuerId }, _args, context) => partners.find(context, topIssuerId),
    }),
    topIssuerBps: t.exposeInt("topIssuerBps", { description: "Its share of them, in basis points." }),
    largestDebtor: t.field({
      type: Partner,
      nullable: true,
      description: "Whoever owes most now, points left aside. Null while nobody owes.",
      resolve: ({ largestDebtorId }, _args, context) => partners.find(context, largestDebtorId),
    }),
    largestDebt: t.expose("largestDebtE6", { type: Money, description: "What it owes." }),
    largestDebtUnsecured: t.expose("largestDebtUnsecuredE6", {
      type: Money,
      description: "What of it nothing that was put up would cover.",
    }),
    canSettle: t.boolean({
      description: "Could settlement be completed if it failed (Lamfalussy standard IV)?",
      resolve: ({ largestDebtUnsecuredE6 }) => largestDebtUnsecuredE6 === 0n,
    }),
  }),
});

builder.queryField("exposureStress", (t) =>
  t.field({
    type: ExposureStress,
    description: "What failing partners would cost, and whom. For the operator's risk and finance people.",
    resolve: (_root, _args, { deps, actor }) => readStress(deps, actor),
  }),
);
