import { type Actor, systemActor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import type { TestPartner, World } from "#api/test/world.ts";
import { createActivityKind } from "#api/use-cases/activities/kinds.ts";
import { recordActivity } from "#api/use-cases/activities/record-activity.ts";
import { decideApproval } from "#api/use-cases/approvals/decide-approval.ts";
import { draftChallenge } from "#api/use-cases/challenges/author-challenge.ts";
import { followChallenges } from "#api/use-cases/challenges/follow-challenges.ts";
import { setChallengeState, submitChallenge } from "#api/use-cases/challenges/review-challenge.ts";
import { findPurchases } from "#api/use-cases/purchases/find-purchases.ts";
import { createReward, setRewardState } from "#api/use-cases/rewards/keep-reward.ts";
import { orderReward } from "#api/use-cases/rewards/order-reward.ts";
import { handOutReward } from "#api/use-cases/rewards/settle-order.ts";

type Side = { issuer: TestPartner; mark: string; memberId: string };

/** Rewards, activities and challenges of both sides, and a draw that everybody sees. */
export async function prizesOfBoth(w: World, sides: readonly Side[]): Promise<void> {
  const kind = { code: "review", name: { en: "Review" }, idempotencyKey: "a-kind-for-everybody" };
  await createActivityKind(w.deps, w.operator, kind);
  for (const side of sides) {
    await rewardOf(w, side);
    await challengeOf(w, side);
    const activity = { kind: "review", reference: `${side.mark} review`, idempotencyKey: `${side.mark}-review-of-it` };
    await recordActivity(w.deps, side.issuer.till, { member: { memberId: side.memberId }, ...activity });
  }
  await drawForAll(
    w,
    sides.map(({ memberId }) => memberId),
  );
}

/** One is collected and one waits; what was offered to everybody is so no longer. */
async function rewardOf({ deps }: World, { issuer, mark, memberId }: Side): Promise<void> {
  const keeper: Actor = { kind: "partnerStaff", id: newId("user"), partnerId: issuer.id, roles: ["MANAGER"] };
  const member: Actor = { kind: "member", id: newId("user"), memberId };
  const terms = { name: { en: `${mark} mug` }, description: { en: `${mark} clay` }, stock: 77n, collectDays: 7 };
  const made = await createReward(deps, keeper, { ...terms, points: 3n, idempotencyKey: `${mark}-reward-of-it` });
  const rewardId = made.id;
  await setRewardState(deps, keeper, { rewardId, to: "OFFERED" });
  const { code } = await orderReward(deps, member, { rewardId, idempotencyKey: `${mark}-first-order` });
  await handOutReward(deps, issuer.till, { code });
  await orderReward(deps, member, { rewardId, idempotencyKey: `${mark}-second-order` });
  await setRewardState(deps, keeper, { rewardId, to: "WITHDRAWN" });
}

/** Reached, and over; with another that is being written. */
async function challengeOf({ deps }: World, { issuer, mark, memberId }: Side): Promise<void> {
  const author: Actor = { kind: "partnerStaff", id: newId("user"), partnerId: issuer.id, roles: ["MANAGER"] };
  const definition = {
    name: { en: `${mark} challenge` },
    description: { en: `${mark} things to do` },
    goal: { kind: "VISITS", most: "1" },
    period: "EVER",
    startsAt: "2026-01-01T00:00:00Z",
    reward: { points: "0", badge: { name: { en: `${mark} badge` }, icon: "LEAF" } },
    awardsMost: "7777",
  };
  const draft = (nth: number) =>
    draftChallenge(deps, author, { definition, idempotencyKey: `${mark}-challenge-number-${nth}` });
  const { id: challengeId } = await draft(1);
  await submitChallenge(deps, author, { challengeId, note: `${mark} wishes it` });
  const { id: approvalId } = await deps.db.approval.findFirstOrThrow({ where: { subjectId: challengeId } });
  await decideApproval(deps, issuer.finance, { approvalId, decision: "APPROVE", note: `${mark} agrees` });
  const bought = await deps.db.purchase.findMany({ where: { memberId, partnerId: issuer.id }, select: { id: true } });
  const ids = bought.map(({ id }) => id);
  const purchases = [...(await findPurchases(deps, systemActor, ids)).values()];
  await followChallenges(deps, { purchases, returns: [] });
  await setChallengeState(deps, author, { challengeId, to: "ENDED", reason: `${mark} has enough` });
  await draft(2);
}

/** As if it had been written, opened, closed and drawn: numbers for everybody, people for the operator alone. */
async function drawForAll({ deps: { db, clock } }: World, memberIds: readonly string[]): Promise<void> {
  const [id, at] = [newId("draw"), clock.now()];
  const definition = {
    code: "spring",
    name: { en: "Spring draw" },
    rules: { en: "As announced." },
    organiser: { name: "Operator", address: "Main Street" },
    registrationNumber: "4711",
    closesAt: at.toISOString(),
    prizes: [{ name: { en: "A bicycle" }, quantity: 1 }],
  };
  const hash = "0".repeat(64);
  const made = { definition, closesAt: at, authors: [], seedHash: hash, createdBy: "system", createdAt: at };
  await db.draw.create({ data: { id, code: "spring", state: "CLOSED", ...made } });
  await db.drawHolder.createMany({
    data: memberIds.map((memberId, nth) => ({
      drawId: id,
      holder: nth + 1,
      memberId,
      tickets: 1n,
      firstTicket: BigInt(nth + 1),
    })),
  });
  const fixed = { listHash: hash, holderCount: memberIds.length, ticketCount: BigInt(memberIds.length) };
  await db.draw.update({ where: { id }, data: { state: "COMMITTED", ...fixed } });
  await db.drawWinner.create({ data: { drawId: id, place: 1, prize: 0, ticket: 1n, holder: 1 } });
  await db.draw.update({ where: { id }, data: { state: "PUBLISHED", seed: hash, publishedAt: at } });
  const step = { object: "draw", objectId: id, from: null, to: "PUBLISHED", at, actor: "system" };
  await db.transition.create({ data: { id: newId("transition"), ...step } });
}
