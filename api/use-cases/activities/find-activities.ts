import { type Actor, partnerOf } from "#api/kernel/actor.ts";
import { type Page, type PageArgs, pageOf } from "#api/kernel/page.ts";
import type { ActivityKind } from "#api/sql/rows.ts";
import type { KnownActivity } from "#api/use-cases/activities/reward-activity.ts";
import { can, may } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { everyIdOf } from "#api/use-cases/purchases/find-purchases.ts";

type Found<Row> = Promise<Map<string, Row>>;

/** The part of all activities an actor may see, as a filter. */
async function visibleActivities(deps: Deps, actor: Actor) {
  const partnerId = partnerOf(actor);
  if (partnerId) return { partnerId };
  return actor.kind === "member" ? { memberId: { in: await everyIdOf(deps, actor.memberId) } } : {};
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

/** The kinds that are recorded at the viewer's house; all for the operator. */
export async function listActivityKinds({ db }: Deps, actor: Actor): Promise<ActivityKind[]> {
  can(actor, "activity:read");
  const partnerId = partnerOf(actor);
  const where = partnerId ? { byHub: false, OR: [{ partnerId: null }, { partnerId }] } : {};
  return db.activityKind.findMany({ where, orderBy: { code: "asc" } });
}
