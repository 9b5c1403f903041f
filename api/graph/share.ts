/** A share in basis points; zero of nothing. */
export const shareBps = (part: number, whole: number): number =>
  whole === 0 ? 0 : Math.round((part * 10_000) / whole);
