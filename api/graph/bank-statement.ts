import { BankAccount, bankAccounts } from "#api/graph/bank-account.ts";
import { builder } from "#api/graph/builder.ts";
import { connectionOf } from "#api/graph/connection.ts";
import { byId } from "#api/graph/loaders.ts";
import { Money } from "#api/graph/money.ts";
import type { BankStatement as BankStatementRow } from "#api/sql/rows.ts";
import { countTakenLines, findBankStatements, listBankStatements } from "#api/use-cases/banking/find-statements.ts";

export const bankStatements = byId(findBankStatements);
const takenCounts = byId(countTakenLines);

export const BankBook = builder.enumType("BankBook", {
  description: "Which of the operator's two bank accounts.",
  values: {
    SETTLEMENT: { description: "Through which cycles are settled." },
    COLLATERAL: { description: "The segregated one, for collateral and loss pool." },
  } as const,
});

const dayOf = (at: Date) => at.toISOString().slice(0, 10);

export const BankStatement = builder.objectRef<BankStatementRow>("BankStatement");
builder.node(BankStatement, {
  description: "One statement of one of the operator's accounts. Each opens where the one before closed.",
  id: { resolve: ({ id }) => id, description: "Opaque, global, permanent." },
  loadMany: (ids, context) => bankStatements.findMany(context, ids),
  fields: (t) => ({
    book: t.field({
      type: BankBook,
      description: "Of which account.",
      resolve: ({ bankAccount }) => (bankAccount === "COLLATERAL" ? ("COLLATERAL" as const) : ("SETTLEMENT" as const)),
    }),
    bankAccount: t.field({
      type: BankAccount,
      nullable: true,
      description: "The account. Null when the viewer may not see it.",
      resolve: ({ bankAccountId }, _args, context) => bankAccounts.find(context, bankAccountId),
    }),
    bankId: t.exposeString("bankId", { description: "The bank's own id of it." }),
    sequence: t.field({
      type: "String",
      nullable: true,
      description: "Its number in the bank's sequence. Null where the bank gives none.",
      resolve: ({ sequence }) => (sequence === null ? null : String(sequence)),
    }),
    opening: t.expose("openingE6", { type: Money, description: "What stood there before its first line." }),
    closing: t.expose("closingE6", { type: Money, description: "What stood there after its last line." }),
    openedOn: t.field({ type: "Date", description: "The opening's day.", resolve: ({ openedOn }) => dayOf(openedOn) }),
    closedOn: t.field({ type: "Date", description: "The closing's day.", resolve: ({ closedOn }) => dayOf(closedOn) }),
    lineCount: t.exposeInt("lineCount", { description: "How many lines it has." }),
    takenCount: t.field({
      type: "Int",
      description: "How many of them are compared and written: all of them once `finishedAt` is set.",
      resolve: async ({ id }, _args, context) => (await takenCounts.find(context, id)) ?? 0,
    }),
    importedBy: t.exposeString("importedBy", { description: "Who brought it, as entries name them." }),
    importedAt: t.expose("importedAt", { type: "DateTime", description: "When." }),
    finishedAt: t.expose("finishedAt", {
      type: "DateTime",
      nullable: true,
      description: "When every line was compared and booked. Null while that goes on.",
    }),
  }),
});
const bankStatementPages = connectionOf("BankStatement", BankStatement, ({ id }) => id);

builder.queryField("bankStatements", (t) =>
  t.field(
    bankStatementPages({
      description: "The operator's account statements, newest first.",
      args: { book: t.arg({ type: BankBook, description: "Only of this account." }) },
      resolve: (_root, page, { book }, { deps, actor }) => listBankStatements(deps, actor, { ...page, account: book }),
    }),
  ),
);

builder.queryField("bankStatement", (t) =>
  t.field({
    type: BankStatement,
    nullable: true,
    description: "One account statement. Null when there is none, or none the viewer may see.",
    args: { id: t.arg.id({ required: true, description: "As any `id` field gave it." }) },
    resolve: (_root, { id }, context) => bankStatements.find(context, id),
  }),
);
