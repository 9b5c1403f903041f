import type { builder } from "#api/graph/builder.ts";
import { Money } from "#api/graph/money.ts";
import { keyedMutation, mutation } from "#api/graph/mutation.ts";
import { PaymentFile } from "#api/graph/payment-file.ts";
import { PaymentInstruction } from "#api/graph/payment-instruction.ts";
import { refusal } from "#api/graph/refusals.ts";
import { BankFileKnown, BankFileUnreadable, PaymentFileUnknown } from "#api/use-cases/banking/refusals.ts";
import { CycleNotFound, EarlierCycleUnfinished, SecondPersonRequired } from "#api/use-cases/cycles/refusals.ts";
import { TransitionRefused } from "#api/use-cases/machine.ts";
import { approvePayments } from "#api/use-cases/payments/approve-payments.ts";
import { cancelPayments } from "#api/use-cases/payments/cancel-payments.ts";
import { exportPayments } from "#api/use-cases/payments/export-payments.ts";
import {
  BankAccountMissing,
  NoPaymentReady,
  PaymentExceedsCash,
  PaymentHeld,
  PaymentNotFound,
} from "#api/use-cases/payments/refusals.ts";
import { replacePayment } from "#api/use-cases/payments/replace-payment.ts";
import { submitPayments } from "#api/use-cases/payments/submit-payments.ts";
import { uploadBankFile } from "#api/use-cases/payments/upload-bank-file.ts";

refusal(PaymentNotFound, "PAYMENT_NOT_FOUND", "No payment of the cycle has this id.", (t) => ({
  paymentId: t.exposeID("paymentId", { description: "The id that was sent." }),
}));
refusal(NoPaymentReady, "NO_PAYMENT_READY", "None of the cycle's pay-outs is where this deed begins.", (t) => ({
  state: t.exposeString("state", { description: "Where one would have to be." }),
}));
refusal(BankAccountMissing, "BANK_ACCOUNT_MISSING", "There is no active bank account to pay from or to.", (t) => ({
  partnerId: t.exposeID("partnerId", { description: "Whose account is missing." }),
}));
refusal(PaymentExceedsCash, "PAYMENT_EXCEEDS_CASH", "The settlement account has not enough that is free.", (t) => ({
  free: t.expose("freeE6", { type: Money, description: "What it could pay now." }),
  asked: t.expose("askedE6", { type: Money, description: "What was to be paid." }),
}));
refusal(PaymentHeld, "PAYMENT_HELD", "The payment is held, or its bank account may not be used yet.", (t) => ({
  paymentId: t.exposeID("paymentId", { description: "Which payment." }),
}));

const paymentFields = (t: PothosSchemaTypes.ObjectFieldBuilder<GraphShape, Payments>) => ({
  payments: t.field({
    type: [PaymentInstruction],
    description: "The payments as they are now.",
    resolve: ({ payments }) => payments,
  }),
});

type GraphShape = typeof builder.$inferSchemaTypes;
type Payments = { payments: (typeof PaymentInstruction.$inferType)[] };

mutation("submitPayments", {
  description:
    "Lays a cycle's drafts of pay-outs before finance, each for the account its partner is paid to. Without ids: all " +
    "drafts whose partner has an account.",
  input: (t) => ({
    cycleId: t.id({ required: true, description: "Of which cycle." }),
    paymentIds: t.idList({ description: "Only these." }),
  }),
  refusals: [PaymentNotFound, NoPaymentReady, BankAccountMissing, TransitionRefused],
  resolve: async (input, { deps, actor }) => ({ payments: await submitPayments(deps, actor, input) }),
  success: { description: "They wait for finance.", fields: paymentFields },
});

mutation("approvePayments", {
  description:
    "Finance's yes to submitted pay-outs, by somebody who did not submit them. Above the programme's threshold it takes " +
    "two people of finance. Without ids: all that wait in the cycle, or of what goes back to payers.",
  input: (t) => ({
    cycleId: t.id({ description: "Of which cycle; without one: what goes back to payers." }),
    paymentIds: t.idList({ description: "Only these." }),
  }),
  refusals: [PaymentNotFound, NoPaymentReady, SecondPersonRequired, TransitionRefused],
  resolve: async (input, { deps, actor }) => ({ payments: await approvePayments(deps, actor, input) }),
  success: { description: "They are approved, or half so.", fields: paymentFields },
});

mutation("cancelPayments", {
  description: "Withdraws pay-outs and returns that were not yet given to the bank.",
  input: (t) => ({
    cycleId: t.id({ description: "Of which cycle; without one: what goes back to payers." }),
    paymentIds: t.idList({ required: true, description: "Which." }),
    reason: t.string({ required: true, description: "Why; kept with the transition." }),
  }),
  refusals: [PaymentNotFound, NoPaymentReady, TransitionRefused],
  resolve: async (input, { deps, actor }) => ({ payments: await cancelPayments(deps, actor, input) }),
  success: { description: "They are withdrawn.", fields: paymentFields },
});

keyedMutation("replacePayment", {
  description: "Makes a new draft in the place of a pay-out that was cancelled, rejected or returned.",
  input: (t) => ({
    paymentId: t.id({ required: true, description: "The payment to replace." }),
    reason: t.string({ required: true, description: "Why; kept with the transition." }),
  }),
  refusals: [PaymentNotFound, CycleNotFound, TransitionRefused],
  resolve: async (input, { deps, actor }) => ({ payment: await replacePayment(deps, actor, input) }),
  success: {
    description: "The new payment is a draft.",
    fields: (t) => ({ payment: t.expose("payment", { type: PaymentInstruction, description: "The new one." }) }),
  },
});

keyedMutation("exportPayments", {
  description:
    "Writes approved pay-outs of a cycle into one file for the bank (pain.001) and books them as sent: all of them, or " +
    "the named ones. What is held waits. Never more than what is free on the settlement account, and never before " +
    "the pay-outs of an earlier cycle. Without a cycle: what goes back to payers, booked when the bank has sent it.",
  input: (t) => ({
    cycleId: t.id({ description: "Of which cycle; without one: what goes back to payers." }),
    paymentIds: t.idList({ description: "Only these." }),
  }),
  refusals: [
    PaymentNotFound,
    NoPaymentReady,
    PaymentHeld,
    PaymentExceedsCash,
    BankAccountMissing,
    CycleNotFound,
    EarlierCycleUnfinished,
    TransitionRefused,
  ],
  resolve: async (input, { deps, actor }) => ({ file: await exportPayments(deps, actor, input) }),
  success: {
    description: "The file can be given to the bank.",
    fields: (t) => ({ file: t.expose("file", { type: PaymentFile, description: "The same bytes for the same key." }) }),
  },
});

keyedMutation("uploadBankFile", {
  description: "Takes the bank's answer to a payment file (pain.002): what it accepted, and what is due again.",
  input: (t) => ({
    name: t.string({ required: true, description: "The file's name." }),
    content: t.string({ required: true, description: "The file, as text." }),
  }),
  refusals: [BankFileUnreadable, BankFileKnown, PaymentFileUnknown],
  resolve: async (input, { deps, actor }) => (await uploadBankFile(deps, actor, input)).tally,
  success: {
    description: "The answers are taken.",
    fields: (t) => ({
      accepted: t.exposeInt("accepted", { description: "How many payments the bank took." }),
      rejected: t.exposeInt("rejected", { description: "How many it refused: they are due again." }),
      pending: t.exposeInt("pending", { description: "How many it has not decided." }),
    }),
  },
});
