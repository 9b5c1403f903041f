/**
 * Splits a whole by weight with nothing lost: each share is rounded down, what is left goes one by one to the largest
 * remainders, earlier first on a tie. All-zero weights give everything to the first.
 */
export function spread(whole: bigint, weights: readonly bigint[]): bigint[] {
  let total = 0n;
  for (const weight of weights) total += weight;
  if (total === 0n) return weights.map((_weight, index) => (index === 0 ? whole : 0n));
  let left = whole;
  const shares = weights.map((weight) => {
    const share = weight === 0n ? 0n : (whole * weight) / total;
    left -= share;
    return share;
  });
  if (left === 0n) return shares;
  const favoured = weights
    .map((weight, index) => ({ index, remainder: (whole * weight) % total }))
    .sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1))
    .slice(0, Number(left));
  for (const { index } of favoured) shares[index] = (shares[index] ?? 0n) + 1n;
  return shares;
}
