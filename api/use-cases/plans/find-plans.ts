import { type Actor, partnerOf } from "#api/kernel/actor.ts";
import { type Page, type PageArgs, pageOf } from "#api/kernel/page.ts";
import type { Plan, PlanPayment } from "#api/sql/rows.ts";
import { can, may } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import type { Subscribed } from "./subscribe.ts";

type Found<Row> = Promise<Map<string, Row>>;

const isInside = (actor: Actor) => actor.kind === "operator" || actor.kind === "system";

/** Whoever may read the programme may read what it offers; a version that is over stays readable. */
export async function findPlans({ db }: Deps, actor: Actor, ids: readonly string[]): Found<Plan> {
  if (!may(actor, "plan:read")) return new Map();
  const rows = await db.plan.findMany({ where: { id: { in: [...ids] } } });
  return new Map(rows.map((row) => [row.id, row]));
}

/** Newest first; the operator sees what is no longer offered too. The cursor is the id. */
export async function listPlans({ db }: Deps, actor: Actor, { first, after }: PageArgs): Promise<Page<Plan>> {
  can(actor, "plan:read");
  const rows = await db.plan.findMany({
    where: { ...(isInside(actor) ? {} : { state: "OFFERED" }), ...(after === null ? {} : { id: { lt: after } }) },
    orderBy: { id: "desc" },
    take: first + 1,
  });
  return pageOf(rows, first);
}

/** Subscriptions that are paid for, lapsed and over, by plan; for the operator. */
export type PlanCounts = { paid: number; paused: number; lapsed: number };

export async function countSubscriptions({ db }: Deps, actor: Actor, planIds: readonly string[]): Found<PlanCounts> {
  if (!may(actor, "plan:count")) return new Map();
  const groups = await db.subscription.groupBy({
    by: ["planId", "state"],
    where: { planId: { in: [...planIds] } },
    _count: true,
  });
  return new Map(
    planIds.map((id) => {
      const of = (...states: string[]) =>
        groups
          .filter(({ planId, state }) => planId === id && states.includes(state))
          .reduce((sum, { _count }) => sum + _count, 0);
      return [id, { paid: of("ACTIVE", "ENDING"), paused: of("PAUSED"), lapsed: of("LAPSED") }];
    }),
  );
}

/** By id: the member's own, or any for the operator. */
export async function findSubscriptions({ db }: Deps, actor: Actor, ids: readonly string[]): Found<Subscribed> {
  if (!may(actor, "plan:read") || partnerOf(actor) !== null) return new Map();
  const whose = actor.kind === "member" ? { memberId: actor.memberId } : {};
  const rows = await db.subscription.findMany({ where: { id: { in: [...ids] }, ...whose }, include: { plan: true } });
  return new Map(rows.map((row) => [row.id, row]));
}

/** What each member has or had last; a partner's people do not learn it. */
export async function findMembersSubscriptions(
  deps: Deps,
  actor: Actor,
  memberIds: readonly string[],
): Found<Subscribed> {
  if (!may(actor, "plan:read") || partnerOf(actor) !== null) return new Map();
  const own = actor.kind === "member" ? memberIds.filter((id) => id === actor.memberId) : memberIds;
  const rows = await deps.db.subscription.findMany({
    where: { memberId: { in: [...own] } },
    orderBy: { id: "asc" },
    include: { plan: true },
  });
  return new Map(rows.map((row) => [row.memberId, row]));
}

/** Payments for subscriptions, newest first. */
export async function findPlanPayments(
  deps: Deps,
  actor: Actor,
  subscriptionIds: readonly string[],
): Found<PlanPayment[]> {
  const seen = [...(await findSubscriptions(deps, actor, subscriptionIds)).keys()];
  const rows = await deps.db.planPayment.findMany({
    where: { subscriptionId: { in: seen } },
    orderBy: { id: "desc" },
  });
  return Map.groupBy(rows, ({ subscriptionId }) => subscriptionId);
}

/** What was paid for plans, newest first: all for the operator, for a partner what its own tills took. The cursor is the id. */
export async function listPlanPayments(
  { db }: Deps,
  actor: Actor,
  { first, after }: PageArgs,
): Promise<Page<PlanPayment>> {
  can(actor, "planPayment:read");
  const house = isInside(actor) ? {} : { partnerId: partnerOf(actor) };
  const past = after === null ? {} : { id: { lt: after } };
  const rows = await db.planPayment.findMany({
    where: { ...house, ...past },
    orderBy: { id: "desc" },
    take: first + 1,
  });
  return pageOf(rows, first);
}
