import type { Words } from "#api/engine/campaign.ts";
import { localDate } from "#api/engine/lot-dates.ts";
import { type Actor, partnerOf } from "#api/kernel/actor.ts";
import { type Page, type PageArgs, pageOf } from "#api/kernel/page.ts";
import { findCounters } from "#api/ledger/counters.ts";
import { findDone } from "#api/ledger/read/turns.ts";
import type { Challenge, ChallengeAward, ChallengeState } from "#api/sql/rows.ts";
import { can, may } from "#api/use-cases/can.ts";
import { awardCounter, challengeTermsOf } from "#api/use-cases/challenges/definition.ts";
import { readyOf } from "#api/use-cases/challenges/follow-challenges.ts";
import { type Reached, reachedBy, streakOf, type Turn, turnOf } from "#api/use-cases/challenges/progress.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { everyIdOf } from "#api/use-cases/members/one-person.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";

type Found<Row> = Promise<Map<string, Row>>;

/** A house sees its own, the operator whatever is no other's draft, members what runs or gave them something. */
async function visibleChallenges(deps: Deps, actor: Actor) {
  if (actor.kind === "member") {
    const memberId = { in: await everyIdOf(deps.db, actor.memberId) };
    const running = { state: "LIVE" as const, startsAt: { lte: deps.clock.now() } };
    return { OR: [running, { awards: { some: { memberId } } }] };
  }
  const partnerId = partnerOf(actor);
  if (partnerId) return { OR: [{ partnerId }, { partnerId: null, startedAt: { not: null } }] };
  return { OR: [{ partnerId: null }, { state: { not: "DRAFT" as const } }] };
}

/** Challenges by id. */
export async function findChallenges(deps: Deps, actor: Actor, ids: readonly string[]): Found<Challenge> {
  if (!may(actor, "challenge:read")) return new Map();
  const where = { AND: [{ id: { in: [...ids] } }, await visibleChallenges(deps, actor)] };
  const rows = await deps.db.challenge.findMany({ where });
  return new Map(rows.map((row) => [row.id, row]));
}

export type ListChallenges = PageArgs & { states?: readonly ChallengeState[] | null | undefined };

/** Newest first. The cursor is the id. */
export async function listChallenges(deps: Deps, actor: Actor, input: ListChallenges): Promise<Page<Challenge>> {
  can(actor, "challenge:read");
  const { first, after, states } = input;
  const asked = { ...(states ? { state: { in: [...states] } } : {}), ...(after === null ? {} : { id: { lt: after } }) };
  const rows = await deps.db.challenge.findMany({
    where: { AND: [await visibleChallenges(deps, actor), asked] },
    orderBy: { id: "desc" },
    take: first + 1,
  });
  return pageOf(rows, first);
}

/** What the coupons are called that challenges give. */
export async function findCouponNames(deps: Deps, actor: Actor, ids: readonly string[]): Found<Words> {
  const giving = [...(await findChallenges(deps, actor, ids)).values()].flatMap((challenge) => {
    const { coupon } = challengeTermsOf(challenge).reward;
    return coupon === null ? [] : [{ id: challenge.id, code: coupon }];
  });
  const code = { in: giving.map((one) => one.code) };
  const pools = await deps.db.couponPool.findMany({ where: { code }, select: { code: true, name: true } });
  return new Map(
    giving.flatMap(({ id, code: of }) =>
      pools.filter((pool) => pool.code === of).map(({ name }) => [id, name as Words] as const),
    ),
  );
}

/** How often challenges were awarded. */
export async function findAwardsGiven(deps: Deps, actor: Actor, ids: readonly string[]): Found<bigint> {
  if (actor.kind === "member") return new Map();
  const seen = [...(await findChallenges(deps, actor, ids)).keys()];
  const given = await findCounters(deps.db, seen.map(awardCounter));
  return new Map(seen.map((id) => [id, given.get(awardCounter(id)) ?? 0n]));
}

/** Where a member stands in the present turn. */
export type ProgressView = Reached & Turn & { streak: number; inMoney: boolean; award: ChallengeAward | null };

/** The viewer's own progress, in one query for all challenges; of nobody but members. */
export async function findProgress(deps: Deps, actor: Actor, ids: readonly string[]): Found<ProgressView> {
  if (actor.kind !== "member") return new Map();
  const challenges = [...(await findChallenges(deps, actor, ids)).values()];
  const { timeZone } = await findProgramme(deps);
  const today = localDate(deps.clock.now(), timeZone);
  const turns = challenges.map((challenge) => {
    const ready = readyOf(challenge, timeZone);
    return { ...ready, turn: turnOf(ready.definition, today < ready.last ? today : ready.last, ready) };
  });
  const { memberId } = actor;
  const done = await findDone(
    deps.db,
    turns.map(({ turn, definition }) => ({ memberId, ...turn, partnerIds: definition.partnerIds })),
  );
  const awards = await deps.db.challengeAward.findMany({
    where: { challengeId: { in: [...ids] }, memberId: { in: await everyIdOf(deps.db, memberId) }, state: "AWARDED" },
  });
  return new Map(
    turns.flatMap(({ challenge, definition, turn }, at) => {
      const result = done[at];
      if (!result) return [];
      const award = awards.find((one) => one.challengeId === challenge.id && one.period === turn.period) ?? null;
      return [
        [
          challenge.id,
          {
            ...reachedBy(definition, result),
            ...turn,
            streak: streakOf(result.weeks, today),
            inMoney: definition.goal.kind === "SPEND",
            award,
          },
        ],
      ];
    }),
  );
}

/** What challenges gave the viewer and what still stands, newest first: the badges. */
export async function listOwnAwards(
  deps: Deps,
  actor: Actor,
  { first, after }: PageArgs,
): Promise<Page<ChallengeAward>> {
  can(actor, "challenge:read");
  if (actor.kind !== "member") return { rows: [], hasNextPage: false };
  const memberId = { in: await everyIdOf(deps.db, actor.memberId) };
  const rows = await deps.db.challengeAward.findMany({
    where: { memberId, state: "AWARDED", booked: true, ...(after === null ? {} : { id: { lt: after } }) },
    orderBy: { id: "desc" },
    take: first + 1,
  });
  return pageOf(rows, first);
}
