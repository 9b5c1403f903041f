import { localDate } from "#api/engine/lot-dates.ts";
import type { Actor } from "#api/kernel/actor.ts";
import type { Points } from "#api/kernel/points.ts";
import type { Count } from "#api/ledger/movements.ts";
import { LimitReached } from "#api/ledger/refusals.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";
import { policyInForce } from "#api/use-cases/spending/policy.ts";
import { SpendLimitReached } from "#api/use-cases/spending/refusals.ts";
import { requireUnlocked } from "#api/use-cases/spending/require-unlocked.ts";

/** What a member's gift counts, and whether they may give at all now. The operator's people have their own reasons. */
export async function giftCounts(
  deps: Deps,
  actor: Actor,
  { fromMemberId, points, at }: { fromMemberId: string; points: Points; at: Date },
): Promise<Count[]> {
  if (actor.kind !== "member") return [];
  await requireUnlocked(deps, fromMemberId);
  const most = (await policyInForce(deps))?.giftDayMost ?? null;
  if (most === null) return [];
  if (points > most) throw new SpendLimitReached(most);
  const { timeZone } = await findProgramme(deps);
  return [{ counter: `given:${fromMemberId}:${localDate(at, timeZone)}`, by: points, most }];
}

/** The day's limit in the words of a gift. */
export function giftProblem(refusal: unknown, [count]: readonly Count[]): unknown {
  return refusal instanceof LimitReached ? new SpendLimitReached(count?.most ?? 0n) : refusal;
}
