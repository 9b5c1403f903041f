import { builder } from "#api/graph/builder.ts";
import { mutation } from "#api/graph/mutation.ts";
import { CapturePointsInput, RedeemPointsInput, ReleasePointsInput, redeemInput } from "#api/graph/points-deeds.ts";
import { Purchase, PurchaseReturn } from "#api/graph/purchase.ts";
import { RecordPurchaseInput, ReturnPurchaseInput, returnInput } from "#api/graph/purchase-deeds.ts";
import { Redemption, WalletAfter } from "#api/graph/redemption.ts";
import { ErrorInterface, refusalValue } from "#api/graph/refusals.ts";
import { receiptInput } from "#api/graph/till-input.ts";
import { badInput } from "#api/graph/top-level.ts";
import { BatchTooLarge, EmptyBatch } from "#api/use-cases/purchases/refusals.ts";
import { type BatchRow, type RowOutcome, submitBatch } from "#api/use-cases/purchases/submit-batch.ts";

const BatchRowInput = builder.inputType("BatchRowInput", {
  description: "One deed of a till, with its own key: exactly one of these.",
  isOneOf: true,
  fields: (t) => ({
    recordPurchase: t.field({ type: RecordPurchaseInput, description: "A receipt." }),
    returnPurchase: t.field({ type: ReturnPurchaseInput, description: "Goods that came back." }),
    redeemPoints: t.field({ type: RedeemPointsInput, description: "Points that paid without a receipt." }),
    capturePoints: t.field({ type: CapturePointsInput, description: "Reserved points that were taken." }),
    releasePoints: t.field({ type: ReleasePointsInput, description: "Reserved points that were let go." }),
  }),
});

const BatchRowState = builder.enumType("BatchRowState", {
  description: "What became of a row.",
  values: {
    DONE: { description: "It was done now." },
    REPLAYED: { description: "It was done before, under the same key; nothing moved." },
    REFUSED: { description: "It was not done; the refusal says why." },
    UNKNOWN: { description: "The hub failed on it. Send the row again with the same key." },
  } as const,
});

const BatchRowOutcome = builder.objectRef<RowOutcome>("BatchRowOutcome").implement({
  description: "What became of one row.",
  fields: (t) => ({
    index: t.exposeInt("index", { description: "Its place in the batch, from 0." }),
    idempotencyKey: t.expose("idempotencyKey", { type: "IdempotencyKey", description: "Its key, as it was sent." }),
    state: t.expose("state", { type: BatchRowState, description: "What became of it." }),
    refusal: t.field({
      type: ErrorInterface,
      nullable: true,
      description: "Null unless it was refused.",
      resolve: ({ refusal }) => refusal && refusalValue(refusal),
    }),
    purchase: t.expose("purchase", {
      type: Purchase,
      nullable: true,
      description: "Null unless it recorded or returned one.",
    }),
    purchaseReturn: t.expose("purchaseReturn", {
      type: PurchaseReturn,
      nullable: true,
      description: "Null unless goods came back.",
    }),
    redemption: t.expose("redemption", {
      type: Redemption,
      nullable: true,
      description: "Null unless points were redeemed.",
    }),
    wallet: t.expose("balance", {
      type: WalletAfter,
      nullable: true,
      description: "Null when the row moved no points.",
    }),
  }),
});

mutation("submitBatch", {
  description: "What tills did offline, in order: an outcome per row. Sending it again changes nothing.",
  input: (t) => ({
    rows: t.field({
      type: [BatchRowInput],
      required: true,
      description: "At most 1,000; those of one member in their order.",
    }),
  }),
  refusals: [EmptyBatch, BatchTooLarge],
  resolve: async ({ rows }, { deps, actor }) => ({ outcomes: await submitBatch(deps, actor, rows.map(rowOf)) }),
  success: {
    description: "Every row has its outcome.",
    fields: (t) => ({
      outcomes: t.field({
        type: [BatchRowOutcome],
        description: "One per row, in their order; bounded by the rows that were sent.",
        // The rows were counted when they were sent; what they answer is theirs.
        complexity: { field: 1, multiplier: 1 },
        resolve: ({ outcomes }) => outcomes,
      }),
    }),
  },
});

function rowOf(row: typeof BatchRowInput.$inferInput): BatchRow {
  if (row.recordPurchase) return { recordPurchase: receiptInput(row.recordPurchase) };
  if (row.returnPurchase) return { returnPurchase: returnInput(row.returnPurchase) };
  if (row.redeemPoints) return { redeemPoints: redeemInput(row.redeemPoints) };
  if (row.capturePoints) return { capturePoints: row.capturePoints };
  if (row.releasePoints) return { releasePoints: row.releasePoints };
  throw badInput("A row names one deed.");
}
