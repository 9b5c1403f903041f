/**
 * Splits a whole by weight with nothing lost: each share is rounded down, what is left goes one by one to the largest
 * remainders, earlier first on a tie. All-zero weights give everything to the first.
 */
export function spread(whole: bigint, weights: readonly bigint[]): bigint[] {
  const total = weights.reduce((all, weight) => all + weight, 0n);
  if (total === 0n) return weights.map((_weight, index) => (index === 0 ? whole : 0n));
  const shares = weights.map((weight) => (whole * weight) / total);
  const left = whole - shares.reduce((all, share) => all + share, 0n);
  const favoured = weights
    .map((weight, index) => ({ index, remainder: (whole * weight) % total }))
    .sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1))
    .slice(0, Number(left));
  for (const { index } of favoured) shares[index] = (shares[index] ?? 0n) + 1n;
  return shares;
}
