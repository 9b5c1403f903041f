import { localDate } from "#api/engine/lot-dates.ts";
import type { Actor } from "#api/kernel/actor.ts";
import { findBuyersSince } from "#api/ledger/read/tier-counts.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";
import { LONG_TRANSACTION } from "#api/use-cases/transitions.ts";
import { SINCE_MONTHS } from "./counted.ts";
import { firstDayOf } from "./months.ts";
import { findLadder, findStandings, monthNow } from "./standing.ts";
import { tellTiers, type Why } from "./tell-tiers.ts";

const CHUNK_MEMBERS = 500;

/**
 * Takes down a step whoever's period ended short, and counts everybody anew once after the ladder changed. Answers how
 * many stand elsewhere now.
 */
export async function reviewTiers(deps: Deps, actor: Actor): Promise<number> {
  can(actor, "job:run");
  return (await recount(deps, actor)) + (await reviewDue(deps, actor));
}

async function reviewDue(deps: Deps, actor: Actor): Promise<number> {
  const { timeZone } = await findProgramme(deps);
  const today = new Date(localDate(deps.clock.now(), timeZone));
  let moved = 0;
  let after = "";
  for (;;) {
    const due = await deps.db.memberTier.findMany({
      where: { dueOn: { lte: today }, memberId: { gt: after } },
      orderBy: { memberId: "asc" },
      take: CHUNK_MEMBERS,
      select: { memberId: true },
    });
    const last = due.at(-1);
    if (!last) return moved;
    moved += await tell(
      deps,
      actor,
      due.map(({ memberId }) => memberId),
      "the period ended short",
    );
    after = last.memberId;
  }
}

/** Everybody who bought anything that may count, a chunk at a time; how far it came is kept with the ladder. */
async function recount(deps: Deps, actor: Actor): Promise<number> {
  const ladder = await deps.db.tierLadder.findFirst({ where: { validUntil: null, recountedTo: { not: null } } });
  if (!ladder) return 0;
  const since = firstDayOf((await monthNow(deps)) - SINCE_MONTHS);
  let moved = 0;
  let after = ladder.recountedTo ?? "";
  for (;;) {
    const next = await findBuyersSince(deps.db, { since, after, take: CHUNK_MEMBERS });
    const last = next.at(-1) ?? null;
    if (last) moved += await tell(deps, actor, next, "the ladder changed");
    await deps.db.tierLadder.updateMany({ where: { id: ladder.id, validUntil: null }, data: { recountedTo: last } });
    if (!last) return moved;
    after = last;
  }
}

async function tell(deps: Deps, actor: Actor, memberIds: readonly string[], whyLower: Why): Promise<number> {
  const ladder = await findLadder(deps.db);
  if (!ladder) return 0;
  const standings = await findStandings(deps.db, ladder, memberIds, await monthNow(deps));
  const how = { at: deps.clock.now(), whyLower };
  return deps.db.$transaction((tx) => tellTiers(tx, actor, [...standings.values()], how), LONG_TRANSACTION);
}
