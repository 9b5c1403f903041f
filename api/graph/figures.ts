import { builder } from "#api/graph/builder.ts";
import { Cycle, cycles } from "#api/graph/cycle.ts";
import { byId } from "#api/graph/loaders.ts";
import { Member } from "#api/graph/member.ts";
import { Money } from "#api/graph/money.ts";
import { Partner, partners } from "#api/graph/partner.ts";
import type {
  CyclePoints as CycleRow,
  MonthPoints as MonthRow,
  Outstanding as OutstandingRow,
  ProgrammePoints as ProgrammeRow,
} from "#api/ledger/read/figures.ts";
import { type CounterpartyView, readCounterparties } from "#api/use-cases/figures/read-counterparties.ts";
import {
  listOutstanding,
  readOutstanding,
  readPointsByCycle,
  readProgrammePoints,
} from "#api/use-cases/figures/read-points-by-cycle.ts";
import { readPointsByMonth } from "#api/use-cases/figures/read-points-by-month.ts";

const pointsByMonth = byId(readPointsByMonth);
const pointsByCycle = byId(readPointsByCycle);
const outstanding = byId(readOutstanding);
const counterparties = byId(readCounterparties);

export const MonthPoints = builder.objectRef<MonthRow>("MonthPoints").implement({
  description: "What a member earned and spent in a calendar month, net of what came back in it.",
  fields: (t) => ({
    month: t.exposeString("month", { description: "YYYY-MM, in the programme's time zone." }),
    earned: t.expose("earned", { type: "Points", description: "Earned, less what was taken back." }),
    spent: t.expose("spent", { type: "Points", description: "Spent, less what was given back." }),
  }),
});

builder.objectField(Member, "pointsByMonth", (t) =>
  t.field({
    type: [MonthPoints],
    nullable: true,
    description: "The last twelve months that saw any, oldest first. Null for partners: it tells how a person lives.",
    resolve: ({ id }, _args, context) => pointsByMonth.find(context, id),
  }),
);

export const CyclePoints = builder.objectRef<CycleRow>("CyclePoints").implement({
  description: "What a partner did in a cycle, in points, net of what came back in it.",
  fields: (t) => ({
    cycle: t.field({
      type: Cycle,
      description: "In which cycle.",
      resolve: ({ cycleId }, _args, context) => cycles.load(context, cycleId),
    }),
    issued: t.expose("issued", { type: "Points", description: "Issued by the partner." }),
    redeemedHere: t.expose("redeemedHere", { type: "Points", description: "Anybody's points, spent at the partner." }),
    redeemedElsewhere: t.expose("redeemedElsewhere", {
      type: "Points",
      description: "The partner's points, spent at others.",
    }),
    position: t.field({
      type: Money,
      description: "What it made the partner owe; negative: is owed.",
      resolve: ({ positionE6 }) => positionE6,
    }),
  }),
});

export const OutstandingPoints = builder.objectRef<OutstandingRow>("OutstandingPoints").implement({
  description: "Points of one issuer that nobody has spent yet.",
  fields: (t) => ({
    issuer: t.field({
      type: Partner,
      description: "Whose.",
      resolve: ({ issuerId }, _args, context) => partners.load(context, issuerId),
    }),
    points: t.expose("points", { type: "Points", description: "How many: pending, available and reserved." }),
    value: t.field({
      type: Money,
      description: "What they cost the issuer, at the prices locked when they were issued.",
      resolve: ({ valueE6 }) => valueE6,
    }),
  }),
});

export const Counterparty = builder.objectRef<CounterpartyView>("Counterparty").implement({
  description: "Another partner with which one cleared in the open cycle.",
  fields: (t) => ({
    partner: t.field({
      type: Partner,
      nullable: true,
      description: "Which. Null: all others together, because the contract names none of them to the partner.",
      resolve: ({ counterpartyId }, _args, context) => partners.find(context, counterpartyId),
    }),
    pointsThere: t.expose("pointsThere", { type: "Points", description: "The partner's points, spent at the other." }),
    charge: t.field({
      type: Money,
      description: "What the partner pays for them.",
      resolve: ({ chargeE6 }) => chargeE6,
    }),
    pointsHere: t.expose("pointsHere", { type: "Points", description: "The other's points, spent at the partner." }),
    credit: t.field({
      type: Money,
      description: "What the partner is paid for them.",
      resolve: ({ creditE6 }) => creditE6,
    }),
  }),
});

builder.objectFields(Partner, (t) => ({
  pointsByCycle: t.field({
    type: [CyclePoints],
    nullable: true,
    description: "Of the last twelve cycles those that saw any, oldest first. Null when the viewer may not see it.",
    resolve: ({ id }, _args, context) => pointsByCycle.find(context, id),
  }),
  outstandingPoints: t.field({
    type: OutstandingPoints,
    nullable: true,
    description: "Its points that nobody has spent yet. Null when the viewer may not see it.",
    resolve: ({ id }, _args, context) => outstanding.find(context, id),
  }),
  counterparties: t.field({
    type: [Counterparty],
    nullable: true,
    description:
      "With whom it cleared in the open cycle; bounded by the partners. Null when the viewer may not see it.",
    resolve: ({ id }, _args, context) => counterparties.find(context, id),
  }),
}));

export const ProgrammePoints = builder.objectRef<ProgrammeRow>("ProgrammePoints").implement({
  description: "What the whole coalition did in a cycle, in points, net of what came back in it.",
  fields: (t) => ({
    cycle: t.field({
      type: Cycle,
      description: "In which cycle.",
      resolve: ({ cycleId }, _args, context) => cycles.load(context, cycleId),
    }),
    issued: t.expose("issued", { type: "Points", description: "Issued by anybody." }),
    redeemed: t.expose("redeemed", { type: "Points", description: "Spent anywhere." }),
    expired: t.expose("expired", { type: "Points", description: "Lapsed." }),
  }),
});

builder.queryFields((t) => ({
  pointsByCycle: t.field({
    type: [ProgrammePoints],
    description: "The coalition's last twelve cycles, oldest first; for the operator's ledger readers.",
    resolve: (_root, _args, { deps, actor }) => readProgrammePoints(deps, actor),
  }),
  outstandingPoints: t.field({
    type: [OutstandingPoints],
    description: "Unspent points by issuer; bounded by the partners. For the operator's ledger readers.",
    resolve: (_root, _args, { deps, actor }) => listOutstanding(deps, actor),
  }),
}));
