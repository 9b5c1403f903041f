import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { setTimeout as after } from "node:timers/promises";
import type { ImportProfile } from "#api/formats/import-profile.ts";
import type { ReturnablePurchase } from "#api/formats/match-returns.ts";
import type { SourceLine, SourceReceipt } from "#api/formats/source-receipts.ts";
import { formatMoney } from "#api/kernel/money.ts";
import type { Directory, KnownPartner } from "./directory.ts";
import { type Caller, chunksOf, type Gateway, inFlight, keyOf } from "./gateway.ts";
import type { Outcome } from "./outcomes.ts";

/** A receipt to be posted; a return with the purchase that was found for it. */
export type Posting = { receipt: SourceReceipt; bought: ReturnablePurchase | null };

export type Poster = {
  gateway: Gateway;
  directory: Directory;
  profile: ImportProfile;
  /** How many batches are on their way at once. */
  batchesInFlight: number;
  batchRows: number;
  /** Told after each batch. */
  done(outcomes: Outcome[]): Promise<void>;
  /** No batch is begun after it. */
  signal?: AbortSignal;
};

/** Receipts that have to follow each other: one partner's, or where there is only one partner, one member's. */
const LANES = 8;
const TRIES_MAX = 5;
const TRY_AGAIN_MS = 500;

/** Posts receipts as tills would. Returns follow their purchases, since a lane's batches go one after the other. */
export async function postReceipts(poster: Poster, postings: readonly Posting[]): Promise<void> {
  const lanes = Map.groupBy(postings, ({ receipt }) => laneOf(poster.profile, receipt));
  const longestFirst = [...lanes.values()].sort((a, b) => b.length - a.length);
  await inFlight(poster.batchesInFlight, longestFirst, async (lane) => {
    for (const batch of chunksOf(lane, poster.batchRows)) {
      if (poster.signal?.aborted) return;
      await postBatch(poster, batch);
    }
  });
}

function laneOf(profile: ImportProfile, receipt: SourceReceipt): string {
  if (receipt.partner) return receipt.partner.name;
  const hash = createHash("sha256").update(`${profile.name}\n${receipt.member.value}`).digest();
  return `lane ${hash.readUInt32BE(0) % LANES}`;
}

async function postBatch(poster: Poster, batch: readonly Posting[]): Promise<void> {
  const [first] = batch;
  const known = first ? poster.directory.partnerOf(first.receipt) : null;
  if (!first || !known) {
    await poster.done(batch.flatMap((posting) => refusedRows(poster, posting)));
    return;
  }
  let left = [...batch];
  for (let attempt = 1; left.length > 0; attempt++) {
    const answers = await submit(poster, known, left);
    const again = left.filter((_posting, at) => attempt < TRIES_MAX && isPassing(answers[at]));
    const settled = left.flatMap((posting, at) => {
      const answer = answers[at];
      return again.includes(posting) || !answer ? [] : outcomesOf(posting, known.partner, answer);
    });
    await poster.done(settled);
    left = again;
    if (left.length > 0) await after(TRY_AGAIN_MS * attempt);
  }
}

type Answer = {
  state: "DONE" | "REPLAYED" | "REFUSED" | "UNKNOWN";
  refusal: { code: string; message: string } | null;
  purchase: { pointsEarned: number } | null;
  purchaseReturn: { pointsClawedBack: number } | null;
};

const submitBatch = readFileSync(new URL("../../schema/operations/till/SubmitBatch.graphql", import.meta.url), "utf8");

async function submit(
  { gateway, profile }: Poster,
  { partner, caller }: { partner: KnownPartner; caller: Caller },
  postings: readonly Posting[],
): Promise<Answer[]> {
  type Answered = { submitBatch: { outcomes?: Answer[]; code?: string; message?: string } };
  const rows = postings.map((posting) => rowOf(profile, partner, posting));
  const { submitBatch: answer } = await gateway.ask<Answered>(caller, submitBatch, { input: { rows } });
  if (!answer.outcomes) throw new Error(`A batch was refused with ${answer.code}: ${answer.message}`);
  return answer.outcomes;
}

const isPassing = (answer: Answer | undefined) => answer?.state === "UNKNOWN" || answer?.refusal?.code === "OVERLOADED";

function rowOf(profile: ImportProfile, partner: KnownPartner, { receipt, bought }: Posting): object {
  const { receiptNumber, on, at, location } = receipt;
  const locationId = location === null ? null : (partner.locations[location] ?? null);
  const paper = {
    receiptNumber,
    businessDate: on,
    occurredAt: at.toISOString(),
    ...(locationId ? { locationId } : {}),
    idempotencyKey: keyOf(profile.name, "receipt", partner.code, receiptNumber),
  };
  if (bought) {
    const purchase = { receipt: { receiptNumber: bought.receiptNumber, businessDate: bought.on } };
    return { returnPurchase: { purchase, ...paper } };
  }
  const { kind, value } = receipt.member;
  const member = kind === "CARD" ? { card: value } : { partnerNumber: value };
  const lines = receipt.lines.map(lineOf);
  const total = formatMoney(receipt.totalE6);
  return { recordPurchase: { member, total, currency: profile.currency.code, lines, ...paper } };
}

function lineOf({ amountE6, discountE6, quantityMilli, sku, name, category }: SourceLine): object {
  return {
    amount: formatMoney(amountE6),
    ...(discountE6 > 0n ? { discount: formatMoney(discountE6) } : {}),
    ...(quantityMilli === null ? {} : { quantity: formatMoney(quantityMilli * 1_000n, 0) }),
    ...(sku === null ? {} : { sku }),
    ...(name === null ? {} : { name }),
    ...(category === null ? {} : { category }),
  };
}

function outcomesOf({ receipt }: Posting, partner: KnownPartner, answer: Answer): Outcome[] {
  const { state, refusal, purchase, purchaseReturn } = answer;
  const isDone = state === "DONE" || state === "REPLAYED";
  const points = purchaseReturn ? -purchaseReturn.pointsClawedBack : (purchase?.pointsEarned ?? 0);
  const told = {
    outcome: isDone ? state : ("REFUSED" as const),
    reason: isDone ? "" : (refusal?.code ?? "UNKNOWN"),
    message: isDone ? "" : (refusal?.message ?? "The hub failed on this row; import it again."),
    partner: partner.code,
    occurredAt: receipt.at.toISOString(),
  };
  return receipt.rows.map((row, at) => ({ ...row, ...told, points: isDone && at === 0 ? String(points) : "" }));
}

function refusedRows({ directory }: Poster, { receipt }: Posting): Outcome[] {
  const told = { outcome: "REFUSED" as const, reason: "PARTNER_UNKNOWN", message: directory.absenceOf(receipt) };
  return receipt.rows.map((row) => ({
    ...row,
    ...told,
    partner: "",
    occurredAt: receipt.at.toISOString(),
    points: "",
  }));
}
