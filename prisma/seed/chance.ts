/** Chance that repeats itself: the same seed tells the same story. */
export type Chance = {
  /** From 0 up to, not including, 1. */
  next(): number;
  /** True this often. */
  happens(probability: number): boolean;
  /** A whole number from `min` to `max`, both inside. */
  between(min: number, max: number): number;
  oneOf<T>(choices: readonly T[]): T;
};

/** mulberry32: small, and good enough to shop by. */
export function chance(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (min: number, max: number) => min + Math.floor(next() * (max - min + 1));
  return {
    next,
    happens: (probability) => next() < probability,
    between,
    oneOf: (choices) => {
      const [chosen] = choices.slice(between(0, choices.length - 1));
      if (chosen === undefined) throw new Error("There is nothing to choose from.");
      return chosen;
    },
  };
}
