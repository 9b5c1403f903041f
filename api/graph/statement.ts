import { builder } from "#api/graph/builder.ts";
import { connectionOf } from "#api/graph/connection.ts";
import { Cycle, cycles } from "#api/graph/cycle.ts";
import { byId } from "#api/graph/loaders.ts";
import { Money } from "#api/graph/money.ts";
import { Obligation } from "#api/graph/obligation.ts";
import { byParent } from "#api/graph/parent-pages.ts";
import { Partner, partners } from "#api/graph/partner.ts";
import { StatementSection } from "#api/graph/statement-section.ts";
import { TaxBasis } from "#api/graph/tax-basis.ts";
import type { StatementLine as LineRow } from "#api/ledger/statement.ts";
import type { Statement as StatementRow } from "#api/sql/rows.ts";
import {
  findStatements,
  linesOfStatement,
  listStatementsOfCycles,
  listStatementsOfPartners,
} from "#api/use-cases/cycles/statements.ts";
import { findObligationsOfVersions, versionKey } from "#api/use-cases/settlement/obligations.ts";

const statements = byId(findStatements);
const statementsOfPartners = byParent(listStatementsOfPartners);
const statementsOfCycles = byParent(listStatementsOfCycles);
const obligationsOfVersions = byId(findObligationsOfVersions);

const StatementLine = builder.objectRef<LineRow>("StatementLine").implement({
  description: "One row of a statement.",
  fields: (t) => ({
    section: t.expose("section", { type: StatementSection, description: "For what." }),
    originCycle: t.field({
      type: Cycle,
      nullable: true,
      description: "The earlier cycle in which the matter began. Null when it began in the statement's own.",
      resolve: ({ originCycleId }, _args, context) => cycles.find(context, originCycleId),
    }),
    amount: t.field({
      type: Money,
      description: "Negative: the partner is owed.",
      resolve: ({ amountE6 }) => BigInt(amountE6),
    }),
    entryCount: t.exposeInt("entryCount", { description: "How many entries it is made of." }),
    taxCode: t.exposeString("taxCode", {
      nullable: true,
      description: "Its tax code. Null where no tax is configured.",
    }),
    taxRateBps: t.exposeInt("taxRateBps", {
      nullable: true,
      description: "The rate in basis points. Null where no tax is configured.",
    }),
    taxBasis: t.expose("taxBasis", {
      type: TaxBasis,
      nullable: true,
      description: "Contained in the amount, or charged on top in the row TAX. Null where no tax is configured.",
    }),
    tax: t.field({
      type: Money,
      nullable: true,
      description: "The tax on this row, in whole coins, half away from zero. Null where no tax is configured.",
      resolve: ({ taxE6 }) => (taxE6 === null ? null : BigInt(taxE6)),
    }),
  }),
});

export const Statement = builder.objectRef<StatementRow>("Statement");
builder.node(Statement, {
  description: "A partner's itemised account of one cycle, as published. A partner sees only its own.",
  id: { resolve: ({ id }) => id, description: "Opaque, global, permanent." },
  loadMany: (ids, context) => statements.findMany(context, ids),
  fields: (t) => ({
    partner: t.field({
      type: Partner,
      description: "Whose.",
      resolve: ({ partnerId }, _args, context) => partners.load(context, partnerId),
    }),
    cycle: t.field({
      type: Cycle,
      description: "Of which cycle.",
      resolve: ({ cycleId }, _args, context) => cycles.load(context, cycleId),
    }),
    version: t.exposeInt("version", { description: "Raised by each correction before approval." }),
    publishedAt: t.expose("publishedAt", { type: "DateTime", description: "When it was rendered." }),
    supersededAt: t.expose("supersededAt", {
      type: "DateTime",
      nullable: true,
      description: "When a correction replaced it. Null while it stands.",
    }),
    confirmedBy: t.exposeString("confirmedBy", {
      nullable: true,
      description: "Who of the partner said yes to it. Null until somebody does.",
    }),
    confirmedAt: t.expose("confirmedAt", {
      type: "DateTime",
      nullable: true,
      description: "When the partner said yes to it. Null until it does.",
    }),
    lines: t.field({
      type: [StatementLine],
      description:
        "The cycle's own items by section, then items of earlier cycles; " +
        "bounded by the sections and the cycles that matters reach back to.",
      resolve: (statement) => linesOfStatement(statement),
    }),
    position: t.field({
      type: Money,
      description: "Opening and lines together; negative: the partner is owed.",
      resolve: ({ positionE6 }) => positionE6,
    }),
    obligation: t.field({
      type: Obligation,
      nullable: true,
      description:
        "What is settled of it, and what is carried; superseded with it. Null when the viewer may not see it.",
      resolve: (statement, _args, context) => obligationsOfVersions.find(context, versionKey(statement)),
    }),
    hash: t.exposeString("hash", { description: "SHA-256 of the figures, hex: the same statement, the same hash." }),
  }),
});
const statementPages = connectionOf("Statement", Statement, ({ id }) => id);

builder.objectField(Partner, "statements", (t) =>
  t.field(
    statementPages({
      description: "Its statements, newest first. Empty when the viewer may not see them.",
      resolve: ({ id }, page, _filters, context) => statementsOfPartners(context, id, page),
    }),
  ),
);

builder.objectField(Cycle, "statements", (t) =>
  t.field(
    statementPages({
      description: "The statements published for it. A partner has only its own.",
      resolve: ({ id }, page, _filters, context) => statementsOfCycles(context, id, page),
    }),
  ),
);

builder.queryField("statement", (t) =>
  t.field({
    type: Statement,
    nullable: true,
    description: "One statement. Null when there is none, or none the viewer may see.",
    args: { id: t.arg.id({ required: true, description: "As any `id` field gave it." }) },
    resolve: (_root, { id }, context) => statements.find(context, id),
  }),
);
