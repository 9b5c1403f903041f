import { builder } from "#api/graph/builder.ts";
import { connectionOf } from "#api/graph/connection.ts";
import { LedgerAccount } from "#api/graph/entry-line.ts";
import { byId } from "#api/graph/loaders.ts";
import { Money } from "#api/graph/money.ts";
import { mutation } from "#api/graph/mutation.ts";
import { refusal } from "#api/graph/refusals.ts";
import { isPointsAccount } from "#api/ledger/chart.ts";
import { type BrokenRule as BrokenRuleRow, bookRules } from "#api/ledger/verify.ts";
import { findBooksProofs, findRootsBefore, listBooksProofs, readBooksProof } from "#api/use-cases/audit/find-proofs.ts";
import {
  type BooksProof as BooksProofRow,
  type ProvedTotal as ProvedTotalRow,
  proveBooks,
  rootOf,
} from "#api/use-cases/audit/prove-books.ts";
import { ProofRunning } from "#api/use-cases/audit/refusals.ts";

const BrokenRule = builder.objectRef<BrokenRuleRow>("BrokenBookRule").implement({
  description: "A rule of the books that does not hold, and where.",
  fields: (t) => ({
    rule: t.exposeString("rule", { description: "The rule's number." }),
    promise: t.string({
      description: "What the rule promises, in English.",
      resolve: ({ rule }) => bookRules[rule] ?? "The audit log is what was written",
    }),
    isError: t.boolean({
      description: "A warning is for people to look at; an error is wrong.",
      resolve: ({ severity }) => severity === "ERROR",
    }),
    key: t.exposeString("key", { description: "Where: an entry, a lot, a partner, an event." }),
    detail: t.exposeString("detail", { description: "What is wrong there, in English." }),
  }),
});

const ProvedTotal = builder.objectRef<ProvedTotalRow>("LedgerProofTotal").implement({
  description: "What stood on all accounts of one kind when the books were proved. Debit positive.",
  fields: (t) => ({
    account: t.expose("account", { type: LedgerAccount, description: "Which kind." }),
    points: t.field({
      type: "Points",
      nullable: true,
      description: "How many points. Null for money.",
      resolve: ({ account, amount }) => (isPointsAccount(account) ? BigInt(amount) : null),
    }),
    money: t.field({
      type: Money,
      nullable: true,
      description: "How much money. Null for points.",
      resolve: ({ account, amount }) => (isPointsAccount(account) ? null : BigInt(amount)),
    }),
    entryCount: t.int({
      description: "In how many entries they had moved.",
      resolve: ({ entries }) => Number(entries),
    }),
  }),
});

const proofs = byId(findBooksProofs);
const rootsBefore = byId(findRootsBefore);

const BooksProof = builder.objectRef<BooksProofRow>("LedgerProof").implement({
  description: "One run of all the rules of the books and of the audit chain.",
  fields: (t) => ({
    id: t.exposeID("id", { description: "Opaque, permanent; `ledgerProof` takes it." }),
    provedAt: t.expose("provedAt", { type: "DateTime", description: "When." }),
    milliseconds: t.exposeInt("milliseconds", { description: "How long it took." }),
    errorCount: t.exposeInt("errorCount", { description: "How many places are wrong; 0: the books hold." }),
    warningCount: t.exposeInt("warningCount", { description: "How many places are for people to look at." }),
    broken: t.field({
      type: [BrokenRule],
      description: "The first 50 places, errors first.",
      resolve: ({ broken }) => broken,
    }),
    lastEntry: t.field({
      type: "ID",
      description: "The number of the last entry that was looked at.",
      resolve: ({ upTo }) => String(upTo),
    }),
    auditLength: t.int({
      description: "How many events the audit log held.",
      resolve: ({ auditLength }) => Number(auditLength),
    }),
    auditHash: t.exposeString("auditHash", { description: "The audit chain's last link then; `auditChain` takes it." }),
    totals: t.expose("totals", {
      type: [ProvedTotal],
      description: "What stood on each kind of account; bounded by the kinds.",
    }),
    root: t.exposeString("root", {
      description:
        "SHA-256 over all of this and the root of the proof before. Who keeps it can tell if history changed.",
    }),
    rootBefore: t.field({
      type: "String",
      description: "The root of the proof before; empty for the first.",
      resolve: async ({ id }, _args, context) => (await rootsBefore.find(context, id)) ?? "",
    }),
    isSound: t.field({
      type: "Boolean",
      description: "Does the root follow from what the proof says and the root before?",
      resolve: async (proof, _args, context) =>
        proof.root === rootOf(proof, (await rootsBefore.find(context, proof.id)) ?? ""),
    }),
  }),
});
const proofPages = connectionOf("LedgerProof", BooksProof, ({ id }) => id);

builder.queryField("ledgerProof", (t) =>
  t.field({
    type: BooksProof,
    nullable: true,
    description: "What a proof of the books found; a job proves them every hour. Null when there is none.",
    args: { ledgerProofId: t.arg.id({ description: "Which; the last one when absent." }) },
    resolve: (_root, { ledgerProofId }, context) =>
      ledgerProofId ? proofs.find(context, ledgerProofId) : readBooksProof(context.deps, context.actor),
  }),
);

builder.queryField("ledgerProofs", (t) =>
  t.field(
    proofPages({
      description: "Proofs of the books, newest first; for the operator's ledger readers.",
      args: { lastOfDay: t.arg.boolean({ description: "Of each business day the last one only." }) },
      resolve: (_root, page, filters, { deps, actor }) => listBooksProofs(deps, actor, { ...page, ...filters }),
    }),
  ),
);

refusal(ProofRunning, "PROOF_RUNNING", "The books are being proved at this moment.");

mutation("proveBooks", {
  description: "Proves every rule of the books and the audit chain now.",
  input: (t) => ({ reason: t.string({ required: true, description: "Why now; kept in the audit log." }) }),
  refusals: [ProofRunning],
  resolve: async (input, { deps, actor }) => ({ proof: await proveBooks(deps, actor, input) }),
  success: {
    description: "The books were proved.",
    fields: (t) => ({ proof: t.expose("proof", { type: BooksProof, description: "What was found." }) }),
  },
});
