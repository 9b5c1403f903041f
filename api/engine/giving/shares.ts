import type { Funding } from "#api/engine/campaign-effects.ts";
import type { Funder, Parts } from "#api/engine/effects.ts";
import { spread } from "#api/engine/spread.ts";

export const nothing: Parts = { total: 0n, byLine: [] };

export function sumOf(amounts: readonly bigint[]): bigint {
  let sum = 0n;
  for (const amount of amounts) sum += amount;
  return sum;
}

/** The weights of some lines; all others weigh nothing. */
export function only(indexes: readonly number[], weights: readonly bigint[]): bigint[] {
  const kept = weights.map(() => 0n);
  for (const index of indexes) kept[index] = weights[index] ?? 0n;
  return kept;
}

/** A whole over lines; without lines it stays whole. */
export function partsOf(total: bigint, weights: readonly bigint[]): Parts {
  return { total, byLine: weights.length === 0 ? [] : spread(total, weights) };
}

/**
 * Deals what lines hold out by weights: every line's parts sum to the line, every column to its share of the whole, which
 * `spread` decides. Line by line in proportion to what is still due to each column.
 */
export function deal({ total, byLine }: Parts, weights: readonly bigint[]): Parts[] {
  if (weights.length === 1) return [{ total, byLine }];
  const due = spread(total, weights);
  const columns = due.map((whole) => ({ total: whole, byLine: byLine.map(() => 0n) }));
  for (const [line, amount] of byLine.entries()) {
    if (amount === 0n) continue;
    for (const [column, share] of spread(amount, due).entries()) {
      due[column] = (due[column] ?? 0n) - share;
      const parts = columns[column];
      if (parts) parts.byLine[line] = share;
    }
  }
  return columns;
}

/** Who pays how much of it, line by line; ISSUER is the partner whose till it is. */
export function fundersOf(parts: Parts, funding: Funding, partnerId: string): Funder[] {
  if (parts.total === 0n) return [];
  const dealt = deal(
    parts,
    funding.map(({ bps }) => BigInt(bps)),
  );
  const merged = new Map<string | null, Parts>();
  for (const [index, { funder }] of funding.entries()) {
    const payer = funder === "ISSUER" ? partnerId : funder === "OPERATOR" ? null : funder;
    const own = dealt[index] ?? nothing;
    const before = merged.get(payer);
    merged.set(payer, before ? added(before, own) : own);
  }
  return [...merged].filter(([, { total }]) => total > 0n).map(([payer, own]) => ({ partnerId: payer, ...own }));
}

export function added(one: Parts, other: Parts): Parts {
  const [longer, shorter] = one.byLine.length >= other.byLine.length ? [one, other] : [other, one];
  return {
    total: one.total + other.total,
    byLine: longer.byLine.map((amount, index) => amount + (shorter.byLine[index] ?? 0n)),
  };
}
