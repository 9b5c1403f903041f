import { builder } from "#api/graph/builder.ts";
import { connectionOf } from "#api/graph/connection.ts";
import { byId } from "#api/graph/loaders.ts";
import { Money } from "#api/graph/money.ts";
import { refusal } from "#api/graph/refusals.ts";
import type { CycleRow } from "#api/ledger/cycles.ts";
import { findCycles, listCycles, readOpenCycle } from "#api/use-cases/cycles/find-cycles.ts";
import { BooksBroken, CycleNotFound, EarlierCycleUnfinished } from "#api/use-cases/cycles/refusals.ts";
import { findTotals, type Totals } from "#api/use-cases/cycles/totals.ts";

export const cycles = byId(findCycles);
const totals = byId(findTotals);

export const CycleState = builder.enumType("CycleState", {
  description: "Where a settlement cycle stands. States follow each other in this order.",
  values: {
    OPEN: { description: "Takes entries." },
    CLOSING: { description: "Takes only what ends it: fees, tax and netting." },
    CORRECTING: { description: "Reopened from review: takes corrections until it is netted again." },
    NETTED: { description: "Obligations are computed." },
    IN_REVIEW: { description: "Statements are published; waits for finance's approval." },
    APPROVED: { description: "Obligations are binding." },
    SETTLING: { description: "Money is being moved." },
    SETTLED: { description: "Everybody has paid and been paid." },
    SETTLED_WITH_DEFAULT: { description: "Settled, with somebody's obligation covered by the waterfall." },
  } as const,
});

export const SettlementTotals = builder.objectRef<Totals>("SettlementTotals").implement({
  description: "What netting does to a cycle.",
  fields: (t) => ({
    partnerCount: t.exposeInt("partnerCount", { description: "How many partners have a position." }),
    gross: t.field({
      type: Money,
      description: "All debits and credits together: what would move without netting.",
      resolve: ({ grossE6 }) => grossE6,
    }),
    net: t.field({
      type: Money,
      description: "What moves after netting, either way.",
      resolve: ({ netE6 }) => netE6,
    }),
    payIn: t.field({
      type: Money,
      description: "What debtors pay together, whole minor units each.",
      resolve: ({ payInE6 }) => payInE6,
    }),
    payOut: t.field({
      type: Money,
      description: "What creditors are paid together, whole minor units each.",
      resolve: ({ payOutE6 }) => payOutE6,
    }),
    savedBps: t.exposeInt("savedBps", { description: "The part of the gross that netting removes, in basis points." }),
  }),
});

export const Cycle = builder.objectRef<CycleRow>("Cycle");
builder.node(Cycle, {
  description: "The stretch of time cleared together.",
  id: { resolve: ({ id }) => id, description: "Opaque, global, permanent." },
  loadMany: (ids, context) => cycles.findMany(context, ids),
  fields: (t) => ({
    seq: t.exposeInt("seq", { description: "Its number; cycles follow each other without gaps." }),
    state: t.expose("state", { type: CycleState, description: "Where it stands." }),
    opensAt: t.expose("opensAt", { type: "DateTime", description: "First instant inside." }),
    cutoffAt: t.expose("cutoffAt", { type: "DateTime", description: "First instant outside." }),
    version: t.exposeInt("version", { description: "Raised by each correction before approval." }),
    closedBy: t.exposeString("closedBy", { nullable: true, description: "Who closed it. Null while it is open." }),
    closedAt: t.expose("closedAt", { type: "DateTime", nullable: true, description: "Null while it is open." }),
    approvedBy: t.exposeString("approvedBy", {
      nullable: true,
      description: "Who in finance approved it. Null before, and where nobody owed anything.",
    }),
    approvedAt: t.expose("approvedAt", {
      type: "DateTime",
      nullable: true,
      description: "When it was approved. Null before, and where nobody owed anything.",
    }),
    totals: t.field({
      type: SettlementTotals,
      nullable: true,
      description: "What netting does to it, live while it is open. Null when the viewer may not see it.",
      resolve: ({ id }, _args, context) => totals.find(context, id),
    }),
  }),
});
export const cyclePages = connectionOf("Cycle", Cycle, ({ seq }) => String(seq));

builder.queryField("cycles", (t) =>
  t.field(
    cyclePages({
      description: "Settlement cycles, newest first: the first one is open.",
      resolve: (_root, page, _filters, { deps, actor }) => listCycles(deps, actor, page),
    }),
  ),
);

builder.queryField("cycle", (t) =>
  t.field({
    type: Cycle,
    nullable: true,
    description: "One cycle. Null when there is none, or none the viewer may see.",
    args: { id: t.arg.id({ required: true, description: "As any `id` field gave it." }) },
    resolve: (_root, { id }, context) => cycles.find(context, id),
  }),
);

builder.queryField("openCycle", (t) =>
  t.field({
    type: Cycle,
    nullable: true,
    description: "The cycle that takes entries now. Null only in the moment between two.",
    resolve: (_root, _args, { deps, actor }) => readOpenCycle(deps, actor),
  }),
);

refusal(CycleNotFound, "CYCLE_NOT_FOUND", "No cycle has this id, or none the viewer may see.", (t) => ({
  cycleId: t.exposeID("cycleId", { description: "The id that was sent." }),
}));
refusal(
  EarlierCycleUnfinished,
  "EARLIER_CYCLE_UNFINISHED",
  "Cycles are netted and approved in order, and an earlier one has to come first.",
  (t) => ({ earlierCycleId: t.exposeID("earlierCycleId", { description: "The cycle that comes first." }) }),
);
refusal(BooksBroken, "BOOKS_BROKEN", "The books break one of their own rules; nothing is settled on them.", (t) => ({
  rules: t.exposeStringList("rules", { description: "The broken rules' numbers. Bounded by the number of rules." }),
}));
