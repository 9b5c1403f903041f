import type { ReturnedLine as ReturnedLineRow, SoldLine } from "#api/engine/return.ts";
import { builder } from "#api/graph/builder.ts";
import { Money, moneyE6, optionalMoneyE6 } from "#api/graph/money.ts";
import { formatMilli, milliOf } from "#api/graph/quantity.ts";
import type { LineInput } from "#api/use-cases/purchases/receipt.ts";

export const ReceiptLineKind = builder.enumType("ReceiptLineKind", {
  description: "What a line of a receipt stands for.",
  values: {
    GOODS: { description: "Something carried home." },
    SERVICE: { description: "Something done." },
    FEE: { description: "A charge: delivery, commission." },
  } as const,
});

export const ReceiptLine = builder.objectRef<SoldLine>("ReceiptLine").implement({
  description: "One line of a receipt as the till saw it, with its share of the points.",
  fields: (t) => ({
    seq: t.exposeInt("seq", { description: "Its number on the receipt; returns name it." }),
    sku: t.exposeString("sku", { description: "The partner's number of the article; empty when the till sent none." }),
    name: t.exposeString("name", { description: "As printed; empty when the till sent none." }),
    category: t.exposeString("category", { description: "As the partner sorts its articles; empty when not sent." }),
    brand: t.exposeString("brand", { nullable: true, description: "Null when the till sent none." }),
    kind: t.expose("kind", { type: ReceiptLineKind, description: "What it stands for." }),
    quantity: t.field({
      type: "Decimal",
      description: "How much, to three places.",
      resolve: ({ quantityMilli }) => formatMilli(quantityMilli),
    }),
    unitPrice: t.expose("unitPriceE6", { type: Money, description: "Before the discount." }),
    discount: t.expose("discountE6", { type: Money, description: "What was taken off the whole line." }),
    amount: t.expose("amountE6", { type: Money, description: "What the line costs after its discount." }),
    pointsEarned: t.expose("pointsEarned", {
      type: "Points",
      description: "Its share of the points given; a return takes these back.",
    }),
    pointsSpent: t.expose("pointsSpent", {
      type: "Points",
      description: "Its share of the points that paid; a return restores these.",
    }),
  }),
});

export const ReturnedLine = builder.objectRef<ReturnedLineRow>("ReturnedLine").implement({
  description: "What came back of one line.",
  fields: (t) => ({
    seq: t.exposeInt("seq", { description: "The line's number on the purchase's receipt." }),
    quantity: t.field({
      type: "Decimal",
      description: "How much came back.",
      resolve: ({ quantityMilli }) => formatMilli(quantityMilli),
    }),
  }),
});

const LineDiscountInput = builder.inputType("LineDiscountInput", {
  description: "What the till took off a line for a campaign, as the quote granted it.",
  fields: (t) => ({
    campaignId: t.id({ required: true, description: "Which campaign." }),
    amount: t.field({ type: "Decimal", required: true, description: "How much; the line's discount contains it." }),
  }),
});

export const ReceiptLineInput = builder.inputType("ReceiptLineInput", {
  description: "One line of a receipt. Only what it costs is needed.",
  fields: (t) => ({
    seq: t.int({ description: "Its number on the receipt; counted from 1 when absent." }),
    sku: t.string({ description: "The partner's number of the article." }),
    name: t.string({ description: "As printed." }),
    category: t.string({ description: "As the partner sorts its articles; campaigns may ask for it." }),
    brand: t.string({ description: "The article's brand." }),
    kind: t.field({ type: ReceiptLineKind, description: "GOODS when absent." }),
    quantity: t.field({ type: "Decimal", description: "To three places; one when absent." }),
    unitPrice: t.field({
      type: "Decimal",
      description: "Before the discount; what the other figures give when absent.",
    }),
    discount: t.field({
      type: "Decimal",
      description: "What was taken off the whole line; what is stated for campaigns when absent.",
    }),
    amount: t.field({ type: "Decimal", required: true, description: "What the line costs after its discount." }),
    campaignDiscounts: t.field({
      type: [LineDiscountInput],
      description: "What of the discount is for campaigns: what is not stated is paid for by nobody else.",
    }),
  }),
});

export function lineInput(line: typeof ReceiptLineInput.$inferInput): LineInput {
  const { quantity, unitPrice, discount, amount, campaignDiscounts, ...rest } = line;
  return {
    ...rest,
    quantityMilli: quantity ? milliOf(quantity) : null,
    unitPriceE6: optionalMoneyE6(unitPrice),
    discountE6: optionalMoneyE6(discount),
    amountE6: moneyE6(amount),
    campaignDiscounts:
      campaignDiscounts?.map((one) => ({ campaignId: one.campaignId, amountE6: moneyE6(one.amount) })) ?? null,
  };
}

export const ReturnedLineInput = builder.inputType("ReturnedLineInput", {
  description: "What comes back of one line.",
  fields: (t) => ({
    seq: t.int({ required: true, description: "The line's number on the purchase's receipt." }),
    quantity: t.field({ type: "Decimal", required: true, description: "How much comes back, to three places." }),
  }),
});

export function returnedLineInput({ seq, quantity }: typeof ReturnedLineInput.$inferInput): ReturnedLineRow {
  return { seq, quantityMilli: milliOf(quantity) };
}
