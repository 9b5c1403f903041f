import type { Actor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import { LimitReached } from "#api/ledger/refusals.ts";
import type { Reward, RewardOrder } from "#api/sql/rows.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { actingMember, requireUnblocked } from "#api/use-cases/members/acting-member.ts";
import { once, requestOf } from "#api/use-cases/once.ts";
import { reserveOf } from "#api/use-cases/points/reservation.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";
import { effectsOf } from "#api/use-cases/purchases/answer.ts";
import { termsAt } from "#api/use-cases/purchases/context.ts";
import { checkMayRedeem } from "#api/use-cases/purchases/standing.ts";
import { newCode } from "#api/use-cases/rewards/codes.ts";
import { findRewards } from "#api/use-cases/rewards/find-rewards.ts";
import { rewardCounter } from "#api/use-cases/rewards/keep-reward.ts";
import { RewardNotFound, RewardNotOffered, RewardSoldOut } from "#api/use-cases/rewards/refusals.ts";
import { recordStep } from "#api/use-cases/transitions.ts";

const DAY_MS = 86_400_000;
/** The reservation outlives the time to collect, so that an order is cancelled as a whole and not by its points alone. */
const GRACE_DAYS = 7;

export type OrderReward = { rewardId: string; idempotencyKey: string };

/** Sets a member's points and a piece of the stock aside in one deed; the order says so to both sides. */
export async function orderReward(deps: Deps, actor: Actor, input: OrderReward): Promise<RewardOrder> {
  const memberId = actingMember(actor, "reward:order");
  const reward = (await findRewards(deps, actor, [input.rewardId])).get(input.rewardId);
  if (!reward) throw new RewardNotFound(input.rewardId);
  const decide = () => reserving(deps, reward, memberId);
  const posted = await once(deps, requestOf("orderReward", actor, input), decide).catch((refusal) => {
    throw refusal instanceof LimitReached ? new RewardSoldOut() : refusal;
  });
  const [burnId] = (await effectsOf(deps, posted)).burnIds;
  if (!burnId) throw new Error(`deed ${posted.deedId} set nothing aside`);
  deps.reach?.("reward: points set aside");
  return layOrder(deps, actor, { reward, memberId, burnId });
}

async function reserving(deps: Deps, reward: Reward, memberId: string) {
  if (reward.state !== "OFFERED") throw new RewardNotOffered();
  const { partnerId, points, stock, collectDays, name } = reward;
  const occurredAt = deps.clock.now();
  const [programme, { partner }] = await Promise.all([
    findProgramme(deps),
    termsAt(deps, partnerId, occurredAt),
    requireUnblocked(deps, memberId),
  ]);
  checkMayRedeem(partner);
  const holdSeconds = (collectDays + GRACE_DAYS) * 86_400;
  const wanted = { burnId: newId("burn"), memberId, redeemerId: partnerId, points, purchaseId: null, holdSeconds };
  return {
    occurredAt,
    place: { partnerId, locationId: null, terminalId: null },
    reason: (name as { en: string }).en,
    movements: [reserveOf(wanted, programme, occurredAt)],
    counts: [{ counter: rewardCounter(reward.id), by: 1n, most: stock }],
  };
}

type Laid = { reward: Reward; memberId: string; burnId: string };

/** The order of a reservation; whoever comes again, or makes up for a death, finds the first. */
export async function layOrder(deps: Deps, actor: Actor, { reward, memberId, burnId }: Laid): Promise<RewardOrder> {
  const { partnerId, points, collectDays } = reward;
  return deps.db.$transaction(async (tx) => {
    const at = deps.clock.now();
    const id = newId("rewardOrder");
    const collectBy = new Date(at.getTime() + collectDays * DAY_MS);
    const what = { id, rewardId: reward.id, memberId, partnerId, points, burnId, code: newCode() };
    const data = [{ ...what, orderedAt: at, collectBy }];
    const { count } = await tx.rewardOrder.createMany({ data, skipDuplicates: true });
    const order = await tx.rewardOrder.findUniqueOrThrow({ where: { burnId } });
    const after = { rewardId: reward.id, points };
    const step = { object: "rewardOrder", objectId: id, partnerId, from: null, to: "ORDERED", at, after };
    if (count === 1) await recordStep(tx, actor, step);
    return order;
  });
}
