import { localDate } from "#api/engine/lot-dates.ts";
import { Refusal } from "#api/kernel/refusal.ts";
import { findDone } from "#api/ledger/read/turns.ts";
import type { Challenge, ChallengeAward } from "#api/sql/rows.ts";
import { bookAward, giveAward, takeAwardBack } from "#api/use-cases/challenges/award.ts";
import { type ChallengeDefinition, challengeTermsOf } from "#api/use-cases/challenges/definition.ts";
import { reachedBy, type Turn, turnOf } from "#api/use-cases/challenges/progress.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import type { Follower } from "#api/use-cases/following/followers.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";

/** A challenge with its terms and its own days. */
type Ready = { challenge: Challenge; definition: ChallengeDefinition; first: string; last: string };

/** A member's turn of a challenge that a receipt or a return was part of. */
type Touched = Ready & { memberId: string; turn: Turn };

const FOR_EVER = "9999-12-31";

/**
 * Gives what is reached and takes back what is reached no longer: a return counts on the day of its purchase, however late
 * it comes. What a turn gave is given once; reached again after it was taken back, it is given again.
 */
export const followChallenges: Follower = async (deps, { purchases, returns }) => {
  const ready = await findReady(deps);
  if (ready.length === 0) return;
  const receipts = [...purchases, ...returns.map(({ purchase }) => purchase)];
  const survivors = await survivorsOf(
    deps,
    receipts.map(({ memberId }) => memberId),
  );
  const touched = new Map<string, Touched>();
  for (const { memberId: bought, businessDate: day, partnerId } of receipts) {
    const memberId = survivors.get(bought) ?? bought;
    for (const one of ready.filter((each) => counts(each, day, partnerId))) {
      const turn = turnOf(one.definition, day, one);
      touched.set(`${one.challenge.id} ${memberId} ${turn.period}`, { ...one, memberId, turn });
    }
  }
  await settle(deps, touched);
};

const counts = ({ definition, first, last }: Ready, day: string, partnerId: string) =>
  day >= first && day <= last && (definition.partnerIds.length === 0 || definition.partnerIds.includes(partnerId));

/** Also those that are over: goods come back from what they gave. */
export async function findReady(deps: Deps): Promise<Ready[]> {
  const rows = await deps.db.challenge.findMany({
    where: { state: { in: ["LIVE", "PAUSED", "ENDED"] }, startedAt: { not: null } },
  });
  if (rows.length === 0) return [];
  const { timeZone } = await findProgramme(deps);
  return rows.map((challenge) => readyOf(challenge, timeZone));
}

export function readyOf(challenge: Challenge, timeZone: string): Ready {
  const { startsAt, endsAt } = challenge;
  const last = endsAt === null ? FOR_EVER : localDate(new Date(endsAt.getTime() - 1), timeZone);
  return { challenge, definition: challengeTermsOf(challenge), first: localDate(startsAt, timeZone), last };
}

async function settle(deps: Deps, touched: ReadonlyMap<string, Touched>): Promise<void> {
  const asked = [...touched];
  const done = await findDone(
    deps.db,
    asked.map(([, { memberId, turn, definition }]) => ({ memberId, ...turn, partnerIds: definition.partnerIds })),
  );
  const standing = await findStanding(deps, asked);
  for (const [at, [key, one]] of asked.entries()) {
    const result = done[at];
    if (result) await settleOne(deps, one, { met: reachedBy(one.definition, result).met, award: standing.get(key) });
  }
}

async function settleOne(
  deps: Deps,
  { challenge, memberId, turn }: Touched,
  { met, award }: { met: boolean; award: ChallengeAward | undefined },
): Promise<void> {
  try {
    if (award && !met) await takeAwardBack(deps, challenge, award);
    else if (award && !award.booked) await bookAward(deps, challenge, award);
    else if (!award && met && challenge.state === "LIVE") await giveAward(deps, challenge, { memberId, ...turn });
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    deps.report?.(refusal);
  }
}

/** By the member that lives: what somebody reached before a merge is not given again. */
async function findStanding(deps: Deps, asked: readonly [string, Touched][]): Promise<Map<string, ChallengeAward>> {
  const ids = new Set(asked.map(([, { challenge }]) => challenge.id));
  const living = [...new Set(asked.map(([, { memberId }]) => memberId))];
  const merged = await deps.db.member.findMany({ where: { mergedIntoId: { in: living } }, select: { id: true } });
  const memberId = { in: [...living, ...merged.map(({ id }) => id)] };
  const where = { challengeId: { in: [...ids] }, memberId, state: "AWARDED" as const };
  const rows = await deps.db.challengeAward.findMany({ where });
  const survivors = await survivorsOf(deps, memberId.in);
  const keyOf = (row: ChallengeAward) => survivors.get(row.memberId) ?? row.memberId;
  return new Map(rows.map((row) => [`${row.challengeId} ${keyOf(row)} ${row.period}`, row]));
}

async function survivorsOf({ db }: Deps, memberIds: readonly string[]): Promise<Map<string, string>> {
  const merged = await db.member.findMany({
    where: { id: { in: [...new Set(memberIds)] }, mergedIntoId: { not: null } },
    select: { id: true, mergedIntoId: true },
  });
  return new Map(merged.flatMap(({ id, mergedIntoId }) => (mergedIntoId ? [[id, mergedIntoId] as const] : [])));
}
