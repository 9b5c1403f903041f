import { Approval } from "#api/graph/approval.ts";
import { BankLine } from "#api/graph/bank-line.ts";
import { builder } from "#api/graph/builder.ts";
import { Money, moneyE6 } from "#api/graph/money.ts";
import { keyedMutation } from "#api/graph/mutation.ts";
import { Obligation } from "#api/graph/obligation.ts";
import { refusal } from "#api/graph/refusals.ts";
import { TransitionRefused } from "#api/use-cases/machine.ts";
import { InvalidValue, PartnerNotFound } from "#api/use-cases/partners/refusals.ts";
import { applyWaterfall } from "#api/use-cases/risk/apply-waterfall.ts";
import { declareDefault } from "#api/use-cases/risk/declare-default.ts";
import { instructPayment } from "#api/use-cases/settlement/instruct-payment.ts";
import { recordBankLine } from "#api/use-cases/settlement/record-bank-line.ts";
import { recordCollateral, recordLossPool } from "#api/use-cases/settlement/record-secured.ts";
import {
  BankLineRecorded,
  BankLineUnexplained,
  DrawExceedsUse,
  ObligationNotFound,
  PaymentExceedsCash,
  ReceiptNotReturnable,
} from "#api/use-cases/settlement/refusals.ts";

refusal(ObligationNotFound, "OBLIGATION_NOT_FOUND", "No obligation has this id, or none the viewer may see.", (t) => ({
  obligationId: t.exposeID("obligationId", { description: "The id that was sent." }),
}));
refusal(
  BankLineRecorded,
  "BANK_LINE_RECORDED",
  "The bank's reference was recorded before, under another key.",
  (t) => ({
    bankLineId: t.exposeID("bankLineId", { description: "The line that has it." }),
  }),
);
refusal(BankLineUnexplained, "BANK_LINE_UNEXPLAINED", "Money left the account and nothing known explains it.", (t) => ({
  bankRef: t.exposeString("bankRef", { description: "The bank's reference." }),
}));
refusal(
  ReceiptNotReturnable,
  "RECEIPT_NOT_RETURNABLE",
  "The receipt is not there, or no longer without owner.",
  (t) => ({
    bankRef: t.exposeString("bankRef", { description: "The receipt's bank reference." }),
  }),
);
refusal(DrawExceedsUse, "DRAW_EXCEEDS_USE", "More than the waterfall used and nobody has drawn yet.", (t) => ({
  used: t.field({ type: Money, description: "What may still be drawn.", resolve: ({ usedE6 }) => usedE6 }),
}));
refusal(PaymentExceedsCash, "PAYMENT_EXCEEDS_CASH", "The settlement account has not enough that is free.", (t) => ({
  free: t.field({ type: Money, description: "What it could pay now.", resolve: ({ freeE6 }) => freeE6 }),
}));

const BankLineKind = builder.enumType("BankLineKind", {
  description: "What the bank's transaction code says.",
  values: {
    PAYMENT: { description: "Somebody's payment." },
    CHARGE: { description: "The bank's own fee." },
  } as const,
});

keyedMutation("recordBankLine", {
  description:
    "Books one movement on the settlement account and what it causes: its end-to-end id tells which obligation is paid " +
    "(CY7-GROCER-IN, CY7-FUEL-OUT), which collateral is drawn (CY7-PHARMACY-COLL), which receipt goes back (RTN-…).",
  input: (t) => ({
    bookedOn: t.field({ type: "Date", required: true, description: "When the bank booked it." }),
    amount: t.field({ type: "Decimal", required: true, description: "Positive: money came in." }),
    bankRef: t.string({ required: true, description: "The bank's own reference: a line is recorded once." }),
    endToEndId: t.string({ description: "What the payer wrote it is for." }),
    remittance: t.string({ description: "Free text." }),
    kind: t.field({ type: BankLineKind, required: true, description: "What the bank says it is." }),
  }),
  refusals: [BankLineRecorded, BankLineUnexplained, ReceiptNotReturnable, DrawExceedsUse],
  resolve: async ({ amount, ...line }, { deps, actor }) => ({
    bankLine: await recordBankLine(deps, actor, { ...line, amountE6: moneyE6(amount) }),
  }),
  success: {
    description: "It is recorded.",
    fields: (t) => ({ bankLine: t.expose("bankLine", { type: BankLine, description: "With the entry it caused." }) }),
  },
});

keyedMutation("instructPayment", {
  description: "Orders the transfer of what a partner is owed. It is settled when the bank has booked it.",
  input: (t) => ({ obligationId: t.id({ required: true, description: "Which pay-out." }) }),
  refusals: [ObligationNotFound, TransitionRefused, PaymentExceedsCash],
  resolve: async (input, { deps, actor }) => ({ obligation: await instructPayment(deps, actor, input) }),
  success: {
    description: "The transfer is ordered.",
    fields: (t) => ({ obligation: t.expose("obligation", { type: Obligation, description: "As it is now." }) }),
  },
});

keyedMutation("declareDefault", {
  description: "Asks a second person for the word that an overdue partner will not pay.",
  input: (t) => ({
    obligationId: t.id({ required: true, description: "Which obligation." }),
    reason: t.string({ required: true, description: "Why; kept with the transition." }),
  }),
  refusals: [ObligationNotFound, TransitionRefused],
  resolve: (input, { deps, actor }) => declareDefault(deps, actor, input),
  success: {
    description: "It waits for a second person.",
    fields: (t) => ({
      obligation: t.expose("obligation", { type: Obligation, description: "As it is now." }),
      approval: t.expose("approval", { type: Approval, description: "What a second person has to decide." }),
    }),
  },
});

keyedMutation("applyWaterfall", {
  description:
    "Covers an obligation in default: the partner's collateral, its loss pool, the operator's first loss, the others' pool.",
  input: (t) => ({ obligationId: t.id({ required: true, description: "Which obligation." }) }),
  refusals: [ObligationNotFound, TransitionRefused],
  resolve: async (input, { deps, actor }) => ({ obligation: await applyWaterfall(deps, actor, input) }),
  success: {
    description: "It is covered.",
    fields: (t) => ({ obligation: t.expose("obligation", { type: Obligation, description: "As it is now." }) }),
  },
});

const CollateralPartInput = builder.inputType("CollateralPartInput", {
  description: "What one partner put up.",
  fields: (t) => ({
    partnerId: t.id({ required: true, description: "Who." }),
    amount: t.field({ type: "Decimal", required: true, description: "How much; greater than zero." }),
  }),
});

const secured = [
  ["recordCollateral", recordCollateral, "Records cash that partners put up as collateral."],
  ["recordLossPool", recordLossPool, "Records cash that partners pay into the loss pool."],
] as const;

for (const [name, record, description] of secured) {
  keyedMutation(name, {
    description,
    input: (t) => ({
      parts: t.field({ type: [CollateralPartInput], required: true, description: "By partner, in one entry." }),
    }),
    refusals: [PartnerNotFound, InvalidValue],
    resolve: async ({ parts, idempotencyKey }, { deps, actor }) => {
      const amounts = parts.map(({ partnerId, amount }) => ({ partnerId, amountE6: moneyE6(amount) }));
      return record(deps, actor, { parts: amounts, idempotencyKey });
    },
    success: {
      description: "It is on the segregated account.",
      fields: (t) => ({
        isReplay: t.boolean({
          description: "Was it recorded by an earlier request with this key?",
          resolve: ({ replayed }) => replayed,
        }),
      }),
    },
  });
}
