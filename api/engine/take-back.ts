import type { Effect, Funder, Parts } from "./effects.ts";
import type { Count } from "./limits.ts";
import { quantities, type ReturnedLine, type SoldLine, share } from "./return.ts";

/** What a receipt caused beside its own figures: what campaigns did, and what they took from their limits. */
export type Caused = { effects: readonly Effect[]; counts: readonly Count[] };

/**
 * The part of all this that goods coming back undo, given what came back before, in the same form and above zero. Each
 * line gives back its part in proportion to its quantity, rounded down until it is back in full; what belongs to no line
 * comes back with the last one. So returning part by part, in any order, ends where returning the whole at once does.
 * Points and money go back to whoever funded them: the effect's own figures are the sums of its funders'. A message that
 * was sent stays sent.
 */
export function takeBackEffects(
  { effects, counts }: Caused,
  sold: readonly SoldLine[],
  before: readonly ReturnedLine[],
  now: readonly ReturnedLine[],
): Caused {
  const back = turnedBack(sold, before, now);
  return {
    effects: effects.flatMap((effect) => effectBack(effect, back)),
    counts: counts.flatMap((count) => countBack(count, back)),
  };
}

/** How far each line was back before and is back now; `last`: with this return nothing is left. */
type Back = { lines: readonly { line: SoldLine; done: bigint; reached: bigint }[]; last: boolean };

function turnedBack(sold: readonly SoldLine[], before: readonly ReturnedLine[], now: readonly ReturnedLine[]): Back {
  const earlier = quantities(before);
  const coming = quantities(now);
  const lines = sold.map((line) => {
    const done = earlier.get(line.seq) ?? 0n;
    return { line, done, reached: done + (coming.get(line.seq) ?? 0n) };
  });
  return { lines, last: coming.size > 0 && lines.every(({ line, reached }) => reached >= line.quantityMilli) };
}

function effectBack(effect: Effect, back: Back): Effect[] {
  switch (effect.kind) {
    case "points":
    case "discount": {
      const funders = fundersBack(effect.funders, back);
      return some({ ...effect, ...summed(funders, back), funders });
    }
    case "gift":
      return some({ ...effect, ...partsBack(effect, back), funders: fundersBack(effect.funders, back) });
    case "fullCard":
    case "stamp":
    case "ticket":
    case "tierPoints":
    case "coupon":
      return some({ ...effect, ...partsBack(effect, back) });
    case "message":
      return [];
    default:
      return back.last ? [effect] : [];
  }
}

function countBack(count: Count, back: Back): Count[] {
  const { total, byLine } = partsBack({ total: count.by, byLine: count.byLine }, back);
  return total > 0n ? [{ ...count, by: total, byLine }] : [];
}

function some<Kept extends Effect & Parts>(effect: Kept): Effect[] {
  return effect.total > 0n ? [effect] : [];
}

function fundersBack(funders: readonly Funder[], back: Back): Funder[] {
  return funders.map((funder) => ({ ...funder, ...partsBack(funder, back) })).filter(({ total }) => total > 0n);
}

function summed(funders: readonly Funder[], { lines }: Back): Parts {
  return {
    total: funders.reduce((sum, { total }) => sum + total, 0n),
    byLine: lines.map((_line, index) => funders.reduce((sum, { byLine }) => sum + (byLine[index] ?? 0n), 0n)),
  };
}

function partsBack({ total, byLine }: Parts, { lines, last }: Back): Parts {
  const parts = lines.map(({ line, done, reached }, index) => {
    const whole = byLine[index] ?? 0n;
    return share(whole, line, reached) - share(whole, line, done);
  });
  const rest = last ? total - byLine.reduce((sum, part) => sum + part, 0n) : 0n;
  return { total: parts.reduce((sum, part) => sum + part, rest), byLine: parts };
}
