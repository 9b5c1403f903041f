import type { Effect } from "#api/engine/effects.ts";
import type { Count } from "#api/ledger/movements.ts";
import { stampCounter } from "./windows.ts";

/** Whose effects, on which local day (YYYY-MM-DD). */
type Counted = { memberId: string; day: string };

/** What effects count for a member, to be taken in the deed that books them; negative is given back. */
export function effectCounts(effects: readonly Effect[], counted: Counted): Count[] {
  return effects.flatMap((effect) => countsOf(effect, counted));
}

function countsOf(effect: Effect, { memberId }: Counted): Count[] {
  switch (effect.kind) {
    case "stamp":
      return [{ counter: stampCounter(effect.card, memberId), by: effect.total, most: null }];
    case "fullCard":
      return [{ counter: stampCounter(effect.card, memberId), by: -effect.total, most: null }];
    // Counted by nothing beside what their campaigns limit.
    case "points":
    case "discount":
    case "gift":
    case "ticket":
    case "tierPoints":
    case "coupon":
    case "couponUsed":
    case "benefit":
    case "message":
    case "startJourney":
      return [];
  }
}
