import { type Actor, partnerOf } from "#api/kernel/actor.ts";
import { type Page, type PageArgs, pageOf } from "#api/kernel/page.ts";
import type { TierLadder } from "#api/sql/rows.ts";
import { can, may } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { findMembers } from "#api/use-cases/members/find-members.ts";
import { readSteps, type StepRow } from "#api/use-cases/steps.ts";
import { POINT_E6, type Tier } from "./ladder.ts";
import { firstDayOf } from "./months.ts";
import { findLadder, findStandings, monthNow, type Standing } from "./standing.ts";

type Found<Row> = Promise<Map<string, Row>>;

/** Where a member stands, for whoever may see the member from inside. */
export type MemberTierView = {
  memberId: string;
  tier: Tier;
  /** The next one; null: there is none higher. */
  next: Tier | null;
  /** Whole qualifying points of the present period. */
  counted: bigint;
  /** What is missing to the next; 0 at the top. */
  missing: bigint;
  /** Since when it is that; null: from the beginning. */
  reachedAt: Date | null;
  /** The last day that nothing but goods coming back can take it on, YYYY-MM-DD; null: nothing takes it. */
  keptThroughOn: string | null;
};

/** Versions by id; whoever may read the programme may read its tiers. */
export async function findLadders({ db }: Deps, actor: Actor, ids: readonly string[]): Found<TierLadder> {
  if (!may(actor, "tier:read")) return new Map();
  const rows = await db.tierLadder.findMany({ where: { id: { in: [...ids] } } });
  return new Map(rows.map((row) => [row.id, row]));
}

/** The version in force; null: the programme has no tiers. */
export async function readLadder({ db }: Deps, actor: Actor): Promise<TierLadder | null> {
  can(actor, "tier:read");
  return db.tierLadder.findFirst({ where: { validUntil: null } });
}

/** Every version, newest first. The cursor is the id. */
export async function listLadders({ db }: Deps, actor: Actor, { first, after }: PageArgs): Promise<Page<TierLadder>> {
  can(actor, "tier:read");
  const where = after === null ? {} : { id: { lt: after } };
  return pageOf(await db.tierLadder.findMany({ where, orderBy: { id: "desc" }, take: first + 1 }), first);
}

/** Where members stand; a partner's people learn the tier of their own customers at the till, not here. */
export async function findMemberTiers(deps: Deps, actor: Actor, ids: readonly string[]): Found<MemberTierView> {
  if (!may(actor, "tier:read") || partnerOf(actor) !== null) return new Map();
  const [ladder, seen] = await Promise.all([findLadder(deps.db), findMembers(deps, actor, ids)]);
  if (!ladder || seen.size === 0) return new Map();
  const standings = await findStandings(deps.db, ladder, [...seen.keys()], await monthNow(deps));
  return new Map([...standings].flatMap(([id, standing]) => viewOf(standing).map((view) => [id, view])));
}

function viewOf({ memberId, ladder, rank, countedE6, lostIn, told }: Standing): MemberTierView[] {
  const tier = ladder.tiers[rank];
  if (!tier) return [];
  const counted = countedE6 / POINT_E6;
  const next = ladder.tiers[rank + 1] ?? null;
  const missing = next && BigInt(next.from) > counted ? BigInt(next.from) - counted : 0n;
  const reachedAt = told && told.tier === tier.code ? told.since : null;
  return [
    {
      memberId,
      tier,
      next,
      counted,
      missing,
      reachedAt,
      keptThroughOn: lostIn === null ? null : dayBefore(firstDayOf(lostIn)),
    },
  ];
}

const dayBefore = (day: string): string => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);

/** How members came to their tiers, oldest first. */
export async function findTierSteps(deps: Deps, actor: Actor, memberIds: readonly string[]): Found<StepRow[]> {
  const seen = await findMemberTiers(deps, actor, memberIds);
  return readSteps(deps, actor, [...seen.keys()], "memberTier");
}
