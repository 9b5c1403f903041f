/** A share in basis points, to the nearest; zero of nothing. */
export const shareBps = <Amount extends number | bigint>(part: Amount, whole: Amount): number =>
  Number(whole) === 0 ? 0 : Math.round((Number(part) * 10_000) / Number(whole));

/** A number of many as people read it: rounded, and what rounds to nothing has no sign. */
export const twoDecimals = (value: number): string => value.toFixed(2).replace(/^-(0\.00)$/, "$1");
