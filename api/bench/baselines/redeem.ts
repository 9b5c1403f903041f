/** One redemption, reserved and captured at once, as every contender is asked for it. */
export type Redeem = {
  n: number;
  memberId: string;
  redeemerId: string;
  points: bigint;
  redeemRateE6: bigint;
  at: Date;
};

export type OpenLot = { id: string; issuerId: string; available: bigint; issueRateE6: bigint };
export type Taken = { lot: OpenLot; points: bigint };

/** First to expire first, until there is enough. */
export function takeFrom(lots: readonly OpenLot[], points: bigint): Taken[] {
  let left = points;
  const taken = lots.flatMap((lot): Taken[] => {
    const used = lot.available < left ? lot.available : left;
    left -= used;
    return used > 0n ? [{ lot, points: used }] : [];
  });
  if (left > 0n) throw new Error("not enough points");
  return taken;
}

/** What the redemption moves in money: each issuer's charge, the redeemer's credit, the operator's margin. */
export function moneyOf(taken: readonly Taken[], { redeemerId, points, redeemRateE6 }: Redeem) {
  const charges = taken.map(({ lot, points: used }) => ({ partnerId: lot.issuerId, e6: used * lot.issueRateE6 }));
  const charged = charges.reduce((sum, { e6 }) => sum + e6, 0n);
  const credit = points * redeemRateE6;
  return { charges, credit: { partnerId: redeemerId, e6: credit }, margin: charged - credit };
}
