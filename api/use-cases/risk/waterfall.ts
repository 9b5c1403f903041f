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

/** A layer with what it could have given; null: the rest, which has no bound. */
export type Layer = WaterfallLayer & { availableE6: MoneyE6 | null };

/**
 * Who bears a default, in the order of Swiss law for central counterparties: the defaulter's collateral, its share of
 * the loss pool, the operator's first loss, the survivors' pool pro rata. What then is left is the operator's too:
 * it owes the creditors whatever happens. Layers that give nothing are listed, so that the order shows.
 */
export function layersOf(given: Default): Layer[] {
  const { partnerId, survivors } = given;
  let left = given.amountE6;
  const use = (account: WaterfallLayer["account"], ownerId: string, availableE6: MoneyE6 | null): Layer => {
    const amountE6 = availableE6 === null ? left : least(left, atLeastZero(availableE6));
    left -= amountE6;
    return { account, ownerId, availableE6, amountE6 };
  };
  const own = [use("COLLATERAL", partnerId, given.collateralE6), use("LOSS_POOL", partnerId, given.lossPoolE6)];
  const operator = use("DEFAULT_LOSS", "", given.operatorFirstLossE6);
  const pools = survivors
    .map((one) => ({ id: one.partnerId, weight: atLeastZero(one.lossPoolE6) }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const shared = proRata(least(left, sumOf(pools)), pools).map(({ id, share, weight }): Layer => {
    left -= share;
    return { account: "LOSS_POOL", ownerId: id, availableE6: weight, amountE6: share };
  });
  return [...own, operator, ...shared, use("DEFAULT_LOSS", "", null)];
}

/** The layers that are used, as they are posted. */
export function waterfall(given: Default): WaterfallLayer[] {
  return layersOf(given)
    .filter(({ amountE6 }) => amountE6 > 0n)
    .map(({ account, ownerId, amountE6 }) => ({ account, ownerId, amountE6 }));
}

type Weighed = { id: string; weight: bigint };

const sumOf = (weighed: readonly Weighed[]) => weighed.reduce((sum, { weight }) => sum + weight, 0n);

/**
 * Shares that add up exactly: rounded down, and the millionths left over go to the largest remainders. No share is
 * more than its weight while the amount is not more than all weights.
 */
export function proRata<Part extends Weighed>(amount: bigint, parts: readonly Part[]): (Part & { share: bigint })[] {
  const all = sumOf(parts);
  if (all === 0n) return parts.map((part) => ({ ...part, share: 0n }));
  const floors = parts.map((part) => ({
    part,
    share: (amount * part.weight) / all,
    over: (amount * part.weight) % all,
  }));
  const missing = amount - floors.reduce((sum, { share }) => sum + share, 0n);
  const favoured = new Set(
    floors
      .toSorted((a, b) => (a.over === b.over ? (a.part.id < b.part.id ? -1 : 1) : a.over > b.over ? -1 : 1))
      .slice(0, Number(missing))
      .map(({ part }) => part.id),
  );
  return floors.map(({ part, share }) => ({ ...part, share: share + (favoured.has(part.id) ? 1n : 0n) }));
}

const least = (a: bigint, b: bigint) => (a < b ? a : b);
const atLeastZero = (amount: bigint) => (amount > 0n ? amount : 0n);
