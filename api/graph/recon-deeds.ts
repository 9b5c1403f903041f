import { Approval } from "#api/graph/approval.ts";
import { builder } from "#api/graph/builder.ts";
import { Money, moneyE6 } from "#api/graph/money.ts";
import { keyedMutation, mutation } from "#api/graph/mutation.ts";
import { PaymentInstruction } from "#api/graph/payment-instruction.ts";
import { ReconItem } from "#api/graph/recon-item.ts";
import { refusal } from "#api/graph/refusals.ts";
import { TransitionRefused } from "#api/use-cases/machine.ts";
import { ReconItemNotFound } from "#api/use-cases/partner-files/refusals.ts";
import { InvalidValue } from "#api/use-cases/partners/refusals.ts";
import { PaymentNotFound } from "#api/use-cases/payments/refusals.ts";
import { confirmSuggestion, refuseSuggestion } from "#api/use-cases/reconciliation/answer-suggestion.ts";
import { explainDebit, matchReceipts, writeOffDifference } from "#api/use-cases/reconciliation/propose-resolution.ts";
import {
  AmountDoesNotFit,
  MatchFinal,
  NothingToExplain,
  PayerUnknown,
  ReceiptGoingBack,
  SuggestionNotFound,
  WriteOffTooLarge,
} from "#api/use-cases/reconciliation/refusals.ts";
import { resolveReconItem } from "#api/use-cases/reconciliation/resolve-item.ts";
import { markForReturn } from "#api/use-cases/reconciliation/return-receipt.ts";
import { takeReconItem } from "#api/use-cases/reconciliation/take-item.ts";
import { unmatchReconItem } from "#api/use-cases/reconciliation/unmatch-item.ts";

refusal(SuggestionNotFound, "SUGGESTION_NOT_FOUND", "The item has no such suggestion.", (t) => ({
  itemId: t.exposeID("itemId", { description: "Which item." }),
}));
refusal(AmountDoesNotFit, "AMOUNT_DOES_NOT_FIT", "The amount is not what is open here.", (t) => ({
  fits: t.expose("fitsE6", { type: Money, description: "The most that fits." }),
  asked: t.expose("askedE6", { type: Money, description: "What was asked for." }),
}));
refusal(WriteOffTooLarge, "WRITE_OFF_TOO_LARGE", "More than two people may give up.", (t) => ({
  left: t.expose("leftE6", { type: Money, description: "The most that may still be written off here." }),
  asked: t.expose("askedE6", { type: Money, description: "What was asked for." }),
}));
refusal(NothingToExplain, "NOTHING_TO_EXPLAIN", "Nothing of the item waits for this deed.", (t) => ({
  itemId: t.exposeID("itemId", { description: "Which item." }),
}));

refusal(ReceiptGoingBack, "RECEIPT_GOING_BACK", "A payment is to send the receipt's money back.", (t) => ({
  itemId: t.exposeID("itemId", { description: "Which receipt's item." }),
  paymentId: t.exposeID("paymentId", { description: "What sends it back; withdraw it first." }),
}));
refusal(MatchFinal, "MATCH_FINAL", "Only a movement the other way undoes this match.", (t) => ({
  itemId: t.exposeID("itemId", { description: "Which item." }),
  because: t.exposeString("because", {
    description: "OWN_TRANSFER: between the operator's accounts. RECOVERY: it paid a default back.",
  }),
}));
refusal(PayerUnknown, "PAYER_UNKNOWN", "The bank does not say where the money came from.", (t) => ({
  itemId: t.exposeID("itemId", { description: "Which item." }),
}));

type Row = { item: typeof ReconItem.$inferType };
type Shape = typeof builder.$inferSchemaTypes;
const itemField = (t: PothosSchemaTypes.ObjectFieldBuilder<Shape, Row>) => ({
  item: t.expose("item", { type: ReconItem, description: "As it is now." }),
});

const Proposed = (t: PothosSchemaTypes.ObjectFieldBuilder<Shape, { items: Row["item"][]; approval: ApprovalRow }>) => ({
  items: t.field({ type: [ReconItem], description: "As they are now.", resolve: ({ items }) => items }),
  approval: t.expose("approval", { type: Approval, description: "What finance has to decide." }),
});
type ApprovalRow = typeof Approval.$inferType;

mutation("confirmSuggestion", {
  description: "A clerk's yes to what the hub suggested: the money goes to whom it suggested.",
  input: (t) => ({
    itemId: t.id({ required: true, description: "Which item." }),
    suggestion: t.int({ description: "Which of its suggestions, from 0; the best when absent." }),
  }),
  refusals: [
    ReconItemNotFound,
    SuggestionNotFound,
    PaymentNotFound,
    AmountDoesNotFit,
    NothingToExplain,
    ReceiptGoingBack,
    TransitionRefused,
  ],
  resolve: async (input, { deps, actor }) => ({ item: await confirmSuggestion(deps, actor, input) }),
  success: { description: "It is matched.", fields: itemField },
});

mutation("refuseSuggestion", {
  description: "A clerk's no: none of the suggestions is right, and somebody has to look into it.",
  input: (t) => ({
    itemId: t.id({ required: true, description: "Which item." }),
    reason: t.string({ required: true, description: "Why; kept with the transition." }),
  }),
  refusals: [ReconItemNotFound, TransitionRefused],
  resolve: async (input, { deps, actor }) => ({ item: await refuseSuggestion(deps, actor, input) }),
  success: { description: "It is a break.", fields: itemField },
});

