import type { Effect } from "./effects.ts";
import type { Count } from "./limits.ts";
import type { ReturnedLine, SoldLine } from "./return.ts";

/** What a receipt caused beside its own figures: what campaigns did, and what they took from their limits. */
export type Caused = { effects: readonly Effect[]; counts: readonly Count[] };

/**
 * The part of all this that goods coming back undo, given what came back before, in the same form and above zero: points
 * and discounts per funder, stamps, tickets and tier points by line, in proportion to the quantity, rounded down until a
 * line is back in full. What has no lines (a benefit, a used coupon, a gift) comes back with the last line.
 */
export function takeBackEffects(
  _caused: Caused,
  _sold: readonly SoldLine[],
  _before: readonly ReturnedLine[],
  _now: readonly ReturnedLine[],
): Caused {
  return { effects: [], counts: [] };
}
