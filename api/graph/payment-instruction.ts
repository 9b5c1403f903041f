import { BankAccount, bankAccounts } from "#api/graph/bank-account.ts";
import { builder } from "#api/graph/builder.ts";
import { connectionOf } from "#api/graph/connection.ts";
import { Cycle, cycles } from "#api/graph/cycle.ts";
import { byId } from "#api/graph/loaders.ts";
import { Money } from "#api/graph/money.ts";
import { Obligation, obligations } from "#api/graph/obligation.ts";
import { Partner, partners } from "#api/graph/partner.ts";
import type { PaymentInstruction as PaymentRow } from "#api/sql/rows.ts";
import { findPayments, findPaymentsOf, listPayments } from "#api/use-cases/payments/find-payments.ts";

export const payments = byId(findPayments);
const paymentsOf = byId(findPaymentsOf);

export const PaymentKind = builder.enumType("PaymentKind", {
  description: "Which way the money goes.",
  values: {
    PAY_IN: { description: "From a partner to the settlement account." },
    PAY_OUT: { description: "From the settlement account to a partner." },
    RETURN: { description: "From the settlement account back to whoever sent it: money without an owner." },
  } as const,
});

export const PaymentState = builder.enumType("PaymentState", {
  description: "How far a payment has come. Pay-outs and returns from DRAFT, pay-ins from EXPECTED.",
  values: {
    DRAFT: { description: "Made with the cycle's obligations; nobody has submitted it." },
    PENDING_APPROVAL: { description: "Waits for finance; above the threshold for two people of finance." },
    APPROVED: { description: "May be given to the bank." },
    EXPORTED: { description: "In a file for the bank." },
    ACCEPTED: { description: "The bank took it." },
    BOOKED: { description: "The bank carried it out." },
    CANCELLED: { description: "Withdrawn before it was sent." },
    REJECTED: { description: "The bank refused it; it is due again, or its receipt waits again." },
    RETURNED: { description: "It came back; it is due again, or a receipt without owner again." },
    EXPECTED: { description: "Nothing came in yet." },
    PARTIAL: { description: "A part came in." },
    PROVISIONAL: { description: "Came in by direct debit, which the payer may still take back." },
    RECEIVED: { description: "All of it came in." },
  } as const,
});

export const PaymentInstruction = builder.objectRef<PaymentRow>("PaymentInstruction");
builder.node(PaymentInstruction, {
  description: "One transfer of money to make or to expect. Never edited once sent. A partner has only its own.",
  id: { resolve: ({ id }) => id, description: "Opaque, global, permanent." },
  loadMany: (ids, context) => payments.findMany(context, ids),
  fields: (t) => ({
    kind: t.expose("kind", { type: PaymentKind, description: "Which way the money goes." }),
    state: t.expose("state", { type: PaymentState, description: "How far it has come." }),
    partner: t.field({
      type: Partner,
      nullable: true,
      description: "Who pays or is paid. Null for a return to an account that is no partner's.",
      resolve: ({ partnerId }, _args, context) => partners.find(context, partnerId),
    }),
    cycle: t.field({
      type: Cycle,
      nullable: true,
      description: "The cycle it settles. Null for a return.",
      resolve: ({ cycleId }, _args, context) => cycles.find(context, cycleId),
    }),
    obligation: t.field({
      type: Obligation,
      nullable: true,
      description: "What it discharges. Null for a return, or when the viewer may not see it.",
      resolve: ({ obligationId }, _args, context) => obligations.find(context, obligationId),
    }),
    amount: t.expose("amountE6", { type: Money, description: "How much." }),
    received: t.expose("receivedE6", { type: Money, description: "PAY_IN: how much of it came in." }),
    endToEndId: t.exposeString("endToEndId", { description: "What the banks carry through with it." }),
    creditorReference: t.exposeString("creditorRef", {
      nullable: true,
      description: "PAY_IN: the structured reference (RF…) the payer may use instead. Null for pay-outs.",
    }),
    bankAccount: t.field({
      type: BankAccount,
      nullable: true,
      description: "Where a pay-out goes. Null until it is submitted, for pay-ins and for returns.",
      resolve: ({ bankAccountId }, _args, context) => bankAccounts.find(context, bankAccountId),
    }),
    creditorName: t.exposeString("creditorName", {
      nullable: true,
      description: "RETURN: to whom, as the receipt names its payer. Null otherwise.",
    }),
    creditorIban: t.exposeString("creditorIban", {
      nullable: true,
      description: "RETURN: the account the money came from. Null otherwise.",
    }),
    remittance: t.exposeString("remittance", {
      nullable: true,
      description: "RETURN: what the payer reads with it. Null otherwise: the end-to-end id.",
    }),
    provisionalUntil: t.field({
      type: "DateTime",
      nullable: true,
      description: "Until when a direct debit's payer may take it back. Null when nobody can.",
      resolve: ({ state, provisionalUntil }) => (state === "PROVISIONAL" ? provisionalUntil : null),
    }),
    bankAnswer: t.exposeString("bankAnswer", {
      nullable: true,
      description: "What the bank answered: status and reasons. Null when nothing yet.",
    }),
    submittedBy: t.exposeString("submittedBy", { nullable: true, description: "Who laid it before finance." }),
    approvedBy: t.exposeString("approvedBy", { nullable: true, description: "Who of finance agreed first." }),
    secondApprovedBy: t.exposeString("secondApprovedBy", {
      nullable: true,
      description: "Who of finance agreed second, where it takes two.",
    }),
    replaces: t.field({
      type: PaymentInstruction,
      nullable: true,
      description: "The cancelled, rejected or returned payment whose place it took.",
      resolve: ({ replacesId }, _args, context) => payments.find(context, replacesId),
    }),
    createdAt: t.expose("createdAt", { type: "DateTime", description: "When it was made." }),
  }),
});
const paymentPages = connectionOf("PaymentInstruction", PaymentInstruction, ({ id }) => id);

builder.queryField("payments", (t) =>
  t.field(
    paymentPages({
      description: "Transfers to make and to expect, newest first. A partner has only its own.",
      args: {
        cycleId: t.arg.id({ description: "Only of this cycle." }),
        partnerId: t.arg.id({ description: "Only of this partner." }),
        kind: t.arg({ type: PaymentKind, description: "Only this way." }),
        states: t.arg({ type: [PaymentState], description: "Only in one of these states." }),
      },
      resolve: (_root, page, filter, { deps, actor }) => listPayments(deps, actor, filter, page),
    }),
  ),
);

builder.objectField(Obligation, "payments", (t) =>
  t.field({
    type: [PaymentInstruction],
    description: "The transfers that discharge it, the first attempt first.",
    resolve: async ({ id }, _args, context) => (await paymentsOf.find(context, id)) ?? [],
  }),
);
