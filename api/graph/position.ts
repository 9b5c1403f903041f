import { builder } from "#api/graph/builder.ts";
import { connectionOf } from "#api/graph/connection.ts";
import { Cycle, cycles } from "#api/graph/cycle.ts";
import { byId } from "#api/graph/loaders.ts";
import { Money } from "#api/graph/money.ts";
import { byParent } from "#api/graph/parent-pages.ts";
import { Partner, partners } from "#api/graph/partner.ts";
import { StatementSection } from "#api/graph/statement-section.ts";
import type { SectionSumRow } from "#api/ledger/read/positions.ts";
import {
  findOpenPositions,
  findSections,
  listPositions,
  type PositionView,
  partKey,
} from "#api/use-cases/cycles/positions.ts";

const openPositions = byId(findOpenPositions);
const sections = byId(findSections);
const positionsOf = byParent(listPositions);

const PositionSection = builder.objectRef<SectionSumRow>("PositionSection").implement({
  description: "One section of a position: what it is for, and since when.",
  fields: (t) => ({
    section: t.expose("section", { type: StatementSection, description: "For what." }),
    originCycle: t.field({
      type: Cycle,
      description: "In which cycle the matter began; another than the position's for prior-cycle items.",
      resolve: ({ originCycleId }, _args, context) => cycles.load(context, originCycleId),
    }),
    amount: t.field({
      type: Money,
      description: "Negative: the partner is owed.",
      resolve: ({ amountE6 }) => amountE6,
    }),
    entryCount: t.exposeInt("entryCount", { description: "How many entries it is made of." }),
  }),
});

export const Position = builder.objectRef<PositionView>("Position").implement({
  description: "What a partner owes or is owed in a cycle, before netting.",
  fields: (t) => ({
    partner: t.field({
      type: Partner,
      description: "Whose.",
      resolve: ({ partnerId }, _args, context) => partners.load(context, partnerId),
    }),
    cycle: t.field({
      type: Cycle,
      description: "In which cycle.",
      resolve: ({ cycleId }, _args, context) => cycles.load(context, cycleId),
    }),
    opening: t.field({
      type: Money,
      description: "What earlier cycles left over: less than one coin.",
      resolve: ({ openingE6 }) => openingE6,
    }),
    debit: t.field({ type: Money, description: "All it owes.", resolve: ({ debitE6 }) => debitE6 }),
    credit: t.field({ type: Money, description: "All it is owed.", resolve: ({ creditE6 }) => creditE6 }),
    net: t.field({
      type: Money,
      description: "Opening, debits and credits together; negative: it is owed.",
      resolve: ({ netE6 }) => netE6,
    }),
    sections: t.field({
      type: [PositionSection],
      description: "What it is made of; bounded by the sections and the cycles that matters reach back to.",
      resolve: async (position, _args, context) => (await sections.find(context, partKey(position))) ?? [],
    }),
  }),
});
const positionPages = connectionOf("Position", Position, ({ partnerId }) => partnerId);

builder.objectField(Cycle, "positions", (t) =>
  t.field(
    positionPages({
      description: "Partners' positions, the largest first, live while the cycle is open. A partner has only its own.",
      resolve: ({ id }, page, _filters, context) => positionsOf(context, id, page),
    }),
  ),
);

builder.objectField(Partner, "position", (t) =>
  t.field({
    type: Position,
    nullable: true,
    description: "Where it stands in the open cycle. Null when the viewer may not see it.",
    resolve: ({ id }, _args, context) => openPositions.find(context, id),
  }),
);
