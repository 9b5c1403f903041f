import { type CompactExplanation, restored } from "#api/engine/compact-explanation.ts";
import type { Explanation } from "#api/engine/explanation.ts";
import type { LineKind, PaymentPart } from "#api/engine/purchase.ts";
import type { ReturnedLine, SoldLine } from "#api/engine/return.ts";

/** How lines lie in the database: JSON has no exact whole numbers, so they are text. */
type Stored<Line> = { [Key in keyof Line]: Line[Key] extends bigint ? string : Line[Key] };

export function storedLines(lines: readonly SoldLine[]): Stored<SoldLine>[] {
  return lines.map((line) => ({
    ...line,
    quantityMilli: String(line.quantityMilli),
    unitPriceE6: String(line.unitPriceE6),
    amountE6: String(line.amountE6),
    discountE6: String(line.discountE6),
    pointsEarned: String(line.pointsEarned),
    pointsSpent: String(line.pointsSpent),
  }));
}

export function soldLinesOf(stored: unknown): SoldLine[] {
  return (stored as Stored<SoldLine>[]).map((line) => ({
    ...line,
    kind: line.kind as LineKind,
    quantityMilli: BigInt(line.quantityMilli),
    unitPriceE6: BigInt(line.unitPriceE6),
    amountE6: BigInt(line.amountE6),
    discountE6: BigInt(line.discountE6),
    pointsEarned: BigInt(line.pointsEarned),
    pointsSpent: BigInt(line.pointsSpent),
  }));
}

export const storedPayments = (payments: readonly PaymentPart[]): Stored<PaymentPart>[] =>
  payments.map(({ means, amountE6 }) => ({ means, amountE6: String(amountE6) }));

export const paymentsOf = (stored: unknown): PaymentPart[] =>
  (stored as Stored<PaymentPart>[]).map(({ means, amountE6 }) => ({ means, amountE6: BigInt(amountE6) }));

export function storedReturn(lines: readonly ReturnedLine[]): Stored<ReturnedLine>[] {
  return lines.map(({ seq, quantityMilli }) => ({ seq, quantityMilli: String(quantityMilli) }));
}

export function returnedLinesOf(stored: unknown): ReturnedLine[] {
  return (stored as Stored<ReturnedLine>[]).map(({ seq, quantityMilli }) => ({
    seq,
    quantityMilli: BigInt(quantityMilli),
  }));
}

/** It is stored compactly; receipts of other origin hold what they were given. */
export function explanationOf(stored: unknown): Explanation {
  const isCompact = typeof stored === "object" && stored !== null && "told" in stored;
  return isCompact ? restored(stored as CompactExplanation) : (stored as Explanation);
}
