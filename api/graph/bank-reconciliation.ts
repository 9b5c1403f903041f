import { BankAccount } from "#api/graph/bank-account.ts";
import { BankBook, BankStatement } from "#api/graph/bank-statement.ts";
import { builder } from "#api/graph/builder.ts";
import { entryPages } from "#api/graph/entry.ts";
import { Money } from "#api/graph/money.ts";
import { ReconItem } from "#api/graph/recon-item.ts";
import {
  listBankEntries,
  type BankReconciliation as Reconciliation,
  readBankReconciliations,
} from "#api/use-cases/banking/read-reconciliation.ts";

const BankReconciliation = builder.objectRef<Reconciliation>("BankReconciliation").implement({
  description: "How one of the operator's bank accounts stands against the books.",
  fields: (t) => ({
    book: t.expose("book", { type: BankBook, description: "Which account." }),
    account: t.expose("account", {
      type: BankAccount,
      nullable: true,
      description: "The account in use. Null while none is.",
    }),
    firstStatement: t.expose("firstStatement", {
      type: BankStatement,
      nullable: true,
      description: "The first statement: it opens where the books stood. Null while none was imported.",
    }),
    statement: t.expose("statement", {
      type: BankStatement,
      nullable: true,
      description: "The newest statement. Null while none was imported.",
    }),
    ledger: t.expose("ledgerE6", { type: Money, description: "What the books hold of it." }),
    difference: t.expose("differenceE6", {
      type: Money,
      nullable: true,
      description: "The books less the newest closing; zero for the settlement account at all times. Null without one.",
    }),
    lineCount: t.exposeInt("lineCount", { description: "How many lines were imported." }),
    matchedCount: t.exposeInt("matchedCount", { description: "How many of them matched without anybody's help." }),
    openCount: t.exposeInt("openCount", { description: "How many still wait for somebody." }),
    unapplied: t.expose("unappliedE6", { type: Money, description: "Money that came in and has no owner yet." }),
    unexplained: t.field({
      type: Money,
      description: "Money that left and nothing explains yet.",
      resolve: ({ unexplainedE6 }) => -unexplainedE6,
    }),
    oldestOpen: t.expose("oldestOpen", {
      type: ReconItem,
      nullable: true,
      description: "What waits longest. Null when nothing does.",
    }),
    entries: t.field(
      entryPages({
        description: "What moved it in the books, newest first. Empty when the viewer may not see the ledger.",
        resolve: ({ book }, page, _filters, { deps, actor }) => listBankEntries(deps, actor, book, page),
      }),
    ),
  }),
});

builder.queryField("bankReconciliation", (t) =>
  t.field({
    type: [BankReconciliation],
    description: "Both bank accounts against the books, the settlement account first.",
    resolve: (_root, _args, { deps, actor }) => readBankReconciliations(deps, actor),
  }),
);
