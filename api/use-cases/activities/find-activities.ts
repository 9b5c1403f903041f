import { type Actor, partnerOf } from "#api/kernel/actor.ts";
import { type Page, type PageArgs, pageOf } from "#api/kernel/page.ts";
import type { ActivityKind } from "#api/sql/rows.ts";
import type { KnownActivity } from "#api/use-cases/activities/reward-activity.ts";
import { can, may } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { everyIdOf } from "#api/use-cases/members/one-person.ts";

type Found<Row> = Promise<Map<string, Row>>;

/** The part of all activities an actor may see, as a filter. */
async function visibleActivities(deps: Deps, actor: Actor) {
  const partnerId = partnerOf(actor);
  if (partnerId) return { partnerId };
  return actor.kind === "member" ? { memberId: { in: await everyIdOf(deps.db, actor.memberId) } } : {};
}

/** Activities by id: a member's own, a partner's own, all for the operator. */
export async function findActivities(deps: Deps, actor: Actor, ids: readonly string[]): Found<KnownActivity> {
  if (!may(actor, "activity:read")) return new Map();
  const where = { id: { in: [...ids] }, ...(await visibleActivities(deps, actor)) };
  const rows = await deps.db.activity.findMany({ where, include: { kind: true } });
  return new Map(rows.map((row) => [row.id, row]));
}

/** Newest first. The cursor is the id. */
export async function listActivities(
  deps: Deps,
  actor: Actor,
  { first, after }: PageArgs,
): Promise<Page<KnownActivity>> {
  can(actor, "activity:read");
  const rows = await deps.db.activity.findMany({
    where: { ...(await visibleActivities(deps, actor)), ...(after === null ? {} : { id: { lt: after } }) },
    include: { kind: true },
    orderBy: { id: "desc" },
    take: first + 1,
  });
  return pageOf(rows, first);
}

/** How much was recorded of a kind in the last 30 days, and what it gave. */
export type ActivityTally = { count: number; points: bigint };

const TALLY_DAYS = 30;
const DAY_MS = 86_400_000;

/** Of the activities that the actor may see, by the kind's id; a kind of which none was recorded is left out. */
export async function findTallies(deps: Deps, actor: Actor, kindIds: readonly string[]): Found<ActivityTally> {
  if (!may(actor, "activity:read")) return new Map();
  const since = new Date(deps.clock.now().getTime() - TALLY_DAYS * DAY_MS);
  const rows = await deps.db.activity.groupBy({
    by: ["kindId"],
    where: { kindId: { in: [...kindIds] }, recordedAt: { gte: since }, ...(await visibleActivities(deps, actor)) },
    _count: true,
    _sum: { points: true, pointsClawed: true },
  });
  return new Map(
    rows.map(({ kindId, _count: count, _sum: sum }) => {
      const points = (sum.points ?? 0n) - (sum.pointsClawed ?? 0n);
      return [kindId, { count, points }];
    }),
  );
}

/** The kinds that are recorded at the viewer's house; all for the operator. */
export async function listActivityKinds({ db }: Deps, actor: Actor): Promise<ActivityKind[]> {
  can(actor, "activity:read");
  return db.activityKind.findMany({ where: visibleKinds(actor), orderBy: { code: "asc" } });
}

/** The same by id. */
export async function findActivityKinds({ db }: Deps, actor: Actor, ids: readonly string[]): Found<ActivityKind> {
  if (!may(actor, "activity:read")) return new Map();
  const rows = await db.activityKind.findMany({ where: { id: { in: [...ids] }, ...visibleKinds(actor) } });
  return new Map(rows.map((row) => [row.id, row]));
}

function visibleKinds(actor: Actor) {
  const partnerId = partnerOf(actor);
  return partnerId ? { byHub: false, OR: [{ partnerId: null }, { partnerId }] } : {};
}
