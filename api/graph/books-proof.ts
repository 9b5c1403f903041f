import { builder } from "#api/graph/builder.ts";
import { mutation } from "#api/graph/mutation.ts";
import { refusal } from "#api/graph/refusals.ts";
import { type BrokenRule as BrokenRuleRow, bookRules } from "#api/ledger/verify.ts";
import { type BooksProof as BooksProofRow, proveBooks, readBooksProof } from "#api/use-cases/audit/prove-books.ts";
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

const BooksProof = builder.objectRef<BooksProofRow>("LedgerProof").implement({
  description: "One run of all the rules of the books and of the audit chain.",
  fields: (t) => ({
    provedAt: t.expose("provedAt", { type: "DateTime", description: "When." }),
    milliseconds: t.exposeInt("milliseconds", { description: "How long it took." }),
    errorCount: t.exposeInt("errorCount", { description: "How many places are wrong; 0: the books hold." }),
    warningCount: t.exposeInt("warningCount", { description: "How many places are for people to look at." }),
    broken: t.field({
      type: [BrokenRule],
      description: "The first 50 places, errors first.",
      resolve: ({ broken }) => broken,
    }),
  }),
});

builder.queryField("ledgerProof", (t) =>
  t.field({
    type: BooksProof,
    nullable: true,
    description: "What the last proof of the books found; a job proves them every hour. Null before the first.",
    resolve: (_root, _args, { deps, actor }) => readBooksProof(deps, actor),
  }),
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
