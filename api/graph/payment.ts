import type { PaymentPart as Part } from "#api/engine/purchase.ts";
import { builder } from "#api/graph/builder.ts";
import { Money } from "#api/graph/money.ts";

const PaymentMeans = builder.enumType("PaymentMeans", {
  description: "What was paid with, apart from points.",
  values: {
    CASH: { description: "Notes and coins." },
    CARD: { description: "A bank card." },
    TRANSFER: { description: "From account to account." },
    VOUCHER: { description: "A prepaid paper or code." },
    OTHER: { description: "Anything else." },
  } as const,
});

export const PaymentPart = builder.objectRef<Part>("PaymentPart").implement({
  description: "How a part of a receipt was paid in money.",
  fields: (t) => ({
    means: t.expose("means", { type: PaymentMeans, description: "What it was paid with." }),
    amount: t.expose("amountE6", { type: Money, description: "What was kept, after change." }),
  }),
});

export const PaymentPartInput = builder.inputType("PaymentPartInput", {
  description: "A part of the receipt that was paid in money.",
  fields: (t) => ({
    means: t.field({ type: PaymentMeans, required: true, description: "What it was paid with." }),
    amount: t.field({ type: "Decimal", required: true, description: "What was kept, after change." }),
  }),
});
