import type { Actor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import type { Plan, Subscription, Tx } from "#api/sql/rows.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { takeKey } from "#api/use-cases/keys.ts";
import { recordStep } from "#api/use-cases/transitions.ts";
import { AlreadySubscribed, PlanNotFound, SubscriptionNotFound } from "./refusals.ts";
import { settleSubscription } from "./settle-subscription.ts";
import { nextSubscription, type SubscriptionEvent } from "./states.ts";

export type Subscribed = Subscription & { plan: Plan };

export type Subscribe = { planId: string; idempotencyKey: string };

/** Begins the member's subscription; it gives something from the first payment on. */
export async function subscribe(deps: Deps, actor: Actor, input: Subscribe): Promise<Subscribed> {
  can(actor, "subscription:change");
  const memberId = actor.kind === "member" ? actor.memberId : "";
  const id = newId("subscription");
  return deps.db.$transaction(async (tx) => {
    const first = await takeKey(tx, actor, { verb: "subscribe", input, objectId: id });
    if (first) return find(tx, first);
    await tx.$executeRaw`SELECT FROM member WHERE id = ${memberId} FOR UPDATE`;
    const plan = await tx.plan.findUnique({ where: { id: input.planId } });
    if (plan?.state !== "OFFERED") throw new PlanNotFound(input.planId);
    const known = await tx.subscription.findFirst({ where: { memberId, state: { not: "ENDED" } } });
    if (known) throw new AlreadySubscribed(known.id);
    const at = deps.clock.now();
    await recordStep(tx, actor, { object: "subscription", objectId: id, from: null, to: "UNPAID", at });
    await tx.subscription.create({ data: { id, planId: plan.id, memberId, startedAt: at } });
    return find(tx, id);
  });
}

type Which = { subscriptionId: string };

/** To the end of what was paid for; at once where nothing was. */
export const cancelSubscription = (deps: Deps, actor: Actor, input: Which) => change(deps, actor, input, "cancel");

/** It gives nothing from now on; the days that are paid for are left. */
export const pauseSubscription = (deps: Deps, actor: Actor, input: Which) => change(deps, actor, input, "pause");

/** It goes on: after a pause with the days that were left, after a cancellation as if there had been none. */
export const resumeSubscription = (deps: Deps, actor: Actor, input: Which) => change(deps, actor, input, "resume");

const alreadyIs: Readonly<Partial<Record<SubscriptionEvent, readonly Subscription["state"][]>>> = {
  cancel: ["ENDING", "ENDED"],
  pause: ["PAUSED"],
  resume: ["ACTIVE"],
};

async function change(
  deps: Deps,
  actor: Actor,
  { subscriptionId }: Which,
  event: "cancel" | "pause" | "resume",
): Promise<Subscribed> {
  can(actor, "subscription:change");
  const changed = await deps.db.$transaction(async (tx) => {
    const found = await lockSubscription(tx, subscriptionId);
    if (!found || (actor.kind === "member" && found.memberId !== actor.memberId)) {
      throw new SubscriptionNotFound(subscriptionId);
    }
    if (alreadyIs[event]?.includes(found.state)) return found;
    const at = deps.clock.now();
    const wasPaused = found.state === "PAUSED" && found.pausedAt;
    return moveSubscription(tx, actor, found, {
      event,
      at,
      ...(event === "pause" ? { pausedAt: at } : {}),
      ...(wasPaused ? { pausedAt: null, paidUntil: left(found, at) } : {}),
      ...(found.state === "UNPAID" ? { endedAt: at } : {}),
    });
  });
  return settleSubscription(deps, changed.id);
}

/** Until when it is paid for once the days that a pause took are added again. */
export function left({ paidUntil, pausedAt }: Subscription, at: Date): Date | null {
  if (!paidUntil || !pausedAt) return paidUntil;
  return new Date(paidUntil.getTime() + Math.max(0, at.getTime() - pausedAt.getTime()));
}

type Move = { event: SubscriptionEvent; at: Date; reason?: string | null } & Partial<
  Pick<Subscription, "paidUntil" | "pausedAt" | "frozenUntil" | "endedAt" | "settled">
>;

/** Moves a locked subscription on and leaves the step. */
export async function moveSubscription(
  tx: Tx,
  actor: Actor,
  found: Subscription,
  { event, at, reason = null, ...changes }: Move,
): Promise<Subscribed> {
  const to = nextSubscription(found, event);
  if (to !== found.state) {
    await recordStep(tx, actor, { object: "subscription", objectId: found.id, from: found.state, to, at, reason });
  }
  return tx.subscription.update({ where: { id: found.id }, data: { state: to, ...changes }, include: { plan: true } });
}

export async function lockSubscription(tx: Tx, id: string): Promise<Subscribed | null> {
  await tx.$executeRaw`SELECT FROM subscription WHERE id = ${id} FOR UPDATE`;
  return tx.subscription.findUnique({ where: { id }, include: { plan: true } });
}

const find = (tx: Tx, id: string): Promise<Subscribed> =>
  tx.subscription.findUniqueOrThrow({ where: { id }, include: { plan: true } });