mutation("takeReconItem", {
  description: "Takes a break on, to look into it.",
  input: (t) => ({ itemId: t.id({ required: true, description: "Which item." }) }),
  refusals: [ReconItemNotFound, TransitionRefused],
  resolve: async (input, { deps, actor }) => ({ item: await takeReconItem(deps, actor, input) }),
  success: { description: "The viewer looks into it.", fields: itemField },
});

mutation("resolveReconItem", {
  description: "Closes a bank break that needs no entry, because nothing of its line is open.",
  input: (t) => ({
    itemId: t.id({ required: true, description: "Which item." }),
    resolution: t.string({ required: true, description: "What came of it." }),
  }),
  refusals: [ReconItemNotFound, AmountDoesNotFit, TransitionRefused],
  resolve: async (input, { deps, actor }) => ({ item: await resolveReconItem(deps, actor, input) }),
  success: { description: "It is closed.", fields: itemField },
});

mutation("unmatchReconItem", {
  description: "Finance takes a match back, until the cycle it settled is settled.",
  input: (t) => ({
    itemId: t.id({ required: true, description: "Which item." }),
    reason: t.string({ required: true, description: "Why; kept with the transition." }),
  }),
  refusals: [ReconItemNotFound, NothingToExplain, MatchFinal, AmountDoesNotFit, ReceiptGoingBack, TransitionRefused],
  resolve: async (input, { deps, actor }) => ({ item: await unmatchReconItem(deps, actor, input) }),
  success: { description: "It is a break again.", fields: itemField },
});

keyedMutation("markForReturn", {
  description:
    "Makes the payment that sends what of a receipt has no owner back to where it came from, and lays it before finance: " +
    "`approvePayments` and `exportPayments` without a cycle carry it on, the bank's debit closes the receipt.",
  input: (t) => ({
    itemId: t.id({ required: true, description: "Which item; somebody looks into it." }),
    reason: t.string({ required: true, description: "Why; kept with the transition." }),
    holder: t.string({ description: "Whose account it is. Needed where the bank does not name the payer." }),
    iban: t.string({
      description:
        "Which account. Needed where the bank does not say; another than it says only after an attempt failed.",
    }),
  }),
  refusals: [ReconItemNotFound, NothingToExplain, PayerUnknown, ReceiptGoingBack, InvalidValue, TransitionRefused],
  resolve: (input, { deps, actor }) => markForReturn(deps, actor, input),
  success: {
    description: "It waits for finance.",
    fields: (t) => ({
      item: t.expose("item", { type: ReconItem, description: "As it is now." }),
      payment: t.expose("payment", { type: PaymentInstruction, description: "What sends it back." }),
    }),
  },
});

const MatchPartInput = builder.inputType("ReconMatchPartInput", {
  description: "How much goes to one pay-in.",
  fields: (t) => ({
    paymentId: t.id({ required: true, description: "Which pay-in." }),
    amount: t.field({ type: "Decimal", required: true, description: "How much; greater than zero." }),
  }),
});

keyedMutation("matchReceipts", {
  description:
    "Proposes which pay-ins receipts without owner are for: one or several to one or several. Finance agrees; what is " +
    "left of the receipts stays without owner.",
  input: (t) => ({
    itemIds: t.idList({ required: true, description: "The receipts; somebody looks into each." }),
    parts: t.field({ type: [MatchPartInput], required: true, description: "What goes where." }),
    reason: t.string({ required: true, description: "Why; finance reads it." }),
  }),
  refusals: [ReconItemNotFound, NothingToExplain, ReceiptGoingBack, TransitionRefused],
  resolve: ({ parts, ...input }, { deps, actor }) =>
    matchReceipts(deps, actor, {
      ...input,
      parts: parts.map(({ paymentId, amount }) => ({ paymentId, amountE6: moneyE6(amount) })),
    }),
  success: { description: "It waits for finance.", fields: Proposed },
});

const DebitMeaning = builder.enumType("DebitMeaning", {
  description: "What a debit was that nothing explained.",
  values: {
    BANK_CHARGE: { description: "The bank's own fee." },
    PAY_OUT: { description: "A pay-out of ours." },
    RETURNED_RECEIPT: { description: "A receipt without owner that went back." },
  } as const,
});

keyedMutation("explainDebit", {
  description: "Proposes what a debit was that nothing explained. Finance agrees.",
  input: (t) => ({
    itemId: t.id({ required: true, description: "Which item." }),
    as: t.field({ type: DebitMeaning, required: true, description: "What it was." }),
    paymentId: t.id({ description: "With PAY_OUT: which." }),
    receiptItemId: t.id({ description: "With RETURNED_RECEIPT: the receipt's item." }),
    reason: t.string({ required: true, description: "Why; finance reads it." }),
  }),
  refusals: [ReconItemNotFound, NothingToExplain, ReceiptGoingBack, TransitionRefused],
  resolve: (input, { deps, actor }) => explainDebit(deps, actor, input),
  success: { description: "It waits for finance.", fields: Proposed },
});

keyedMutation("writeOffDifference", {
  description: "Proposes to give up a difference under the programme's tolerance. Finance agrees.",
  input: (t) => ({
    itemId: t.id({ required: true, description: "Which item." }),
    reason: t.string({ required: true, description: "Why; finance reads it." }),
  }),
  refusals: [ReconItemNotFound, NothingToExplain, ReceiptGoingBack, WriteOffTooLarge, TransitionRefused],
  resolve: (input, { deps, actor }) => writeOffDifference(deps, actor, input),
  success: { description: "It waits for finance.", fields: Proposed },
});
