import { type Actor, partnerOf } from "#api/kernel/actor.ts";
import { type Page, type PageArgs, pageOf } from "#api/kernel/page.ts";
import { findCounters } from "#api/ledger/counters.ts";
import type { Reward, RewardOrder, RewardOrderState, RewardState } from "#api/sql/rows.ts";
import { can, may } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { everyIdOf } from "#api/use-cases/members/one-person.ts";
import { codeOf } from "#api/use-cases/rewards/codes.ts";
import { rewardCounter } from "#api/use-cases/rewards/keep-reward.ts";
import { visibleOrders } from "#api/use-cases/rewards/visible-orders.ts";

type Found<Row> = Promise<Map<string, Row>>;

/** The operator sees all, a partner its own, members what is offered and what they ordered. */
async function visibleRewards(deps: Deps, actor: Actor) {
  if (actor.kind === "operator" || actor.kind === "system") return {};
  const partnerId = partnerOf(actor);
  if (partnerId) return { partnerId };
  const offered = { state: "OFFERED" as const };
  if (actor.kind !== "member") return offered;
  return { OR: [offered, { orders: { some: { memberId: { in: await everyIdOf(deps.db, actor.memberId) } } } }] };
}

/** Rewards by id. */
export async function findRewards(deps: Deps, actor: Actor, ids: readonly string[]): Found<Reward> {
  if (!may(actor, "reward:read")) return new Map();
  const where = { AND: [{ id: { in: [...ids] } }, await visibleRewards(deps, actor)] };
  const rows = await deps.db.reward.findMany({ where });
  return new Map(rows.map((row) => [row.id, row]));
}

export type ListRewards = PageArgs & {
  states?: readonly RewardState[] | null | undefined;
  /** Only the viewer's own house's. */
  own?: boolean | null | undefined;
};

/** Newest first. The cursor is the id. */
export async function listRewards(deps: Deps, actor: Actor, input: ListRewards): Promise<Page<Reward>> {
  can(actor, "reward:read");
  const { first, after, states, own } = input;
  const partnerId = partnerOf(actor);
  const house = own && partnerId ? { partnerId } : {};
  const inState = states ? { state: { in: [...states] } } : {};
  const rows = await deps.db.reward.findMany({
    where: { AND: [await visibleRewards(deps, actor), house, inState, after === null ? {} : { id: { lt: after } }] },
    orderBy: { id: "desc" },
    take: first + 1,
  });
  return pageOf(rows, first);
}

/** How many pieces are left; absent: without end. */
export async function findStockLeft(deps: Deps, actor: Actor, ids: readonly string[]): Found<bigint> {
  const rewards = [...(await findRewards(deps, actor, ids)).values()].filter(({ stock }) => stock !== null);
  const taken = await findCounters(
    deps.db,
    rewards.map(({ id }) => rewardCounter(id)),
  );
  return new Map(rewards.map(({ id, stock }) => [id, (stock ?? 0n) - (taken.get(rewardCounter(id)) ?? 0n)]));
}

/** Orders by id: a member's own, those at a partner's counter, all for the operator. */
export async function findRewardOrders(deps: Deps, actor: Actor, ids: readonly string[]): Found<RewardOrder> {
  const seen = await visibleOrders(deps, actor);
  if (!seen) return new Map();
  const rows = await deps.db.rewardOrder.findMany({ where: { id: { in: [...ids] }, ...seen } });
  return new Map(rows.map((row) => [row.id, row]));
}

export type ListRewardOrders = PageArgs & {
  states?: readonly RewardOrderState[] | null | undefined;
  rewardId?: string | null | undefined;
};

/** Newest first. The cursor is the id. */
export async function listRewardOrders(deps: Deps, actor: Actor, input: ListRewardOrders): Promise<Page<RewardOrder>> {
  can(actor, "rewardOrder:read");
  const { first, after, states, rewardId } = input;
  const seen = await visibleOrders(deps, actor);
  const asked = { ...(states ? { state: { in: [...states] } } : {}), ...(rewardId ? { rewardId } : {}) };
  const rows = await deps.db.rewardOrder.findMany({
    where: { ...seen, ...asked, ...(after === null ? {} : { id: { lt: after } }) },
    orderBy: { id: "desc" },
    take: first + 1,
  });
  return pageOf(rows, first);
}

/** The order whose code somebody shows at the viewer's counter; null: none here. */
export async function findOrderByCode(deps: Deps, actor: Actor, code: string): Promise<RewardOrder | null> {
  can(actor, "rewardOrder:handOut");
  const seen = await visibleOrders(deps, actor);
  return seen && deps.db.rewardOrder.findFirst({ where: { code: codeOf(code), ...seen } });
}
