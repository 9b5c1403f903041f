import { localDate } from "#api/engine/lot-dates.ts";
import type { Points } from "#api/kernel/points.ts";
import type { Count, Place } from "#api/ledger/movements.ts";
import { LimitReached } from "#api/ledger/refusals.ts";
import type { Programme } from "#api/sql/rows.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import type { MemberLookup } from "#api/use-cases/members/resolve-members.ts";
import { isOnce, isSpent, spentCounter } from "./counters.ts";
import { type Guard, guardOf } from "./guard.ts";
import { confirmedCounts } from "./member-consent.ts";
import { SpendCodeRefused, SpendLimitReached, SpendLocked, SpendPlaceNotAllowed } from "./refusals.ts";
import { codeCounts } from "./said-code.ts";

/** Points about to be spent at a till. */
export type Spend = {
  memberId: string;
  place: Place;
  points: Points;
  at: Date;
  /** How the till named the member; with the code shown on the card, if it was read. */
  member: MemberLookup;
  /** The code that the member was shown when asked to confirm, if they said it. */
  confirmationCode?: string | null | undefined;
};

/**
 * Asks whether the member lets these points be spent here and now. Answers what the deed that spends them has to count,
 * so that a code, a confirmation or a day's limit serves once, whatever else happens at the same moment.
 */
export async function checkSpend(deps: Deps, spend: Spend, { timeZone }: Programme): Promise<Count[]> {
  const guard = await guardOf(deps, spend.memberId);
  const { locked, allowedPartnerIds, dayMost } = guard;
  const { partnerId } = spend.place;
  if (locked) throw new SpendLocked(spend.memberId);
  if (allowedPartnerIds.length > 0 && !allowedPartnerIds.includes(partnerId)) throw new SpendPlaceNotAllowed(partnerId);
  const code = await codeCounts(deps, spend, guard);
  const isPresent = code.length > 0;
  const confirmed = await confirmedCounts(deps, spend, guard, isPresent);
  return [...code, ...confirmed, ...dayCounts(spend, dayMost, timeZone)];
}

/** Points set aside count as spent that day, whatever becomes of them: the bound is there for the worst day. */
function dayCounts({ memberId, at, points }: Spend, dayMost: Guard["dayMost"], timeZone: string): Count[] {
  if (dayMost === null) return [];
  if (points > dayMost) throw new SpendLimitReached(dayMost);
  return [{ counter: spentCounter(memberId, localDate(at, timeZone)), by: points, most: dayMost }];
}

/** What a limit reached by a deed that spends means to whoever sent it; anything else is passed on. */
export function spendRefusalOf(refusal: unknown, counts: readonly Count[] = []): unknown {
  if (!(refusal instanceof LimitReached)) return refusal;
  const { counterId } = refusal;
  if (isOnce(counterId)) return new SpendCodeRefused("USED");
  const most = counts.find(({ counter }) => counter === counterId)?.most ?? 0n;
  return isSpent(counterId) ? new SpendLimitReached(most) : refusal;
}
