import type { Actor } from "#api/kernel/actor.ts";
import { Refusal } from "#api/kernel/refusal.ts";
import type { BalanceAfter } from "#api/ledger/movements.ts";
import type { Redemption } from "#api/ledger/read/redemptions.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { type CapturePoints, capturePoints } from "#api/use-cases/points/capture-points.ts";
import { type RedeemPoints, redeemPoints } from "#api/use-cases/points/redeem-points.ts";
import { type ReleasePoints, releasePoints } from "#api/use-cases/points/release-points.ts";
import { lanesOf } from "./batch-lanes.ts";
import type { RecordedPurchase, RecordedReturn } from "./find-purchases.ts";
import { type RecordPurchase, recordPurchase } from "./record-purchase.ts";
import { BatchTooLarge, EmptyBatch } from "./refusals.ts";
import { type ReturnPurchase, returnPurchase } from "./return-purchase.ts";

/** More rows would hold one request open for too long; a till with more sends several batches. */
export const BATCH_ROWS_MAX = 1_000;

/** One deed the till did while it was offline, with its own key. */
export type BatchRow =
  | { recordPurchase: RecordPurchase }
  | { returnPurchase: ReturnPurchase }
  | { redeemPoints: RedeemPoints }
  | { capturePoints: CapturePoints }
  | { releasePoints: ReleasePoints };

/** What became of one row. UNKNOWN: the hub failed on it; the same key tells or does it. */
export type RowOutcome = {
  /** Its place in the batch, from 0. */
  index: number;
  idempotencyKey: string;
  state: RowState;
  refusal: Refusal | null;
  purchase: RecordedPurchase | null;
  purchaseReturn: RecordedReturn | null;
  redemption: Redemption | null;
  balance: BalanceAfter | null;
};
export const rowStates = ["DONE", "REPLAYED", "REFUSED", "UNKNOWN"] as const;
export type RowState = (typeof rowStates)[number];

/** What tills did offline: an outcome per row. Rows of one member go in order, members at once; resending is harmless. */
export async function submitBatch(deps: Deps, actor: Actor, rows: readonly BatchRow[]): Promise<RowOutcome[]> {
  can(actor, "purchase:record");
  if (rows.length === 0) throw new EmptyBatch();
  if (rows.length > BATCH_ROWS_MAX) throw new BatchTooLarge(rows.length, BATCH_ROWS_MAX);
  const outcomes = new Map<number, RowOutcome>();
  await Promise.all(
    (await lanesOf(deps, actor, rows)).map(async (lane) => {
      for (const { index, row } of lane) outcomes.set(index, await outcomeOf(deps, actor, { index, row }));
    }),
  );
  return [...outcomes.values()].sort((a, b) => a.index - b.index);
}

export type IndexedRow = { index: number; row: BatchRow };

async function outcomeOf(deps: Deps, actor: Actor, { index, row }: IndexedRow): Promise<RowOutcome> {
  const [input] = Object.values(row);
  const nothing = { purchase: null, purchaseReturn: null, redemption: null, balance: null };
  const told = { index, idempotencyKey: input.idempotencyKey, ...nothing };
  try {
    const { replayed, ...effect } = await doRow(deps, actor, row);
    return { ...told, ...effect, refusal: null, state: replayed ? "REPLAYED" : "DONE" };
  } catch (refusal) {
    if (refusal instanceof Refusal) return { ...told, refusal, state: "REFUSED" };
    deps.report?.(refusal);
    return { ...told, refusal: null, state: "UNKNOWN" };
  }
}

type RowEffect = Partial<Pick<RowOutcome, "purchase" | "purchaseReturn" | "redemption" | "balance">> & {
  replayed: boolean;
};

function doRow(deps: Deps, actor: Actor, row: BatchRow): Promise<RowEffect> {
  if ("recordPurchase" in row) return recordPurchase(deps, actor, row.recordPurchase);
  if ("returnPurchase" in row) return returnPurchase(deps, actor, row.returnPurchase);
  if ("redeemPoints" in row) return redeemPoints(deps, actor, row.redeemPoints);
  if ("capturePoints" in row) return capturePoints(deps, actor, row.capturePoints);
  return releasePoints(deps, actor, row.releasePoints);
}
