import { localDate } from "#api/engine/lot-dates.ts";
import type { MemberTier, Tx } from "#api/sql/rows.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { kept } from "#api/use-cases/kept.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";
import { together } from "#api/use-cases/together.ts";
import { climb, countedIn, type Foothold, keptThrough } from "./climb.ts";
import { findMonthlyCounts, heeded, SINCE_MONTHS } from "./counted.ts";
import { type Counted, type Ladder, ladderOf, rankOf } from "./ladder.ts";
import { type Month, monthOf } from "./months.ts";

/** Where a member stands, as what is counted says at this moment. */
export type Standing = {
  memberId: string;
  ladder: Ladder;
  rank: number;
  /** Counted in the present period, in millionths of a qualifying point. */
  countedE6: bigint;
  /** The first month whose beginning costs the tier if nothing more is counted; null: nothing does. */
  lostIn: Month | null;
  /** Where following may begin the next time. */
  foothold: Foothold;
  /** What was last told; null: the lowest tier, and nothing was. */
  told: MemberTier | null;
};

/** The ladder in force; null: the programme has no tiers. */
export async function findLadder(tx: Tx): Promise<Ladder | null> {
  const row = await tx.tierLadder.findFirst({ where: { validUntil: null } });
  return row && ladderOf(row);
}

/** The code of the tier that everybody begins on; "" while the programme has no tiers. */
export const findLowestTier = async (tx: Tx): Promise<string> => (await findLadder(tx))?.tiers[0]?.code ?? "";

/** Where members stand in a month, from what their receipts counted. */
export async function findStandings(
  tx: Tx,
  ladder: Ladder,
  memberIds: readonly string[],
  now: Month,
): Promise<Map<string, Standing>> {
  const [rows, months] = await Promise.all([
    tx.memberTier.findMany({ where: { memberId: { in: [...memberIds] } } }),
    findMonthlyCounts(tx, memberIds, now),
  ]);
  const told = new Map(rows.map((row) => [row.memberId, row]));
  return new Map(
    memberIds.map((memberId) => {
      const counted = heeded(ladder.counts, months.get(memberId) ?? []);
      return [memberId, standingOf(ladder, { memberId, told: told.get(memberId) ?? null, counted }, now)];
    }),
  );
}

type Followed = { memberId: string; told: MemberTier | null; counted: Counted };

/** What happens a year after something no longer touches it: the foothold moves along. */
const SETTLED_MONTHS = 12;

function standingOf(ladder: Ladder, { memberId, told, counted }: Followed, now: Month): Standing {
  const from: Foothold = told
    ? {
        rank: rankOf(ladder, told.keptTier),
        keptUntil: told.keptUntil ? monthOf(told.keptUntil) : 0,
        month: monthOf(told.countedFrom),
      }
    : { rank: 0, keptUntil: 0, month: now - SINCE_MONTHS };
  const foothold = climb(ladder, from, counted, now - SETTLED_MONTHS - 1);
  const stands = climb(ladder, foothold, counted, now);
  return {
    memberId,
    ladder,
    rank: stands.rank,
    countedE6: countedIn(ladder, counted, now),
    lostIn: keptThrough(ladder, stands, counted),
    foothold,
    told,
  };
}

export async function monthNow(deps: Deps): Promise<Month> {
  const { timeZone } = await findProgramme(deps);
  return monthOf(localDate(deps.clock.now(), timeZone));
}

/** The codes of members' tiers now; empty while the programme has no tiers. */
export async function findTierCodes(deps: Deps, tx: Tx, memberIds: readonly string[]): Promise<Map<string, string>> {
  const ladder = await findLadder(tx);
  if (!ladder) return new Map();
  const standings = await findStandings(tx, ladder, memberIds, await monthNow(deps));
  return new Map([...standings].map(([id, { rank }]) => [id, ladder.tiers[rank]?.code ?? ""]));
}

/** A member's tier and what it and those below it open. */
export async function findTierBenefits(
  deps: Deps,
  tx: Tx,
  memberId: string,
): Promise<{ tier: string; benefits: string[] }> {
  const ladder = await findLadder(tx);
  const standing = ladder && (await findStandings(tx, ladder, [memberId], await monthNow(deps))).get(memberId);
  if (!standing) return { tier: "", benefits: [] };
  const reached = ladder.tiers.slice(0, standing.rank + 1);
  return {
    tier: reached.at(-1)?.code ?? "",
    benefits: reached.flatMap(({ benefits }) => benefits.map(({ code }) => code)),
  };
}

/** The code of a member's tier for a receipt of this local day; "" while the programme has no tiers. */
export async function tierOn(deps: Deps, memberId: string, day: string): Promise<string> {
  const [tier] = await tiersOn(deps, [`${day.slice(0, 7)} ${memberId}`]);
  return tier ?? "";
}

const ladders = kept("ladder", async ({ db }, ids) => {
  const ladder = await findLadder(db);
  return new Map(ladder ? ids.map((id) => [id, ladder]) : []);
});

const tiersOn = together<string>(async (deps, keys) => {
  const [ladder] = await ladders(deps, ["in force"]);
  if (!ladder) return new Map();
  const { db } = deps;
  const asked = Map.groupBy(keys, (key) => key.slice(0, 7));
  const found = await Promise.all(
    [...asked].map(async ([month, of]) => {
      const standings = await findStandings(
        db,
        ladder,
        of.map((key) => key.slice(8)),
        monthOf(month),
      );
      return [...standings.values()].map(({ memberId, rank }): [string, string] => [
        `${month} ${memberId}`,
        ladder.tiers[rank]?.code ?? "",
      ]);
    }),
  );
  return new Map(found.flat());
});
