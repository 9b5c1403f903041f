/** One direction between two parties: who pays whom, in millionths. */
export type Flow = { from: string; to: string; e6: bigint };

/** Netted pair by pair: of each two parties only the one who owes more pays, and only the difference. */
export function bilateral(flows: readonly Flow[]): Flow[] {
  const pairs = new Map<string, Flow>();
  for (const { from, to, e6 } of flows) {
    if (from === to) continue;
    const [low, high] = from < to ? [from, to] : [to, from];
    const key = `${low} ${high}`;
    const pair = pairs.get(key) ?? { from: low, to: high, e6: 0n };
    pairs.set(key, { ...pair, e6: pair.e6 + (from === low ? e6 : -e6) });
  }
  return [...pairs.values()]
    .filter(({ e6 }) => e6 !== 0n)
    .map(({ from, to, e6 }) => (e6 > 0n ? { from, to, e6 } : { from: to, to: from, e6: -e6 }));
}

/** How much changes hands, and in how many payments. */
export function volumeOf(flows: readonly Flow[]): { e6: bigint; payments: number } {
  const paid = flows.filter(({ from, to, e6 }) => from !== to && e6 !== 0n);
  return { e6: paid.reduce((sum, { e6 }) => sum + (e6 < 0n ? -e6 : e6), 0n), payments: paid.length };
}

/** Everybody against one hub: what each party has left to pay (positive) or to get of all its flows together. */
export function multilateral(flows: readonly Flow[]): Map<string, bigint> {
  const nets = new Map<string, bigint>();
  const add = (party: string, e6: bigint) => nets.set(party, (nets.get(party) ?? 0n) + e6);
  for (const { from, to, e6 } of flows) {
    add(from, e6);
    add(to, -e6);
  }
  return nets;
}

/** What the payers bring to the hub, which is what it pays out again, and how many pay or are paid. */
export function hubVolumeOf(nets: ReadonlyMap<string, bigint>): { e6: bigint; payments: number } {
  const moved = [...nets.values()].filter((e6) => e6 !== 0n);
  return { e6: moved.reduce((sum, e6) => (e6 > 0n ? sum + e6 : sum), 0n), payments: moved.length };
}
