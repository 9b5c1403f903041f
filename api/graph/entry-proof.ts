import { builder } from "#api/graph/builder.ts";
import { Entry } from "#api/graph/entry.ts";
import { byId } from "#api/graph/loaders.ts";
import type { EntryCheck as CheckRow, EntryProof as ProofRow } from "#api/ledger/read/entry-proof.ts";
import { bookRules } from "#api/ledger/verify.ts";
import { findEntryProofs } from "#api/use-cases/books/find-entry-proofs.ts";

const entryProofs = byId(findEntryProofs);

const EntryCheck = builder.objectRef<CheckRow>("EntryProofRule").implement({
  description: "A rule of the books that one entry can break by itself.",
  fields: (t) => ({
    rule: t.exposeString("rule", { description: "The rule's number." }),
    promise: t.string({
      description: "What the rule promises, in English.",
      resolve: ({ rule }) => bookRules[rule] ?? rule,
    }),
    holds: t.exposeBoolean("holds", { description: "Does the entry keep it?" }),
  }),
});

const EntryProof = builder.objectRef<ProofRow>("EntryProof").implement({
  description: "An entry looked at again as it stands in the books now.",
  fields: (t) => ({
    number: t.field({
      type: "ID",
      description: "Its place in the order of posting.",
      resolve: ({ ord }) => String(ord),
    }),
    deed: t.exposeString("deedKind", { nullable: true, description: "By what it was posted. Null: the deed is gone." }),
    actor: t.exposeString("actor", { nullable: true, description: "By whom. Null: the deed is gone." }),
    requestHash: t.exposeString("requestHash", {
      nullable: true,
      description: "SHA-256 of what was asked for, kept under its key for ever. Null: the deed is gone.",
    }),
    hash: t.exposeString("hash", {
      description: "SHA-256 of the entry with all its lines, as they are now: equal to any earlier one.",
    }),
    checks: t.expose("checks", { type: [EntryCheck], description: "Rule by rule." }),
  }),
});

builder.objectField(Entry, "proof", (t) =>
  t.field({
    type: EntryProof,
    nullable: true,
    description: "Whether it is what it must be. Null for whoever may not read the whole ledger.",
    resolve: ({ id }, _args, context) => entryProofs.find(context, id),
  }),
);
