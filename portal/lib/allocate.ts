/** One amount that waits to be paid, in millionths. */
export type Awaited = { id: string; e6: bigint };

/** What each gets of the cash, in order: whole while it lasts, then what is left, then nothing. */
export function allocate(cashE6: bigint, awaited: readonly Awaited[]): Awaited[] {
  let left = cashE6;
  const parts = awaited.map(({ id, e6 }) => {
    const taken = e6 < left ? e6 : left;
    left -= taken;
    return { id, e6: taken };
  });
  return parts.filter(({ e6 }) => e6 > 0n);
}
