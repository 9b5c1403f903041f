import { type Actor, systemActor } from "#api/kernel/actor.ts";
import { Refusal } from "#api/kernel/refusal.ts";
import { findDecidedOrders, findUnordered } from "#api/ledger/read/ordered.ts";
import type { RewardOrder } from "#api/sql/rows.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { redemptionOf } from "#api/use-cases/purchases/answer.ts";
import { layOrder } from "#api/use-cases/rewards/order-reward.ts";
import { cancel, moveOrder } from "#api/use-cases/rewards/settle-order.ts";

const AT_ONCE = 500;

/**
 * Cancels orders that nobody collected in time, and finishes what a death left: points set aside without an order, and
 * orders whose points were decided on already. Answers how many it moved.
 */
export async function advanceOrders(deps: Deps, actor: Actor): Promise<number> {
  can(actor, "job:run");
  return (await layMissing(deps)) + (await sayDecided(deps, actor)) + (await cancelOverdue(deps, actor));
}

async function cancelOverdue(deps: Deps, actor: Actor): Promise<number> {
  const due = { state: { in: ["ORDERED" as const, "ISSUED" as const] }, collectBy: { lte: deps.clock.now() } };
  const orders = await deps.db.rewardOrder.findMany({ where: due, orderBy: { id: "asc" }, take: AT_ONCE });
  for (const order of orders) await unlessRefused(deps, () => cancel(deps, actor, order, "Not collected in time"));
  return orders.length;
}

/** A reservation of `orderReward` names its reward by what it took of the stock. */
async function layMissing(deps: Deps): Promise<number> {
  const reserved = await findUnordered(deps.db, AT_ONCE);
  for (const { burnId, memberId, rewardId } of reserved) {
    const reward = await deps.db.reward.findUniqueOrThrow({ where: { id: rewardId } });
    await layOrder(deps, systemActor, { reward, memberId, burnId });
  }
  return reserved.length;
}

/** Tills may capture and release any reservation of theirs, also one that an order made. */
async function sayDecided(deps: Deps, actor: Actor): Promise<number> {
  const ids = await findDecidedOrders(deps.db, AT_ONCE);
  for (const id of ids) {
    const order = await deps.db.rewardOrder.findUniqueOrThrow({ where: { id } });
    await unlessRefused(deps, () => sayOne(deps, actor, order));
  }
  return ids.length;
}

async function sayOne(deps: Deps, actor: Actor, order: RewardOrder): Promise<unknown> {
  const { state } = await redemptionOf(deps, order.burnId);
  if (state === "CAPTURED") return moveOrder(deps, actor, order, { event: "collect", reason: null });
  return cancel(deps, actor, order, "The points were let go");
}

async function unlessRefused({ report }: Deps, step: () => Promise<unknown>): Promise<void> {
  try {
    await step();
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    report?.(refusal);
  }
}
