import type { Points } from "#api/kernel/points.ts";
import type { LotState } from "#api/ledger/book.ts";

export type Taken = { lot: LotState; points: Points };

/** First to expire is spent first; then first available; then first made. It decides who pays. */
export function byExpiry(a: LotState, b: LotState): number {
  return (
    instant(a.expiresAt) - instant(b.expiresAt) ||
    instant(a.availableAt) - instant(b.availableAt) ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  );
}

/** Points that never expire come last. */
const instant = (at: Date | null) => at?.getTime() ?? Number.MAX_SAFE_INTEGER;

export const hasExpired = (lot: { expiresAt: Date | null }, at: Date) => lot.expiresAt !== null && lot.expiresAt <= at;

/** Lots with spendable points at an instant, in spending order. */
export function spendable(lots: readonly LotState[], at: Date): LotState[] {
  return lots.filter((lot) => lot.available > 0n && !hasExpired(lot, at)).sort(byExpiry);
}

/** Up to `wanted` points from lots in the order given. */
export function take(lots: readonly LotState[], wanted: Points): Taken[] {
  const taken: Taken[] = [];
  let left = wanted;
  for (const lot of lots) {
    if (left <= 0n) break;
    const points = lot.available < left ? lot.available : left;
    taken.push({ lot, points });
    left -= points;
  }
  return taken;
}

export const sumPoints = (taken: readonly { points: Points }[]): Points =>
  taken.reduce((sum, one) => sum + one.points, 0n);
