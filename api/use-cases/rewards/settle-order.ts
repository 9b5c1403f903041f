import type { Actor } from "#api/kernel/actor.ts";
import { fingerprint } from "#api/kernel/fingerprint.ts";
import type { Deed, Movement } from "#api/ledger/movements.ts";
import type { Redemption } from "#api/ledger/read/redemptions.ts";
import { ExceedsRedemption, ReservationNotOpen } from "#api/ledger/refusals.ts";
import type { RewardOrder, RewardOrderState, Tx } from "#api/sql/rows.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { storedWords } from "#api/use-cases/offers/authored.ts";
import { once, type Request } from "#api/use-cases/once.ts";
import { checkText } from "#api/use-cases/partners/values.ts";
import { captureOf } from "#api/use-cases/points/reservation.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";
import { redemptionOf } from "#api/use-cases/purchases/answer.ts";
import { termsAt } from "#api/use-cases/purchases/context.ts";
import { graceEnd } from "#api/use-cases/purchases/grace.ts";
import { placeOf } from "#api/use-cases/purchases/place.ts";
import { checkMayRedeem } from "#api/use-cases/purchases/standing.ts";
import { codeOf } from "#api/use-cases/rewards/codes.ts";
import { rewardCounter } from "#api/use-cases/rewards/keep-reward.ts";
import { nextOrderState, type RewardOrderEvent } from "#api/use-cases/rewards/states.ts";
import { ownOrder } from "#api/use-cases/rewards/visible-orders.ts";
import { tellMember } from "#api/use-cases/spending/ring-member.ts";
import { recordStep } from "#api/use-cases/transitions.ts";

/** The piece lies ready at the counter, and the member is told. */
export async function issueRewardOrder(
  deps: Deps,
  actor: Actor,
  { rewardOrderId }: { rewardOrderId: string },
): Promise<RewardOrder> {
  can(actor, "rewardOrder:handOut");
  const order = await ownOrder(deps, actor, { id: rewardOrderId });
  if (order.state === "ISSUED") return order;
  return moveOrder(deps, actor, order, { event: "issue", reason: null });
}

export type HandOutReward = { code: string; locationId?: string | null | undefined };

/** Hands the piece out to whoever shows the code: the points are spent. A code serves once. */
export async function handOutReward(deps: Deps, actor: Actor, input: HandOutReward): Promise<RewardOrder> {
  can(actor, "rewardOrder:handOut");
  const order = await ownOrder(deps, actor, { code: codeOf(input.code) });
  nextOrderState(order, "collect");
  await settle(deps, actor, { order, event: "collect" }, async () => {
    const occurredAt = deps.clock.now();
    const where = { partnerId: order.partnerId, locationId: input.locationId };
    const [place, { partner, contract }] = await Promise.all([
      placeOf(deps, actor, "rewardOrder:handOut", where),
      termsAt(deps, order.partnerId, occurredAt),
    ]);
    checkMayRedeem(partner);
    return { occurredAt, place, movements: [captureOf(order.burnId, order.points, contract)] };
  });
  return moveOrder(deps, actor, order, { event: "collect", reason: null });
}

export type CancelRewardOrder = { rewardOrderId: string; reason: string };

/**
 * Gives the points back to their lots and the piece to the stock. A member cancels what they have not collected; who
 * hands out also takes back what was collected.
 */
export async function cancelRewardOrder(deps: Deps, actor: Actor, input: CancelRewardOrder): Promise<RewardOrder> {
  can(actor, actor.kind === "member" ? "reward:order" : "rewardOrder:handOut");
  const order = await ownOrder(deps, actor, { id: input.rewardOrderId });
  const reason = checkText("reason", input.reason);
  if (order.state === "CANCELLED") return order;
  return cancel(deps, actor, order, reason);
}

/** The same for the clock. */
export async function cancel(deps: Deps, actor: Actor, order: RewardOrder, reason: string): Promise<RewardOrder> {
  const event = order.state === "COLLECTED" && actor.kind !== "member" ? "take back" : "cancel";
  nextOrderState(order, event);
  await settle(deps, actor, { order, event }, async () => {
    const occurredAt = deps.clock.now();
    const graceExpiresAt = graceEnd(occurredAt, await findProgramme(deps));
    const { partnerId, rewardId } = order;
    return {
      occurredAt,
      place: { partnerId, locationId: null, terminalId: null },
      reason,
      movements: undoing(await redemptionOf(deps, order.burnId), event, graceExpiresAt),
      counts: [{ counter: rewardCounter(rewardId), by: -1n, most: null }],
    };
  });
  return moveOrder(deps, actor, order, { event, reason });
}

/** What a till let go by itself is the member's already. */
function undoing(
  { id: burnId, state, captured, restored }: Redemption,
  event: string,
  graceExpiresAt: Date | null,
): Movement[] {
  if (event === "cancel") {
    return state === "RELEASED" ? [] : [{ kind: "release", burnId, graceExpiresAt, timedOut: false }];
  }
  const points = captured - restored;
  return points === 0n ? [] : [{ kind: "returnRedemption", burnId, points, graceExpiresAt }];
}

type Settled = { order: RewardOrder; event: RewardOrderEvent };

/** Points decide: of two who want different things of one order, the second finds the reservation gone. */
async function settle(
  deps: Deps,
  actor: Actor,
  { order, event }: Settled,
  decide: () => Promise<Omit<Deed, keyof Request>>,
): Promise<void> {
  const print = fingerprint({ kind: "rewardOrder", id: order.id, event });
  const key = { owner: "rewards", key: `${event} ${order.id}`, fingerprint: print };
  try {
    await once(deps, { kind: "settleRewardOrder", actor, ...key }, decide);
  } catch (refusal) {
    if (!(refusal instanceof ReservationNotOpen || refusal instanceof ExceedsRedemption)) throw refusal;
    const now = await deps.db.rewardOrder.findUniqueOrThrow({ where: { id: order.id } });
    nextOrderState(now, event);
    throw refusal;
  }
  deps.reach?.("reward: points settled");
}

/** Says what the points say already; whoever comes second finds it said. */
export async function moveOrder(
  deps: Deps,
  actor: Actor,
  { id, partnerId, memberId, rewardId }: RewardOrder,
  { event, reason }: { event: RewardOrderEvent; reason: string | null },
): Promise<RewardOrder> {
  return deps.db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT FROM reward_order WHERE id = ${id} FOR UPDATE`;
    const found = await tx.rewardOrder.findUniqueOrThrow({ where: { id } });
    const to = nextOrderState(found, event);
    const at = deps.clock.now();
    await recordStep(tx, actor, { object: "rewardOrder", objectId: id, partnerId, from: found.state, to, at, reason });
    if (to === "ISSUED") await tellReady(tx, { rewardId, memberId, at });
    const stamp = stampOf(to, at);
    return tx.rewardOrder.update({ where: { id }, data: { state: to, ...stamp } });
  });
}

async function tellReady(tx: Tx, { rewardId, memberId, at }: { rewardId: string; memberId: string; at: Date }) {
  const reward = await tx.reward.findUniqueOrThrow({ where: { id: rewardId }, select: { name: true } });
  const facts = { reward: storedWords(reward.name) };
  await tellMember(tx, memberId, { kind: "REWARD_READY", facts, href: "/me/rewards", at });
}

function stampOf(to: RewardOrderState, at: Date) {
  if (to === "ISSUED") return { issuedAt: at };
  return to === "COLLECTED" ? { collectedAt: at } : { cancelledAt: at };
}
