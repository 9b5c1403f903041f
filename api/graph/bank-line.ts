import { BankStatement, bankStatements } from "#api/graph/bank-statement.ts";
import { builder } from "#api/graph/builder.ts";
import { connectionOf } from "#api/graph/connection.ts";
import { Entry, entries } from "#api/graph/entry.ts";
import { byId } from "#api/graph/loaders.ts";
import { Money } from "#api/graph/money.ts";
import { byParent } from "#api/graph/parent-pages.ts";
import type { BankLine as BankLineRow } from "#api/sql/rows.ts";
import { findBankLines, listBankLines, listLinesOf } from "#api/use-cases/banking/find-statements.ts";

export const bankLines = byId(findBankLines);
const linesOf = byParent(listLinesOf);

const dayOf = (at: Date) => at.toISOString().slice(0, 10);

export const BankLine = builder.objectRef<BankLineRow>("BankLine");
builder.node(BankLine, {
  description:
    "One movement on one of the operator's bank accounts, as the bank booked it. Only the operator sees them.",
  id: { resolve: ({ id }) => id, description: "Opaque, global, permanent." },
  loadMany: (ids, context) => bankLines.findMany(context, ids),
  fields: (t) => ({
    seq: t.exposeInt("seq", { description: "Its place in the statement, from 1." }),
    bookedOn: t.field({
      type: "Date",
      description: "When the bank booked it.",
      resolve: ({ bookedOn }) => dayOf(bookedOn),
    }),
    valueOn: t.field({
      type: "Date",
      nullable: true,
      description: "From when it bears interest. Null when the bank says nothing.",
      resolve: ({ valueOn }) => valueOn && dayOf(valueOn),
    }),
    amount: t.expose("amountE6", { type: Money, description: "Positive: money came in." }),
    bankRef: t.exposeString("bankRef", { description: "The bank's own reference." }),
    endToEndId: t.exposeString("endToEndId", {
      nullable: true,
      description: "What the payer wrote it is for. Null when nothing.",
    }),
    creditorReference: t.exposeString("structuredRef", {
      nullable: true,
      description: "The structured reference (RF…) the payer gave. Null when none.",
    }),
    remittance: t.exposeString("remittance", { nullable: true, description: "Free text. Null when there was none." }),
    counterpartyName: t.exposeString("counterpartyName", {
      nullable: true,
      description: "Who is at the other end, as the bank wrote it. Null when it does not say.",
    }),
    counterpartyIban: t.exposeString("counterpartyIban", {
      nullable: true,
      description: "The account at the other end. Null when the bank does not say.",
    }),
    bankCode: t.exposeString("bankCode", {
      nullable: true,
      description: "The bank's transaction code: domain/family/subfamily. Null when it gives none.",
    }),
    isReversal: t.exposeBoolean("isReversal", { description: "Did the bank take an earlier booking back?" }),
    isCharge: t.exposeBoolean("isCharge", { description: "Is it the bank's own fee, taken out of a payment?" }),
    returnReason: t.exposeString("returnReason", {
      nullable: true,
      description: "Why the payment came back. Null when it is none that did.",
    }),
    entry: t.field({
      type: Entry,
      nullable: true,
      description: "What it moved in the books. Null when nothing, or when the viewer may not see it.",
      resolve: ({ entryId }, _args, context) => entries.find(context, entryId),
    }),
    statement: t.field({
      type: BankStatement,
      nullable: true,
      description: "The statement it stands on. Null when the viewer may not see it.",
      resolve: ({ statementId }, _args, context) => bankStatements.find(context, statementId),
    }),
  }),
});
const bankLinePages = connectionOf("BankLine", BankLine, ({ id }) => id);
const statementLinePages = connectionOf("BankStatementLine", BankLine, ({ seq }) => String(seq));

builder.queryField("bankLines", (t) =>
  t.field(
    bankLinePages({
      description: "Movements on the operator's bank accounts, newest first.",
      resolve: (_root, page, _filters, { deps, actor }) => listBankLines(deps, actor, page),
    }),
  ),
);

builder.objectField(BankStatement, "lines", (t) =>
  t.field(
    statementLinePages({
      description: "What the bank booked, in its order.",
      resolve: ({ id }, page, _filters, context) => linesOf(context, id, page),
    }),
  ),
);
