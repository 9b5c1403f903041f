import type { Effect } from "#api/engine/effects.ts";
import { giftCounter } from "#api/engine/limits.ts";
import type { Count } from "#api/ledger/movements.ts";
import { couponCounter, couponCounterOf } from "#api/use-cases/coupons/counters.ts";
import { ticketCounter } from "#api/use-cases/draws/definition.ts";
import { benefitCounter, tierCounter } from "#api/use-cases/tiers/counters.ts";
import { stampCounter } from "./windows.ts";

type Counted = {
  /** Whose effects, on which local day (YYYY-MM-DD). */
  memberId: string;
  day: string;
  /** What counters may come to at most; one that is not there has no end, and nothing bounds what is given back. */
  bounds?: ReadonlyMap<string, bigint>;
};

/** What effects count for a member, to be taken in the deed that books them; negative is given back. */
export function effectCounts(effects: readonly Effect[], counted: Counted): Count[] {
  const counts = effects.filter(isFirst).flatMap((effect) => countsOf(effect, counted));
  return counts.map((count) => ({ ...count, most: count.most ?? counted.bounds?.get(count.counter) ?? null }));
}

/** Several rules may need the same coupon; it is used once. */
function isFirst(effect: Effect, index: number, effects: readonly Effect[]): boolean {
  if (effect.kind !== "couponUsed") return true;
  return effects.findIndex((one) => one.kind === "couponUsed" && one.code === effect.code) === index;
}

function countsOf(effect: Effect, { memberId, day }: Counted): Count[] {
  switch (effect.kind) {
    case "stamp":
      return [{ counter: stampCounter(effect.card, memberId), by: effect.total, most: null }];
    case "fullCard":
      return [{ counter: stampCounter(effect.card, memberId), by: -effect.total, most: null }];
    case "tierPoints":
      return [{ counter: tierCounter(memberId, day.slice(0, 7)), by: effect.total, most: null }];
    case "benefit":
      return [{ counter: benefitCounter(effect.benefit, memberId), by: 1n, most: null }];
    case "gift":
      return [{ counter: giftCounter(effect.gift), by: effect.total, most: null }];
    case "couponUsed": {
      const { pool, code } = effect;
      const counters = [couponCounter(pool, code), couponCounterOf(pool, memberId)];
      return counters.map((counter) => ({ counter, by: 1n, most: null }));
    }
    case "ticket":
      return [{ counter: ticketCounter(effect.draw, memberId), by: effect.total, most: null }];
    // Counted by nothing beside what their campaigns limit.
    case "points":
    case "discount":
    case "coupon":
    case "message":
    case "startJourney":
      return [];
  }
}
