import { type Actor, actorRef, personOf } from "#api/kernel/actor.ts";
import type { Place } from "#api/ledger/movements.ts";
import type { PresentedCoupon } from "#api/use-cases/coupons/at-till.ts";
import { TooManyCouponCodes } from "#api/use-cases/coupons/refusals.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { countMisses, type Guesser, guessingUntil } from "#api/use-cases/guessing.ts";
import { notifyStaff } from "#api/use-cases/notices/notify.ts";
import { operatorsWhoMay, partnersWhoMay } from "#api/use-cases/notices/who-may.ts";

const MISSES_MAX = { key: 60, till: 30, member: 10 } as const;

type Shower = { actor: Actor; place: Place; memberId: string };

function guessersOf({ actor, place, memberId }: Shower): Guesser[] {
  return [
    { who: actorRef(actor), most: MISSES_MAX.key },
    { who: `member:${memberId}`, most: MISSES_MAX.member },
    ...(place.terminalId ? [{ who: `terminal:${place.terminalId}`, most: MISSES_MAX.till }] : []),
  ];
}

/** Refuses to look at further codes while somebody guesses: the till, the key, or for the member. */
export async function requireNoGuessing(deps: Deps, shower: Shower): Promise<void> {
  const until = await guessingUntil(deps, guessersOf(shower));
  if (until) throw new TooManyCouponCodes(until);
}

/** Counts the codes that do not exist; whoever goes over is told of to those who can look into it, once a window. */
export async function countGuesses(deps: Deps, shower: Shower, presented: readonly PresentedCoupon[]): Promise<void> {
  const misses = presented.filter(({ outcome }) => outcome === "UNKNOWN").length;
  if (misses === 0) return;
  const { place, actor } = shower;
  await countMisses(deps, guessersOf(shower), misses, async (tx, { who, misses: shown, at }) => {
    const facts = { who, misses: String(shown) };
    const news = { kind: "CODE_GUESSING", facts, href: null, at } as const;
    const except = personOf(actor)?.id ?? null;
    await notifyStaff(tx, { partnerId: place.partnerId, roles: partnersWhoMay("offering:edit"), except }, news);
    await notifyStaff(tx, { partnerId: null, roles: operatorsWhoMay("velocity:work") }, news);
  });
}
