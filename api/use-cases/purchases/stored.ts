import { type CompactExplanation, restored } from "#api/engine/compact-explanation.ts";
import type { Explanation } from "#api/engine/explanation.ts";
import type { LineKind, PaymentPart } from "#api/engine/purchase.ts";
import type { ReturnedLine, SoldLine } from "#api/engine/return.ts";

/** How lines lie in the database: JSON has no exact whole numbers, so they are text. */
type Stored<Line> = { [Key in keyof Line]: Line[Key] extends bigint ? string : Line[Key] };

/**
 * A line of a receipt by its places. What comes last is missing where it is usual: goods, one piece at the line's price,
 * nothing off, no points, numbered by its place. Lines are most of what is kept of a receipt; so they take a quarter.
 */
type StoredLine = [
  sku: string,
  name: string,
  category: string,
  brand: string | null,
  amountE6: string,
  pointsEarned?: string,
  quantityMilli?: string,
  unitPriceE6?: string,
  discountE6?: string,
  pointsSpent?: string,
  kind?: LineKind,
  seq?: number,
];

export const storedLines = (lines: readonly SoldLine[]): StoredLine[] => lines.map(storedLine);

function storedLine(line: Readonly<SoldLine>, place: number): StoredLine {
  const { sku, name, category, brand, kind, seq } = line;
  const amountE6 = String(line.amountE6);
  const { pointsEarned, quantityMilli, unitPriceE6, discountE6, pointsSpent } = line;
  const rest = [...[pointsEarned, quantityMilli, unitPriceE6, discountE6, pointsSpent].map(String), kind, seq];
  const usual = ["0", "1000", amountE6, "0", "0", "GOODS", place + 1];
  const last = rest.findLastIndex((value, at) => value !== usual[at]);
  return [sku, name, category, brand, amountE6, ...rest.slice(0, last + 1)] as StoredLine;
}

export const soldLinesOf = (stored: unknown): SoldLine[] => (stored as StoredLine[]).map(soldLine);

function soldLine(stored: StoredLine, place: number): SoldLine {
  const [sku, name, category, brand, amountE6, pointsEarned = "0", quantityMilli = "1000", ...rest] = stored;
  const [unitPriceE6 = amountE6, discountE6 = "0", pointsSpent = "0", kind = "GOODS", seq = place + 1] = rest;
  return {
    ...{ seq, kind, sku, name, category, brand },
    quantityMilli: BigInt(quantityMilli),
    unitPriceE6: BigInt(unitPriceE6),
    amountE6: BigInt(amountE6),
    discountE6: BigInt(discountE6),
    pointsEarned: BigInt(pointsEarned),
    pointsSpent: BigInt(pointsSpent),
  };
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
