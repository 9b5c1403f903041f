import { InvalidReceipt, ReturnExceedsPurchase } from "#api/engine/refusals.ts";
import { builder } from "#api/graph/builder.ts";
import { keyedMutation } from "#api/graph/mutation.ts";
import { Purchase, PurchaseReturn } from "#api/graph/purchase.ts";
import { ReturnedLineInput, returnedLineInput } from "#api/graph/receipt-line.ts";
import { Redemption, WalletAfter } from "#api/graph/redemption.ts";
import { spendRefusals } from "#api/graph/spend-refusals.ts";
import {
  occurredAtField,
  placeFields,
  placeRefusals,
  receiptFields,
  receiptInput,
  receiptRefusals,
} from "#api/graph/till-input.ts";
import { badInput } from "#api/graph/top-level.ts";
import {
  DuplicateReceipt,
  ExceedsRedemption,
  ExceedsReservation,
  ExposureLimitExceeded,
  InsufficientPoints,
  LimitReached,
  PrepaidPointsExhausted,
  ReservationExpired,
  ReservationNotFound,
  ReservationNotOpen,
  ReturnedMeanwhile,
} from "#api/ledger/refusals.ts";
import { ContractMissing } from "#api/use-cases/partners/refusals.ts";
import { recordPurchase } from "#api/use-cases/purchases/record-purchase.ts";
import {
  AmbiguousReceipt,
  FutureDated,
  PartnerNotActive,
  PurchaseNotFound,
  RedeemShareExceeded,
} from "#api/use-cases/purchases/refusals.ts";
import { returnPurchase } from "#api/use-cases/purchases/return-purchase.ts";
import type { PurchaseRef } from "#api/use-cases/purchases/returnable-purchase.ts";

const replayed = { description: "Was it done before, under the same key? Then this is the first answer again." };

export const RecordPurchaseInput = keyedMutation("recordPurchase", {
  description: "Records a whole receipt: points taken, points given, the receipt kept with the reasons.",
  input: (t) => ({
    ...receiptFields(t),
    receiptNumber: t.string({ required: true, description: "As printed; once a day at one till." }),
    businessDate: t.field({ type: "Date", description: "As printed; the local date of `occurredAt` when absent." }),
  }),
  refusals: [
    ...receiptRefusals,
    ...spendRefusals,
    RedeemShareExceeded,
    InsufficientPoints,
    ReservationNotFound,
    ReservationExpired,
    ReservationNotOpen,
    ExceedsReservation,
    ExposureLimitExceeded,
    LimitReached,
    PrepaidPointsExhausted,
    DuplicateReceipt,
  ],
  resolve: (input, { deps, actor }) => recordPurchase(deps, actor, receiptInput(input)),
  success: {
    description: "The purchase is recorded.",
    fields: (t) => ({
      purchase: t.expose("purchase", { type: Purchase, description: "The receipt, with what it gave and why." }),
      redemption: t.expose("redemption", {
        type: Redemption,
        nullable: true,
        description: "Null when no points paid.",
      }),
      wallet: t.expose("balance", { type: WalletAfter, nullable: true, description: "Null when no points moved." }),
      replayed: t.exposeBoolean("replayed", replayed),
    }),
  },
});

const ReceiptLookupInput = builder.inputType("ReceiptLookupInput", {
  description: "A purchase as its paper says.",
  fields: (t) => ({
    receiptNumber: t.string({ required: true, description: "As printed." }),
    partnerId: t.id({ description: "Where it was bought; where it comes back when absent." }),
    businessDate: t.field({ type: "Date", description: "As printed; needed where numbers repeat." }),
  }),
});

const PurchaseLookupInput = builder.inputType("PurchaseLookupInput", {
  description: "Which purchase: exactly one of these.",
  isOneOf: true,
  fields: (t) => ({
    purchaseId: t.id({ description: "The hub's id." }),
    receipt: t.field({ type: ReceiptLookupInput, description: "What its receipt says." }),
  }),
});

function purchaseRef({ purchaseId, receipt }: typeof PurchaseLookupInput.$inferInput): PurchaseRef {
  if (purchaseId) return { purchaseId };
  if (receipt) return receipt;
  throw badInput("Name the purchase by its id or by its receipt.");
}

export const ReturnPurchaseInput = keyedMutation("returnPurchase", {
  description: "Takes goods back, by line and quantity: points given are taken back, points taken are restored.",
  input: (t) => ({
    ...placeFields(t),
    purchase: t.field({ type: PurchaseLookupInput, required: true, description: "What the goods were bought with." }),
    lines: t.field({ type: [ReturnedLineInput], description: "What comes back; all that has not yet when absent." }),
    receiptNumber: t.string({ required: true, description: "The return slip's own number; once a day at one till." }),
    businessDate: t.field({ type: "Date", description: "As printed; the local date of `occurredAt` when absent." }),
    occurredAt: occurredAtField(t),
  }),
  refusals: [
    ...placeRefusals,
    ContractMissing,
    PartnerNotActive,
    PurchaseNotFound,
    AmbiguousReceipt,
    InvalidReceipt,
    ReturnExceedsPurchase,
    ReturnedMeanwhile,
    ExceedsRedemption,
    FutureDated,
    DuplicateReceipt,
  ],
  resolve: (input, { deps, actor }) => returnPurchase(deps, actor, returnInput(input)),
  success: {
    description: "The goods are back.",
    fields: (t) => ({
      purchaseReturn: t.expose("purchaseReturn", {
        type: PurchaseReturn,
        description: "What came back and what it undid.",
      }),
      wallet: t.expose("balance", { type: WalletAfter, nullable: true, description: "Null when no points moved." }),
      replayed: t.exposeBoolean("replayed", replayed),
    }),
  },
});

type ReturnFields = {
  purchase: typeof PurchaseLookupInput.$inferInput;
  lines?: readonly (typeof ReturnedLineInput.$inferInput)[] | null | undefined;
};

export function returnInput<Input extends ReturnFields>({ purchase, lines, ...rest }: Input) {
  return { ...rest, purchase: purchaseRef(purchase), lines: lines?.map(returnedLineInput) ?? null };
}
