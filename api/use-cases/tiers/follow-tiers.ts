import { systemActor } from "#api/kernel/actor.ts";
import type { Follower } from "#api/use-cases/following/followers.ts";
import { rankOf } from "./ladder.ts";
import { findLadder, findStandings, monthNow, type Standing } from "./standing.ts";
import { tellTiers } from "./tell-tiers.ts";

/** Whoever a receipt took up or a return took down is written down and told; tills know already. */
export const followTiers: Follower = async (deps, { purchases, returns }) => {
  const ladder = await findLadder(deps.db);
  if (!ladder) return;
  const memberIds = [...purchases, ...returns.map(({ purchase }) => purchase)].map(({ memberId }) => memberId);
  const standings = await findStandings(deps.db, ladder, [...new Set(memberIds)], await monthNow(deps));
  const moved = [...standings.values()].filter(standsElsewhere);
  if (moved.length === 0) return;
  const how = { at: deps.clock.now(), whyLower: "goods came back" } as const;
  await deps.db.$transaction((tx) => tellTiers(tx, systemActor, moved, how));
};

const standsElsewhere = ({ ladder, rank, told }: Standing) => rank !== (told ? rankOf(ladder, told.tier) : 0);
