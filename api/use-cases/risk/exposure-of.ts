import type { MoneyE6 } from "#api/kernel/money.ts";

export type ExposureParts = {
  positionE6: MoneyE6;
  dueE6: MoneyE6;
  /** Unspent points that are not paid for yet, at their issue price. */
  outstandingE6: MoneyE6;
  collateralE6: MoneyE6;
  lossPoolE6: MoneyE6;
};

/**
 * What the coalition could lose: what the partner owes and would come to owe, less what secures it; never below zero.
 * Of unspent points only the share counts that the programme expects to be redeemed, rounded up to the millionth.
 */
export function exposureOf(parts: ExposureParts, expectedRedemptionBps: number): MoneyE6 {
  const owedE6 = atLeastZero(parts.positionE6 + parts.dueE6);
  const expectedE6 = (parts.outstandingE6 * BigInt(expectedRedemptionBps) + 9_999n) / 10_000n;
  return atLeastZero(owedE6 + expectedE6 - parts.collateralE6 - parts.lossPoolE6);
}

const atLeastZero = (amount: bigint) => (amount > 0n ? amount : 0n);
