import type { Effect, Parts } from "./effects.ts";
import type { Count } from "./limits.ts";
import { type ReturnedLine, remaining, type SoldLine } from "./return.ts";

/** What a receipt caused beside its own figures: what campaigns did, and what they took from their limits. */
export type Caused = { effects: readonly Effect[]; counts: readonly Count[] };

/**
 * The part of all this that goods coming back undo, given what came back before, in the same form and above zero: points
 * and discounts per funder, stamps, tickets and tier points by line, in proportion to the quantity, rounded down until a
 * line is back in full. What has no lines (a benefit, a used coupon, a gift) comes back with the last line.
 */
export function takeBackEffects(
  { effects, counts }: Caused,
  sold: readonly SoldLine[],
  before: readonly ReturnedLine[],
  now: readonly ReturnedLine[],
): Caused {
  const back: Back = {
    sold,
    before: quantities(before),
    after: quantities([...before, ...now]),
    last: remaining(sold, [...before, ...now]).length === 0,
  };
  return {
    effects: effects.map((effect) => effectBack(effect, back)).filter(isSomething),
    counts: counts.map((count) => countBack(count, back)).filter(({ by }) => by > 0n),
  };
}

type Back = {
  sold: readonly SoldLine[];
  /** Thousandths by line that had come back, and that have now. */
  before: ReadonlyMap<number, bigint>;
  after: ReadonlyMap<number, bigint>;
  /** Nothing is left afterwards. */
  last: boolean;
};

function effectBack(effect: Effect, back: Back): Effect | null {
  if (!("byLine" in effect)) return back.last ? effect : null;
  if (!("funders" in effect)) return { ...effect, ...partsBack(effect, back) };
  const funders = effect.funders
    .map((funder) => ({ ...funder, ...partsBack(funder, back) }))
    .filter(({ total }) => total > 0n);
  const funded = { ...effect, ...partsBack(effect, back), funders };
  if (effect.kind === "gift") return funded;
  // Shares of several are rounded each on its own; the whole is what they come to.
  const byLine = effect.byLine.map((_, index) => sum(funders.map((funder) => funder.byLine[index] ?? 0n)));
  return { ...funded, byLine, total: sum(byLine) };
}

function countBack(count: Count, back: Back): Count {
  if (count.byLine === null) return back.last ? count : { ...count, by: 0n };
  const { total: by, byLine } = partsBack({ total: count.by, byLine: count.byLine }, back);
  return { ...count, by, byLine };
}

/** What no line bears comes back with the last one. */
function partsBack({ total, byLine }: Parts, { sold, before, after, last }: Back): Parts {
  const parts = byLine.map((whole, index) => {
    const line = sold[index];
    if (!line) return 0n;
    const share = (quantities: ReadonlyMap<number, bigint>) =>
      (whole * (quantities.get(line.seq) ?? 0n)) / line.quantityMilli;
    return share(after) - share(before);
  });
  const unborne = last ? total - sum(byLine) : 0n;
  return { total: sum(parts) + unborne, byLine: parts };
}

function quantities(lines: readonly ReturnedLine[]): Map<number, bigint> {
  const bySeq = new Map<number, bigint>();
  for (const { seq, quantityMilli } of lines) bySeq.set(seq, (bySeq.get(seq) ?? 0n) + quantityMilli);
  return bySeq;
}

const isSomething = (effect: Effect | null): effect is Effect =>
  effect !== null && (!("total" in effect) || effect.total > 0n || ("funders" in effect && effect.funders.length > 0));

const sum = (parts: readonly bigint[]) => parts.reduce((total, part) => total + part, 0n);
