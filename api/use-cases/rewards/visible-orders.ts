import { type Actor, partnerOf } from "#api/kernel/actor.ts";
import type { RewardOrder } from "#api/sql/rows.ts";
import { may } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { everyIdOf } from "#api/use-cases/members/one-person.ts";
import { RewardOrderNotFound } from "#api/use-cases/rewards/refusals.ts";

/** The part of all orders an actor may see, as a filter; null: none. */
export async function visibleOrders(deps: Deps, actor: Actor) {
  if (!may(actor, "rewardOrder:read")) return null;
  const partnerId = partnerOf(actor);
  if (partnerId) return { partnerId };
  return actor.kind === "member" ? { memberId: { in: await everyIdOf(deps.db, actor.memberId) } } : {};
}

/** The order that is meant, by id or by what the member shows. Unseen is unknown. */
export async function ownOrder(deps: Deps, actor: Actor, by: { id: string } | { code: string }): Promise<RewardOrder> {
  const seen = await visibleOrders(deps, actor);
  const found = seen && (await deps.db.rewardOrder.findFirst({ where: { ...by, ...seen } }));
  if (!found) throw new RewardOrderNotFound();
  return found;
}
