import type { Deps } from "#api/use-cases/deps.ts";
import { countMisses, guessingUntil } from "#api/use-cases/guessing.ts";
import { notifyStaff } from "#api/use-cases/notices/notify.ts";
import { operatorsWhoMay } from "#api/use-cases/notices/who-may.ts";
import { TooManyClubCodes } from "./refusals.ts";

const MISSES_MAX = 10;

const guessersOf = (memberId: string) => [{ who: `club:member:${memberId}`, most: MISSES_MAX }];

/** Refuses to look at a further code of a club while the member guesses. */
export async function requireNoClubGuessing(deps: Deps, memberId: string): Promise<void> {
  const until = await guessingUntil(deps, guessersOf(memberId));
  if (until) throw new TooManyClubCodes(until);
}

/** Counts a code that no club has; the operator hears of whoever goes over, once a window. */
export async function countClubGuess(deps: Deps, memberId: string): Promise<void> {
  await countMisses(deps, guessersOf(memberId), 1, async (tx, { who, misses, at }) => {
    const facts = { who, misses: String(misses) };
    const news = { kind: "CODE_GUESSING", facts, href: null, at } as const;
    await notifyStaff(tx, { partnerId: null, roles: operatorsWhoMay("velocity:work") }, news);
  });
}
