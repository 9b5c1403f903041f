import { localDate } from "#api/engine/lot-dates.ts";
import { type Actor, systemActor } from "#api/kernel/actor.ts";
import { countMembers, type MemberRead, readMembersAfter } from "#api/ledger/read/members-in-chunks.ts";
import type { SegmentRecount } from "#api/sql/rows.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { leftBehind } from "#api/use-cases/left-behind.ts";
import { ringPeople } from "#api/use-cases/notices/notify.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";
import { type Hits, moveMembers } from "#api/use-cases/segments/members-in-segments.ts";
import { type Plan, planOf } from "#api/use-cases/segments/plan.ts";
import { lockRecount, moveRecount } from "#api/use-cases/segments/states.ts";
import { findLowestTier } from "#api/use-cases/tiers/standing.ts";

/** Members asked at once: as many as make a query worth while and still fit anywhere. */
const CHUNK = 5_000;

/** Another worker took it over. */
class RecountEnded extends Error {}

/** Asks every member once for all segments of the recount. What died in the middle goes on after the last chunk. */
export async function runRecount(
  deps: Deps,
  { segmentRecountId: id }: { segmentRecountId: string },
): Promise<SegmentRecount> {
  try {
    return await recount(deps, id);
  } catch (error) {
    if (!(error instanceof RecountEnded)) return fail(deps, id, error);
    return deps.db.segmentRecount.findUniqueOrThrow({ where: { id } });
  }
}

/** The same, but what goes wrong is left as it is: for a process that dies. */
export async function recount(deps: Deps, id: string): Promise<SegmentRecount> {
  const begun = await begin(deps, id);
  const plan = await planFor(deps, begun);
  let chunk: Chunk | null = await readChunk(deps, plan, begun.afterId);
  while (chunk) {
    // The database reads the next members while it keeps these.
    const next: Promise<Chunk | null> = readNext(deps, plan, chunk);
    await Promise.all([next, keepChunk(deps, begun, hitsOf(plan, chunk), chunk)]);
    deps.reach?.("segments: chunk counted");
    chunk = await next;
  }
  return finish(deps, begun);
}

function begin(deps: Deps, id: string): Promise<SegmentRecount> {
  return deps.db.$transaction(async (tx) => {
    const found = await lockRecount(tx, id);
    if (found.state !== "QUEUED" && found.state !== "RUNNING") throw new RecountEnded();
    const at = deps.clock.now();
    const membersTotal = found.membersTotal ?? (await countMembers(tx));
    const startedAt = found.startedAt ?? at;
    const attempt = found.attempt + 1;
    return moveRecount(tx, systemActor, found, {
      event: "start",
      at,
      attempt,
      membersTotal,
      startedAt,
      progressAt: at,
    });
  });
}

async function planFor(deps: Deps, { segmentIds, startedAt }: SegmentRecount): Promise<Plan> {
  const [segments, partners, lowestTier, { timeZone }] = await Promise.all([
    deps.db.segment.findMany({ where: { id: { in: segmentIds }, state: "ACTIVE" }, orderBy: { id: "asc" } }),
    deps.db.partner.findMany({ select: { id: true, code: true } }),
    findLowestTier(deps.db),
    findProgramme(deps),
  ]);
  const now = startedAt ?? deps.clock.now();
  const codes = new Map(partners.map(({ id, code }) => [code, id]));
  return planOf(segments, codes, { day: localDate(now, timeZone), now, timeZone, lowestTier });
}

/** Members with ids after one up to another; null: all that are left. */
type Chunk = { after: string; upTo: string | null; members: readonly MemberRead[] };

async function readChunk(deps: Deps, { wishes }: Plan, after: string): Promise<Chunk> {
  const members = await readMembersAfter(deps.db, { after, take: CHUNK }, wishes);
  return { after, upTo: members.length < CHUNK ? null : (members.at(-1)?.id ?? null), members };
}

const readNext = async (deps: Deps, plan: Plan, { upTo }: Chunk): Promise<Chunk | null> =>
  upTo === null ? null : readChunk(deps, plan, upTo);

function hitsOf(plan: Plan, { members }: Chunk): Hits {
  const hits = new Map<string, string[]>();
  for (const member of members) {
    for (const segment of plan.segmentsOf(member)) {
      const own = hits.get(segment);
      if (own) own.push(member.id);
      else hits.set(segment, [member.id]);
    }
  }
  return hits;
}

/** What the chunk moved and how far the count is, together or not at all. */
async function keepChunk(
  deps: Deps,
  { id, attempt, segmentIds, startedAt, userId }: SegmentRecount,
  hits: Hits,
  { after, upTo, members }: Chunk,
): Promise<void> {
  await deps.db.$transaction(
    async (tx) => {
      const { entered, left } = await moveMembers(tx, segmentIds, hits, { after, upTo }, startedAt ?? deps.clock.now());
      const { count } = await tx.segmentRecount.updateMany({
        where: { id, attempt, state: "RUNNING", afterId: after },
        data: {
          afterId: members.at(-1)?.id ?? after,
          membersDone: { increment: members.length },
          entered: { increment: entered },
          left: { increment: left },
          progressAt: deps.clock.now(),
        },
      });
      if (count === 0) throw new RecountEnded();
      if (userId) await ringPeople(tx, [userId]);
    },
    { maxWait: 10_000, timeout: 60_000 },
  );
}

async function finish(deps: Deps, { id, attempt, segmentIds, startedAt }: SegmentRecount): Promise<SegmentRecount> {
  return deps.db.$transaction(
    async (tx) => {
      const found = await lockRecount(tx, id);
      if (found.attempt !== attempt || found.state !== "RUNNING") throw new RecountEnded();
      await tx.$executeRaw`
        UPDATE segment s SET counted_at = ${startedAt}::timestamptz, counted = (
          SELECT count(*) FROM segment_member m WHERE m.segment_id = s.id AND m.left_at IS NULL)
        WHERE s.id = ANY(${segmentIds}::text[]) AND s.state = 'ACTIVE'`;
      const at = deps.clock.now();
      return moveRecount(tx, systemActor, found, { event: "finish", at, finishedAt: at });
    },
    { maxWait: 10_000, timeout: 60_000 },
  );
}

async function fail(deps: Deps, id: string, error: unknown): Promise<SegmentRecount> {
  deps.report?.(error);
  return deps.db.$transaction(async (tx) => {
    const found = await lockRecount(tx, id);
    if (found.state !== "QUEUED" && found.state !== "RUNNING") return found;
    const at = deps.clock.now();
    const why = error instanceof Error ? error.name : "Error";
    return moveRecount(tx, systemActor, found, { event: "fail", at, finishedAt: at, error: why });
  });
}

/** Whoever runs one is heard of more often than this, or is gone. */
const SILENT_MS = 5 * 60 * 1000;
const AT_ONCE_MAX = 5;

/** Runs what nobody has begun, and what was left behind when a process died. */
export async function resumeRecounts(deps: Deps, actor: Actor): Promise<number> {
  can(actor, "job:run");
  const left = await deps.db.segmentRecount.findMany({
    where: leftBehind(deps.clock.now(), SILENT_MS),
    select: { id: true },
    orderBy: { id: "asc" },
    take: AT_ONCE_MAX,
  });
  for (const { id } of left) await runRecount(deps, { segmentRecountId: id });
  return left.length;
}
