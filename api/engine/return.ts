import type { MoneyE6 } from "#api/kernel/money.ts";
import type { Points } from "#api/kernel/points.ts";
import type { ReceiptLine } from "./purchase.ts";
import { InvalidReceipt, ReturnExceedsPurchase } from "./refusals.ts";

/** A line of a recorded purchase, with its share of the points the receipt gave and took. */
export type SoldLine = ReceiptLine & { pointsEarned: Points; pointsSpent: Points };

/** What came back of one line. */
export type ReturnedLine = { seq: number; quantityMilli: bigint };

/** What a return undoes. */
export type TakenBack = { amountE6: MoneyE6; pointsClawed: Points; pointsRestored: Points };

/**
 * What goods coming back undo, given what came back before. Each line's targets depend only on how much of it has come
 * back in all, so returning part by part, in any order, ends exactly where returning the whole at once does.
 */
export function takeBack(
  sold: readonly SoldLine[],
  before: readonly ReturnedLine[],
  now: readonly ReturnedLine[],
): TakenBack {
  if (now.length === 0) throw new InvalidReceipt("A return names at least one line.");
  const earlier = quantities(before);
  const undone: TakenBack = { amountE6: 0n, pointsClawed: 0n, pointsRestored: 0n };
  for (const [seq, quantity] of quantities(now)) {
    const line = sold.find((candidate) => candidate.seq === seq);
    const done = earlier.get(seq) ?? 0n;
    if (!line || done + quantity > line.quantityMilli) {
      throw new ReturnExceedsPurchase(seq, line ? line.quantityMilli - done : 0n);
    }
    undone.amountE6 += share(line.amountE6, line, done + quantity) - share(line.amountE6, line, done);
    undone.pointsClawed += share(line.pointsEarned, line, done + quantity) - share(line.pointsEarned, line, done);
    undone.pointsRestored += share(line.pointsSpent, line, done + quantity) - share(line.pointsSpent, line, done);
  }
  return undone;
}

/** Everything that has not come back yet, line by line. */
export function remaining(sold: readonly SoldLine[], before: readonly ReturnedLine[]): ReturnedLine[] {
  const earlier = quantities(before);
  return sold
    .map(({ seq, quantityMilli }) => ({ seq, quantityMilli: quantityMilli - (earlier.get(seq) ?? 0n) }))
    .filter((line) => line.quantityMilli > 0n);
}

/** How much of each line, by its number. */
export function quantities(lines: readonly ReturnedLine[]): Map<number, bigint> {
  const bySeq = new Map<number, bigint>();
  for (const { seq, quantityMilli } of lines) {
    if (quantityMilli <= 0n) throw new InvalidReceipt("A returned quantity is greater than zero.", seq);
    bySeq.set(seq, (bySeq.get(seq) ?? 0n) + quantityMilli);
  }
  return bySeq;
}

/** Rounded down until the line is back in full. */
export function share(whole: bigint, line: SoldLine, quantityMilli: bigint): bigint {
  return (whole * quantityMilli) / line.quantityMilli;
}
