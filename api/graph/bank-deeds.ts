import { BankAccount, BankAccountPurpose } from "#api/graph/bank-account.ts";
import { BankStatement } from "#api/graph/bank-statement.ts";
import { builder } from "#api/graph/builder.ts";
import { Money } from "#api/graph/money.ts";
import { keyedMutation, mutation } from "#api/graph/mutation.ts";
import { Partner, partners } from "#api/graph/partner.ts";
import { ReconKind, SuggestedMatch } from "#api/graph/recon-item.ts";
import { ErrorInterface, refusalValue } from "#api/graph/refusals.ts";
import { importBankStatement } from "#api/use-cases/banking/import-statement.ts";
import {
  type PreviewedLine,
  type PreviewedStatement,
  previewBankFile,
} from "#api/use-cases/banking/preview-bank-file.ts";
import { proposeBankAccount } from "#api/use-cases/banking/propose-bank-account.ts";
import {
  BalanceDiscontinuity,
  BankFileForeign,
  BankFileKnown,
  BankFileUnreadable,
  StatementGap,
  StatementTooEarly,
} from "#api/use-cases/banking/refusals.ts";
import { InvalidValue, PartnerNotFound } from "#api/use-cases/partners/refusals.ts";

keyedMutation("proposeBankAccount", {
  description:
    "Lays a bank account before finance: where a partner is paid, or one of the operator's own. After a change no pay-out " +
    "goes there before some days have passed.",
  input: (t) => ({
    partnerId: t.id({ required: true, description: "Whose." }),
    purpose: t.field({ type: BankAccountPurpose, required: true, description: "What for." }),
    holder: t.string({ required: true, description: "In whose name it is." }),
    iban: t.string({ required: true, description: "With or without spaces." }),
    bic: t.string({ description: "The bank's code." }),
    reason: t.string({ required: true, description: "Why; finance reads it." }),
  }),
  refusals: [PartnerNotFound, InvalidValue],
  resolve: async (input, { deps, actor }) => ({ bankAccount: await proposeBankAccount(deps, actor, input) }),
  success: {
    description: "It waits for finance.",
    fields: (t) => ({ bankAccount: t.expose("bankAccount", { type: BankAccount, description: "As proposed." }) }),
  },
});

const refused = [
  BankFileUnreadable,
  BankFileKnown,
  BankFileForeign,
  StatementGap,
  StatementTooEarly,
  BalanceDiscontinuity,
];

const PreviewLine = builder.objectRef<PreviewedLine>("BankLinePreview").implement({
  description: "What importing a line would come to.",
  fields: (t) => ({
    seq: t.exposeInt("seq", { description: "Its place in the statement, from 1." }),
    bookedOn: t.expose("bookedOn", { type: "Date", description: "When the bank booked it." }),
    amount: t.expose("amountE6", { type: Money, description: "Positive: money came in." }),
    endToEndId: t.exposeString("endToEndId", { nullable: true, description: "What the payer wrote it is for." }),
    remittance: t.exposeString("remittance", { nullable: true, description: "Free text." }),
    counterpartyName: t.exposeString("counterpartyName", { nullable: true, description: "Who is at the other end." }),
    rule: t.exposeString("rule", { nullable: true, description: "By what it would match. Null when by nothing." }),
    problem: t.expose("problem", {
      type: ReconKind,
      nullable: true,
      description: "What would have to be looked into. Null when it would agree.",
    }),
    partner: t.field({
      type: Partner,
      nullable: true,
      description: "Whom it would concern. Null when nobody known.",
      resolve: ({ partnerId }, _args, context) => partners.find(context, partnerId),
    }),
    suggestion: t.expose("suggestion", {
      type: SuggestedMatch,
      nullable: true,
      description: "What might explain it, if something might.",
    }),
  }),
});

const PreviewStatement = builder.objectRef<PreviewedStatement>("BankStatementPreview").implement({
  description: "A statement as it would be imported.",
  fields: (t) => ({
    bankId: t.exposeString("bankId", { description: "The bank's own id of it." }),
    account: t.expose("account", { type: BankAccount, description: "Of which account." }),
    opening: t.expose("openingE6", { type: Money, description: "What stood there before its first line." }),
    closing: t.expose("closingE6", { type: Money, description: "What stood there after its last line." }),
    openedOn: t.expose("openedOn", { type: "Date", description: "The opening's day." }),
    closedOn: t.expose("closedOn", { type: "Date", description: "The closing's day." }),
    lines: t.expose("lines", { type: [PreviewLine], description: "What the bank booked, in its order." }),
  }),
});

mutation("previewBankFile", {
  description: "Looks at a file of account statements as `importBankStatement` would take it. Nothing is written.",
  input: (t) => ({ content: t.string({ required: true, description: "The file (camt.053), as text." }) }),
  refusals: [BankFileUnreadable],
  resolve: (input, { deps, actor }) => previewBankFile(deps, actor, input),
  success: {
    description: "The file can be read.",
    fields: (t) => ({
      refusal: t.field({
        type: ErrorInterface,
        nullable: true,
        description: "What the import would be refused for. Null when it would be taken.",
        resolve: ({ refusal }) => refusal && refusalValue(refusal),
      }),
      statements: t.field({
        type: [PreviewStatement],
        description: "Its statements, line by line; empty when the import would be refused.",
        resolve: ({ statements }) => statements,
      }),
    }),
  },
});

keyedMutation("importBankStatement", {
  description:
    "Takes a file of account statements (camt.053): every line is compared with what the hub awaits, and booked. Taken " +
    "wholly or refused; broken off, the same key goes on.",
  input: (t) => ({
    name: t.string({ required: true, description: "The file's name." }),
    content: t.string({ required: true, description: "The file, as text." }),
  }),
  refusals: refused,
  resolve: async (input, { deps, actor }) => ({ statements: await importBankStatement(deps, actor, input) }),
  success: {
    description: "The books stand where the statement closes.",
    fields: (t) => ({
      statements: t.field({
        type: [BankStatement],
        description: "The statements of the file.",
        resolve: ({ statements }) => statements,
      }),
    }),
  },
});
