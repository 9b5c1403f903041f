import type { Actor } from "#api/kernel/actor.ts";
import { countOnRungs } from "#api/ledger/read/tier-counts.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { checkLadder, POINT_E6, type Tier } from "./ladder.ts";
import { firstDayOf, monthText } from "./months.ts";
import { findLadder, monthNow } from "./standing.ts";

/** A tier with how many members stand on it, and how many of them lose it soon; null: the tier is not in force. */
export type TierCount = { tier: Tier; members: number; leaving: number | null };

/** How long before somebody loses a tier it is worth telling whoever runs the programme. */
const SOON_MS = 31 * 86_400_000;

/** How many members stand on each tier of the ladder in force, by what was told last; empty without a ladder. */
export async function countTiers(deps: Deps, actor: Actor): Promise<TierCount[]> {
  can(actor, "tier:read");
  const ladder = await findLadder(deps.db);
  if (!ladder) return [];
  const soon = { dueOn: { lte: new Date(deps.clock.now().getTime() + SOON_MS) } };
  const [told, due, all] = await Promise.all([
    deps.db.memberTier.groupBy({ by: ["tier"], _count: true }),
    deps.db.memberTier.groupBy({ by: ["tier"], where: soon, _count: true }),
    deps.db.member.count({ where: { status: { in: ["ACTIVE", "BLOCKED"] } } }),
  ]);
  const standing = new Map(told.map(({ tier, _count }) => [tier, _count]));
  const leaving = new Map(due.map(({ tier, _count }) => [tier, _count]));
  const raised = ladder.tiers.slice(1).reduce((sum, { code }) => sum + (standing.get(code) ?? 0), 0);
  return ladder.tiers.map((tier, rank) => ({
    tier,
    members: rank === 0 ? all - raised : (standing.get(tier.code) ?? 0),
    leaving: rank === 0 ? 0 : (leaving.get(tier.code) ?? 0),
  }));
}

/** How many would stand on each tier of a ladder if it began now: nobody lower than they stand, if the tier goes on. */
export async function previewLadder(deps: Deps, actor: Actor, definition: unknown): Promise<TierCount[]> {
  can(actor, "tier:propose");
  const { tiers, counts, period } = checkLadder(definition);
  const now = await monthNow(deps);
  const first = period === "CALENDAR_YEAR" ? now - (now % 12) : now - 11;
  const months = Array.from({ length: now - first + 1 }, (_none, nth) => monthText(first + nth));
  const heeds = (count: (typeof counts)[number]) => (counts.includes(count) ? 1n : 0n);
  const rows = await countOnRungs(deps.db, {
    codes: tiers.map(({ code }) => code),
    fromE6: tiers.map(({ from }) => BigInt(from) * POINT_E6),
    months,
    firstDay: firstDayOf(first),
    worth: { point: POINT_E6 * heeds("POINTS"), spend: heeds("SPEND"), tierPoint: POINT_E6 * heeds("TIER_POINTS") },
  });
  const byRank = new Map(rows.map(({ rank, members }) => [rank, members]));
  return tiers.map((tier, rank) => ({ tier, members: byRank.get(rank) ?? 0, leaving: null }));
}
