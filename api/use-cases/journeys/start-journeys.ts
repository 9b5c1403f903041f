import { localDate } from "#api/engine/lot-dates.ts";
import type { Actor } from "#api/kernel/actor.ts";
import { findSilent } from "#api/ledger/read/silent.ts";
import type { Tx } from "#api/sql/rows.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import {
  type Beginning,
  enterJourney,
  type LiveJourney,
  liveJourneys,
  tillsOf,
} from "#api/use-cases/journeys/enter-journey.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";
import { daysBefore } from "#api/use-cases/purchases/windows.ts";
import { lastSegmentEvent, segmentEventsSince } from "#api/use-cases/segments/segment-events.ts";

const CHUNK = 500;
/** So many days after the day itself a silence still counts as news: who was away longer when a journey began is left in peace. */
const SILENCE_DAYS = 7;
const MARK = "journeys: segments";
const TIERS = "journeys: tiers";

/** Lets members begin whom the calendar, a segment or a tier sends. Answers how many began. */
export async function startJourneys(deps: Deps, actor: Actor): Promise<number> {
  can(actor, "job:run");
  return (
    (await startSilent(deps)) +
    (await startBirthdays(deps)) +
    (await startBySegments(deps)) +
    (await startByTiers(deps))
  );
}

async function startSilent(deps: Deps): Promise<number> {
  const { db, clock } = deps;
  const at = clock.now();
  const { timeZone } = await findProgramme(deps);
  const today = localDate(at, timeZone);
  let began = 0;
  for (const { version, trigger } of await liveJourneys(db, "SILENCE")) {
    const to = daysBefore(today, trigger.days);
    const span = { from: daysBefore(to, SILENCE_DAYS), to, partnerId: tillsOf(version), take: CHUNK };
    for (let afterMemberId = ""; ; ) {
      const silent = await findSilent(db, { ...span, afterMemberId });
      const last = silent.at(-1);
      if (!last) break;
      const beginnings = silent.map(({ memberId, day }) => ({ memberId, cause: `silent:${memberId}:${day}` }));
      began += await db.$transaction((tx) => enterJourney(tx, version, beginnings, at));
      afterMemberId = last.memberId;
    }
  }
  return began;
}

async function startBirthdays(deps: Deps): Promise<number> {
  const { db, clock } = deps;
  const at = clock.now();
  const { timeZone } = await findProgramme(deps);
  const today = localDate(at, timeZone);
  let began = 0;
  for (const { version, trigger } of await liveJourneys(db, "BIRTHDAY")) {
    const day = daysBefore(today, -trigger.daysBefore);
    for (let after = ""; ; ) {
      const born = await bornOn(db, { day, after, partnerId: tillsOf(version) });
      const last = born.at(-1);
      if (!last) break;
      const beginnings = born.map((memberId) => ({ memberId, cause: `birthday:${memberId}:${day.slice(0, 4)}` }));
      began += await db.$transaction((tx) => enterJourney(tx, version, beginnings, at));
      after = last;
    }
  }
  return began;
}

/** Whose birthday is on this day of the year; a partner's own customers where one is named. */
async function bornOn(
  tx: Tx,
  { day, after, partnerId }: { day: string; after: string; partnerId: string | null },
): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT p.member_id AS id FROM member_profile p
    WHERE to_char(p.birth_date, 'MM-DD') = ${day.slice(5)} AND p.member_id > ${after}
      AND (${partnerId}::text IS NULL OR EXISTS (
        SELECT FROM purchase b WHERE b.member_id = p.member_id AND b.partner_id = ${partnerId}))
    ORDER BY p.member_id LIMIT ${CHUNK}`;
  return rows.map(({ id }) => id);
}

/** Every event once: how far it came is kept with those who began by it. What was before the first look is past. */
async function startBySegments({ db, clock }: Deps): Promise<number> {
  const mark = await db.readingMark.findUnique({ where: { name: MARK } });
  let after = mark?.ord ?? (await lastSegmentEvent(db));
  if (!mark) await keepMark(db, MARK, { ord: after });
  const at = clock.now();
  let began = 0;
  for (;;) {
    const events = await segmentEventsSince(db, after);
    const last = events.at(-1);
    if (!last) return began;
    const journeys = await liveJourneys(db, "SEGMENT_ENTERED", "SEGMENT_LEFT");
    const segments = await db.segment.findMany({ where: { id: { in: events.map(({ segmentId }) => segmentId) } } });
    began += await db.$transaction(async (tx) => {
      let count = 0;
      for (const { version, trigger } of journeys) {
        const segment = segments.find(({ house, code }) => house === version.journey.house && code === trigger.segment);
        const kind = trigger.on === "SEGMENT_ENTERED" ? "ENTERED" : "LEFT";
        const beginnings = events
          .filter((event) => event.segmentId === segment?.id && event.kind === kind)
          .map(({ memberId, ord }) => ({ memberId, cause: `segment:${ord}` }));
        if (beginnings.length > 0) count += await enterJourney(tx, version, beginnings, at);
      }
      await keepMark(tx, MARK, { ord: last.ord });
      return count;
    });
    after = last.ord;
  }
}

/** Whoever was told of another tier since; a little of what was seen is looked at again, since the same cause begins nothing. */
const OVERLAP_MS = 10 * 60_000;

async function startByTiers({ db, clock }: Deps): Promise<number> {
  const at = clock.now();
  const mark = await db.readingMark.findUnique({ where: { name: TIERS } });
  const since = new Date((mark?.upTo ?? at).getTime() - (mark ? OVERLAP_MS : 0));
  const journeys = await liveJourneys(db, "TIER_CHANGED");
  const moved = journeys.length === 0 ? [] : await db.memberTier.findMany({ where: { since: { gt: since, lte: at } } });
  let began = 0;
  for (const { version, trigger } of journeys)
    began += await db.$transaction((tx) => enterJourney(tx, version, byTier(moved, trigger), at));
  await keepMark(db, TIERS, { upTo: at });
  return began;
}

type Moved = { memberId: string; tier: string; since: Date };

function byTier(moved: readonly Moved[], { tier: wanted }: LiveJourney<"TIER_CHANGED">["trigger"]): Beginning[] {
  return moved
    .filter(({ tier }) => wanted === null || tier === wanted)
    .map(({ memberId, since }) => ({ memberId, cause: `tier:${memberId}:${since.toISOString()}` }));
}

async function keepMark(tx: Tx, name: string, mark: { ord: bigint } | { upTo: Date }): Promise<void> {
  await tx.readingMark.upsert({ where: { name }, create: { name, ...mark }, update: mark });
}
