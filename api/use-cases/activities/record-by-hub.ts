import { localDate } from "#api/engine/lot-dates.ts";
import type { Actor } from "#api/kernel/actor.ts";
import { Refusal } from "#api/kernel/refusal.ts";
import { recordActivity } from "#api/use-cases/activities/record-activity.ts";
import { rewardActivity } from "#api/use-cases/activities/reward-activity.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";
import { operatorIdOf } from "#api/use-cases/purchases/funders.ts";

const AT_ONCE = 500;
/** What was written down so long ago and not decided was left behind. */
const LEFT_BEHIND_MS = 60_000;

type Found = { memberId: string; reference: string };

/**
 * Records at the operator what the hub knows by itself, where there is such a kind: birthdays and completed profiles;
 * and decides what activities give that a death left undecided. Answers how many it saw to.
 */
export async function recordByHub(deps: Deps, actor: Actor): Promise<number> {
  can(actor, "job:run");
  const { timeZone } = await findProgramme(deps);
  const today = localDate(deps.clock.now(), timeZone);
  const birthdays = await recordAll(deps, actor, "birthday", () => findBirthdays(deps, today));
  const profiles = await recordAll(deps, actor, "profile_completed", () => findCompleted(deps));
  return birthdays + profiles + (await decideLeft(deps, actor));
}

async function recordAll(deps: Deps, actor: Actor, kind: string, find: () => Promise<Found[]>): Promise<number> {
  const known = await deps.db.activityKind.findUnique({ where: { code: kind } });
  if (!known?.byHub || known.retiredAt) return 0;
  const partnerId = await operatorIdOf(deps);
  for (let seen = 0; ; ) {
    const found = await find();
    if (found.length === 0) return seen;
    for (const { memberId, reference } of found) {
      const idempotencyKey = `${kind} ${reference}`;
      await recordActivity(deps, actor, { partnerId, member: { memberId }, kind, reference, idempotencyKey });
    }
    seen += found.length;
  }
}

/** On the day itself; of those born on 29 February on the 28th where there is no 29th. */
function findBirthdays({ db }: Deps, today: string): Promise<Found[]> {
  return db.$queryRaw<Found[]>`
    SELECT m.id AS "memberId", ${today.slice(0, 4)} || ' ' || m.id AS reference
    FROM member_profile p JOIN member m ON m.id = p.member_id AND m.status = 'ACTIVE'
    WHERE (EXTRACT(month FROM p.birth_date), EXTRACT(day FROM p.birth_date)) IN (
        SELECT EXTRACT(month FROM day), EXTRACT(day FROM day) FROM (VALUES (${today}::date)) AS t(day)
        UNION SELECT 2, 29 WHERE ${today.slice(5)} = '02-28' AND EXTRACT(day FROM ${today}::date + 1) = 1)
      AND NOT EXISTS (SELECT FROM activity a JOIN activity_kind k ON k.id = a.kind_id AND k.code = 'birthday'
        WHERE a.member_id = m.id AND a.reference = ${today.slice(0, 4)} || ' ' || m.id)
    ORDER BY m.id LIMIT ${AT_ONCE}`;
}

function findCompleted({ db }: Deps): Promise<Found[]> {
  return db.$queryRaw<Found[]>`
    SELECT m.id AS "memberId", m.id AS reference
    FROM member_profile p JOIN member m ON m.id = p.member_id AND m.status = 'ACTIVE'
    WHERE p.birth_date IS NOT NULL AND p.name <> ''
      AND EXISTS (SELECT FROM identifier i WHERE i.member_id = m.id AND i.kind = 'PHONE')
      AND EXISTS (SELECT FROM identifier i WHERE i.member_id = m.id AND i.kind = 'EMAIL')
      AND NOT EXISTS (SELECT FROM activity a JOIN activity_kind k ON k.id = a.kind_id AND k.code = 'profile_completed'
        WHERE a.member_id = m.id)
    ORDER BY m.id LIMIT ${AT_ONCE}`;
}

async function decideLeft(deps: Deps, actor: Actor): Promise<number> {
  const recordedAt = { lte: new Date(deps.clock.now().getTime() - LEFT_BEHIND_MS) };
  const left = await deps.db.activity.findMany({
    where: { points: null, recordedAt },
    include: { kind: true },
    take: AT_ONCE,
  });
  for (const activity of left) {
    try {
      await rewardActivity(deps, actor, activity);
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      deps.report?.(refusal);
    }
  }
  return left.length;
}
