import { builder } from "#api/graph/builder.ts";
import { connectionOf } from "#api/graph/connection.ts";
import { byId } from "#api/graph/loaders.ts";
import { Partner, partners } from "#api/graph/partner.ts";
import { Programme } from "#api/graph/programme.ts";
import { refusal } from "#api/graph/refusals.ts";
import type { BankAccount as BankAccountRow } from "#api/sql/rows.ts";
import { findBankAccounts, findBankAccountsOf, listBankAccounts } from "#api/use-cases/banking/find-bank-accounts.ts";
import { type PayInAccount, readPayInAccount } from "#api/use-cases/banking/read-pay-in-account.ts";
import { BankAccountNotFound } from "#api/use-cases/banking/refusals.ts";

export const bankAccounts = byId(findBankAccounts);
const bankAccountsOf = byId(findBankAccountsOf);

export const BankAccountPurpose = builder.enumType("BankAccountPurpose", {
  description: "What a bank account is for.",
  values: {
    PAYOUT: { description: "Where a partner is paid." },
    SETTLEMENT: { description: "The operator's, through which cycles are settled." },
    COLLATERAL: { description: "The operator's segregated one, for collateral and loss pool." },
  } as const,
});

export const BankAccountState = builder.enumType("BankAccountState", {
  description: "Whether a bank account is in use.",
  values: {
    PROPOSED: { description: "Waits for finance." },
    ACTIVE: { description: "In use." },
    SUPERSEDED: { description: "Was in use until another took its place." },
    REFUSED: { description: "Finance said no." },
  } as const,
});

export const BankAccount = builder.objectRef<BankAccountRow>("BankAccount");
builder.node(BankAccount, {
  description: "A bank account of a partner or of the operator. Superseded, never edited. A partner has only its own.",
  id: { resolve: ({ id }) => id, description: "Opaque, global, permanent." },
  loadMany: (ids, context) => bankAccounts.findMany(context, ids),
  fields: (t) => ({
    partner: t.field({
      type: Partner,
      description: "Whose.",
      resolve: ({ partnerId }, _args, context) => partners.load(context, partnerId),
    }),
    purpose: t.expose("purpose", { type: BankAccountPurpose, description: "What it is for." }),
    state: t.expose("state", { type: BankAccountState, description: "Whether it is in use." }),
    holder: t.exposeString("holder", { description: "In whose name it is." }),
    iban: t.exposeString("iban", { description: "Without spaces." }),
    bic: t.exposeString("bic", { nullable: true, description: "The bank's code. Null when none was given." }),
    usableFrom: t.expose("usableFrom", {
      type: "DateTime",
      nullable: true,
      description: "No pay-out goes there before: after a change, some days later. Null while it waits for finance.",
    }),
    supersededAt: t.expose("supersededAt", {
      type: "DateTime",
      nullable: true,
      description: "When another took its place. Null when none has.",
    }),
    createdAt: t.expose("createdAt", { type: "DateTime", description: "When it was proposed." }),
    approvalId: t.exposeID("approvalId", {
      nullable: true,
      description: "What finance decides, as `decideApproval` takes it. Null when it never waited.",
    }),
  }),
});
const bankAccountPages = connectionOf("BankAccount", BankAccount, ({ id }) => id);

builder.queryField("bankAccounts", (t) =>
  t.field(
    bankAccountPages({
      description: "Bank accounts, newest first. A partner has only its own.",
      args: {
        purpose: t.arg({ type: BankAccountPurpose, description: "Only of this purpose." }),
        state: t.arg({ type: BankAccountState, description: "Only in this state." }),
      },
      resolve: (_root, page, filter, { deps, actor }) => listBankAccounts(deps, actor, { ...page, ...filter }),
    }),
  ),
);

builder.objectField(Partner, "bankAccounts", (t) =>
  t.field({
    type: [BankAccount],
    description: "Its bank accounts, newest first. Empty when the viewer may not see them.",
    resolve: async ({ id }, _args, context) => (await bankAccountsOf.find(context, id)) ?? [],
  }),
);

const PayInAccountType = builder.objectRef<PayInAccount>("PayInAccount").implement({
  description: "The operator's account to which partners pay.",
  fields: (t) => ({
    holder: t.exposeString("holder", { description: "In whose name it is." }),
    iban: t.exposeString("iban", { description: "Without spaces." }),
    bic: t.exposeString("bic", { nullable: true, description: "The bank's code. Null when none was given." }),
  }),
});

builder.objectField(Programme, "payInAccount", (t) =>
  t.field({
    type: PayInAccountType,
    nullable: true,
    description: "Where partners pay what they owe. Null when none is in use, or the viewer may not see it.",
    resolve: (_programme, _args, { deps, actor }) => readPayInAccount(deps, actor),
  }),
);

refusal(
  BankAccountNotFound,
  "BANK_ACCOUNT_NOT_FOUND",
  "No bank account has this id, or none the viewer may see.",
  (t) => ({ bankAccountId: t.exposeID("bankAccountId", { description: "The id that was sent." }) }),
);
