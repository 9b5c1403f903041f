import { builder } from "#api/graph/builder.ts";
import { Money } from "#api/graph/money.ts";
import { Partner, partners } from "#api/graph/partner.ts";
import { InvalidValue, PartnerNotFound } from "#api/use-cases/partners/refusals.ts";
import {
  type ExposureDayView,
  type ExposureHistory as HistoryRow,
  readExposureHistory,
} from "#api/use-cases/risk/read-exposure-history.ts";
import { textOf } from "#api/use-cases/risk/record-exposure-days.ts";

const ExposureDay = builder.objectRef<ExposureDayView>("ExposureDay").implement({
  description: "Where a partner stood at the end of one business day.",
  fields: (t) => ({
    dayOn: t.field({ type: "Date", description: "Which day.", resolve: ({ day }) => textOf(day) }),
    exposure: t.expose("exposureE6", { type: Money, description: "What the coalition could have lost." }),
    position: t.expose("positionE6", { type: Money, description: "Owed and not netted; negative: it was owed." }),
    due: t.expose("dueE6", { type: Money, description: "Netted and not paid; negative: it was owed." }),
    outstanding: t.expose("outstandingE6", { type: Money, description: "Its unspent, unpaid points." }),
    collateral: t.expose("collateralE6", { type: Money, description: "Its cash collateral." }),
    lossPool: t.expose("lossPoolE6", { type: Money, description: "Its share of the loss pool." }),
    limit: t.expose("limitE6", { type: Money, nullable: true, description: "The most allowed. Null: no limit." }),
  }),
});

const ExposureHistory = builder.objectRef<HistoryRow>("ExposureHistory").implement({
  description: "A partner's exposure day by day.",
  fields: (t) => ({
    partner: t.field({
      type: Partner,
      description: "Whose.",
      resolve: ({ partnerId }, _args, context) => partners.load(context, partnerId),
    }),
    days: t.expose("days", {
      type: [ExposureDay],
      description: "In order; days that are not written down yet are absent. Bounded to two years.",
    }),
    peak: t.expose("peak", { type: ExposureDay, nullable: true, description: "The worst of them. Null: no days." }),
  }),
});

builder.queryField("exposureHistory", (t) =>
  t.field({
    type: ExposureHistory,
    description: "Where a partner stood at the end of each day of a span; its own people and the operator's.",
    args: {
      partnerId: t.arg.id({ required: true, description: "Whose." }),
      from: t.arg({ type: "Date", required: true, description: "First day." }),
      to: t.arg({ type: "Date", required: true, description: "Last day; at most two years later." }),
    },
    errors: {
      types: [PartnerNotFound, InvalidValue] as unknown as (new () => unknown)[],
      union: { name: "ExposureHistoryResult", description: "The days, or the refusal that explains why not." },
    },
    resolve: (_root, args, { deps, actor }) => readExposureHistory(deps, actor, args),
  }),
);
