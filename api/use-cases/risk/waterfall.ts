import type { MoneyE6 } from "#api/kernel/money.ts";
import type { WaterfallLayer } from "#api/ledger/movements.ts";

export type Default = {
  partnerId: string;
  /** What the partner did not pay. */
  amountE6: MoneyE6;
  /** The defaulter's own. */
  collateralE6: MoneyE6;
  lossPoolE6: MoneyE6;
  operatorFirstLossE6: MoneyE6;
  /** Everybody else's share of the loss pool. */
  survivors: readonly { partnerId: string; lossPoolE6: MoneyE6 }[];
};

/**
 * Who bears a default, in the order of Swiss law for central counterparties: the defaulter's collateral, its share of
 * the loss pool, the operator's first loss, the survivors' pool pro rata. What then is left is the operator's too:
 * it owes the creditors whatever happens.
 */
export function waterfall(given: Default): WaterfallLayer[] {
  const { partnerId, survivors } = given;
  let left = given.amountE6;
  const use = (account: WaterfallLayer["account"], ownerId: string, available: MoneyE6): WaterfallLayer => {
    const amountE6 = min(left, available);
    left -= amountE6;
    return { account, ownerId, amountE6 };
  };
  const own = [use("COLLATERAL", partnerId, given.collateralE6), use("LOSS_POOL", partnerId, given.lossPoolE6)];
  const operator = use("DEFAULT_LOSS", "", given.operatorFirstLossE6);
  const pool = survivors.reduce((sum, { lossPoolE6 }) => sum + lossPoolE6, 0n);
  const shares = proRata(min(left, pool), survivors, pool);
  const shared = shares.map(({ partnerId: ownerId, amountE6 }) => use("LOSS_POOL", ownerId, amountE6));
  const rest = use("DEFAULT_LOSS", "", left);
  const first = { ...operator, amountE6: operator.amountE6 + rest.amountE6 };
  return [...own, first, ...shared].filter(({ amountE6 }) => amountE6 > 0n);
}

/** Shares that add up exactly: rounded down, and the millionths left over go to the largest remainders. */
function proRata(amount: MoneyE6, survivors: Default["survivors"], pool: MoneyE6) {
  if (pool === 0n) return [];
  const shares = survivors.map(({ partnerId, lossPoolE6 }) => ({
    partnerId,
    amountE6: (amount * lossPoolE6) / pool,
    remainder: (amount * lossPoolE6) % pool,
  }));
  const over = amount - shares.reduce((sum, { amountE6 }) => sum + amountE6, 0n);
  const favoured = new Set(
    shares
      .toSorted(byRemainder)
      .slice(0, Number(over))
      .map(({ partnerId }) => partnerId),
  );
  return shares
    .map((share) => ({ ...share, amountE6: share.amountE6 + (favoured.has(share.partnerId) ? 1n : 0n) }))
    .sort((a, b) => (a.partnerId < b.partnerId ? -1 : 1));
}

type Share = { partnerId: string; remainder: bigint };

function byRemainder(a: Share, b: Share): number {
  if (a.remainder !== b.remainder) return a.remainder > b.remainder ? -1 : 1;
  return a.partnerId < b.partnerId ? -1 : 1;
}

const min = (a: bigint, b: bigint) => (a < b ? a : b);
