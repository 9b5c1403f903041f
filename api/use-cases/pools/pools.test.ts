import { expect, test } from "vitest";
import type { Actor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import { type World, world } from "#api/test/world.ts";
import { capturePoints } from "#api/use-cases/points/capture-points.ts";
import { mergeMembers } from "#api/use-cases/points/merge-members.ts";
import { redeemPoints } from "#api/use-cases/points/redeem-points.ts";
import { reservePoints } from "#api/use-cases/points/reserve-points.ts";
import { transferPoints } from "#api/use-cases/points/transfer-points.ts";
import { quotePurchase } from "#api/use-cases/purchases/quote-purchase.ts";
import { recordPurchase } from "#api/use-cases/purchases/record-purchase.ts";
import { answerPoolInvitation } from "./answer-invitation.ts";
import { findPoolShares, findPools, findPoolsOf } from "./find-pools.ts";
import { HOUSEHOLD_MOST, inviteToHousehold } from "./invite-to-household.ts";
import { leavePool } from "./leave-pool.ts";
import { putIntoPool, takeFromPool } from "./move-pool-points.ts";
import { openHousehold } from "./open-household.ts";
import { setPoolShare } from "./set-share.ts";

const EUR = 1_000_000n;
let numbers = 0;
const key = () => ({ idempotencyKey: `pools-test-${String(++numbers).padStart(10, "0")}` });
const pointsOf = async ({ deps }: World, id: string) =>
  (await deps.db.wallet.findUniqueOrThrow({ where: { memberId: id } })).available;
const shareLeft = async ({ deps }: World, actor: Actor, poolId: string) =>
  (await findPoolShares(deps, actor, [poolId])).get(poolId);
const refuses = (attempt: Promise<unknown>, code: string, facts: object = {}) =>
  expect(attempt).rejects.toMatchObject({ code, ...facts });

/** Ana and Bohdan in one household with 200 of Ana's points in its pool. */
async function household(monthMost: bigint | null = null): Promise<World & { poolId: string }> {
  const w = await world({ ana: { points: 300n } });
  const { id: poolId } = await openHousehold(w.deps, w.ana.actor, { name: "Kavaliovy", ...key() });
  await inviteToHousehold(w.deps, w.ana.actor, { poolId, member: { memberId: w.bohdan.id }, monthMost });
  await answerPoolInvitation(w.deps, w.bohdan.actor, { poolId, answer: "ACCEPT" });
  await putIntoPool(w.deps, w.ana.actor, { poolId, points: 200n, ...key() });
  return { ...w, poolId };
}

test("M21 a transfer keeps issuer, price and expiry; 20 parallel gifts of 100 from a balance of 100 move 100", async () => {
  const w = await world({ ana: { points: 100n } });
  const [before] = await w.deps.db.lot.findMany();
  const gifts = Array.from({ length: 20 }, () =>
    transferPoints(w.deps, w.ana.actor, {
      to: { memberId: w.bohdan.id },
      points: 100n,
      reason: "Happy birthday",
      ...key(),
    }),
  );
  const outcomes = await Promise.allSettled(gifts);
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect([await pointsOf(w, w.ana.id), await pointsOf(w, w.bohdan.id)]).toEqual([0n, 100n]);
  const given = await w.deps.db.lot.findFirstOrThrow({ where: { memberId: w.bohdan.id } });
  const { issuerId, issueRateE6, expiresAt, funding } = given;
  expect({ issuerId, issueRateE6, expiresAt, funding }).toEqual({
    issuerId: before?.issuerId,
    issueRateE6: before?.issueRateE6,
    expiresAt: before?.expiresAt,
    funding: before?.funding,
  });
});

test("M21 everybody in a household spends its pool at any till, after their own points", async () => {
  const w = await household();
  const till = w.fuel.till;
  const member = { kind: "PHONE", value: "+375291112233" } as const;
  await w.deps.db.identifier.create({
    data: { id: "idn_1", memberId: w.bohdan.id, kind: "PHONE", value: "+375291112233" },
  });
  expect(await quotePurchase(w.deps, till, { member, totalE6: 10n * EUR })).toMatchObject({ available: 200n });
  const redeem = { points: 150n };
  const receipt = { member, totalE6: 10n * EUR, receiptNumber: "R-1", redeem, ...key() };
  const { balance } = await recordPurchase(w.deps, till, receipt);
  expect(balance).toMatchObject({ memberId: w.bohdan.id, available: 8n });
  expect(await pointsOf(w, w.poolId)).toBe(50n);
  const held = await reservePoints(w.deps, till, { member, points: 58n, ...key() });
  expect(held.balance.memberId).toBe(w.bohdan.id);
  await capturePoints(w.deps, till, { reservationId: held.redemption.id, ...key() });
  expect([await pointsOf(w, w.bohdan.id), await pointsOf(w, w.poolId)]).toEqual([0n, 0n]);
  await refuses(redeemPoints(w.deps, till, { member, points: 1n, ...key() }), "INSUFFICIENT_POINTS");
});

test("nobody takes more than their share of a month, at a till or by hand", async () => {
  const w = await household(100n);
  await takeFromPool(w.deps, w.bohdan.actor, { poolId: w.poolId, points: 60n, ...key() });
  expect(await shareLeft(w, w.bohdan.actor, w.poolId)).toBe(40n);
  const member = { memberId: w.bohdan.id };
  expect(await quotePurchase(w.deps, w.grocer.till, { member, totalE6: 10n * EUR })).toMatchObject({ available: 100n });
  await refuses(redeemPoints(w.deps, w.grocer.till, { member, points: 101n, ...key() }), "POOL_SHARE_REACHED");
  await redeemPoints(w.deps, w.grocer.till, { member, points: 100n, ...key() });
  await refuses(
    takeFromPool(w.deps, w.bohdan.actor, { poolId: w.poolId, points: 1n, ...key() }),
    "POOL_SHARE_REACHED",
    {
      most: 100n,
    },
  );
  await takeFromPool(w.deps, w.ana.actor, { poolId: w.poolId, points: 100n, ...key() });
});

test("the owner gives somebody another share, and nobody else does", async () => {
  const w = await household(100n);
  const [, bohdans] = (await findPools(w.deps, w.ana.actor, [w.poolId])).get(w.poolId)?.people ?? [];
  const share = { poolId: w.poolId, poolPlaceId: bohdans?.id ?? "", monthMost: 150n };
  await refuses(setPoolShare(w.deps, w.bohdan.actor, share), "POOL_NOT_FOUND");
  await refuses(setPoolShare(w.deps, w.grocer.finance, share), "POOL_NOT_FOUND");
  await refuses(setPoolShare(w.deps, w.ana.actor, { poolId: w.poolId, monthMost: 1n }), "POOL_NOT_FOUND");
  await setPoolShare(w.deps, w.ana.actor, share);
  expect(await shareLeft(w, w.bohdan.actor, w.poolId)).toBe(150n);
});

test("two who take the last points at the same moment do not both get them", async () => {
  const w = await household();
  const take = (actor: typeof w.operator) => takeFromPool(w.deps, actor, { poolId: w.poolId, points: 200n, ...key() });
  const outcomes = await Promise.allSettled([take(w.ana.actor), take(w.bohdan.actor)]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await pointsOf(w, w.poolId)).toBe(0n);
});

test("who is only invited, or has left, or never was in it takes nothing and sees nothing", async () => {
  const w = await world({ ana: { points: 300n } });
  const { id: poolId } = await openHousehold(w.deps, w.ana.actor, { name: "Kavaliovy", ...key() });
  await putIntoPool(w.deps, w.ana.actor, { poolId, points: 50n, ...key() });
  const take = () => takeFromPool(w.deps, w.bohdan.actor, { poolId, points: 1n, ...key() });
  await refuses(take(), "POOL_NOT_FOUND");
  expect((await findPools(w.deps, w.bohdan.actor, [poolId])).size).toBe(0);
  await inviteToHousehold(w.deps, w.ana.actor, { poolId, member: { memberId: w.bohdan.id } });
  await refuses(take(), "POOL_NOT_FOUND");
  await answerPoolInvitation(w.deps, w.bohdan.actor, { poolId, answer: "ACCEPT" });
  await refuses(
    inviteToHousehold(w.deps, w.bohdan.actor, { poolId, member: { memberId: w.ana.id } }),
    "POOL_NOT_FOUND",
  );
  await leavePool(w.deps, w.bohdan.actor, { poolId });
  await refuses(take(), "POOL_NOT_FOUND");
  await refuses(answerPoolInvitation(w.deps, w.bohdan.actor, { poolId, answer: "ACCEPT" }), "POOL_NOT_FOUND");
});

test("nobody lives in two households, and none is larger than a household", async () => {
  const w = await household();
  await refuses(openHousehold(w.deps, w.bohdan.actor, { name: "Another", ...key() }), "ALREADY_IN_HOUSEHOLD");
  const people = Array.from({ length: HOUSEHOLD_MOST - 2 }, (_, at) => `mem_${String(at).padStart(26, "0")}`);
  await w.deps.db.member.createMany({ data: people.map((id) => ({ id, enrolledAt: new Date("2020-01-01") })) });
  for (const memberId of people)
    await inviteToHousehold(w.deps, w.ana.actor, { poolId: w.poolId, member: { memberId } });
  await w.deps.db.member.create({ data: { id: "mem_x", enrolledAt: new Date("2020-01-01") } });
  await refuses(
    inviteToHousehold(w.deps, w.ana.actor, { poolId: w.poolId, member: { memberId: "mem_x" } }),
    "POOL_FULL",
  );
});

test("the last one takes the points along; an owner who goes leaves it to the oldest", async () => {
  const w = await household();
  await leavePool(w.deps, w.ana.actor, { poolId: w.poolId });
  const [pool] = (await findPoolsOf(w.deps, w.bohdan.actor, [w.bohdan.id])).get(w.bohdan.id) ?? [];
  expect(pool?.people.map(({ memberId, role }) => [memberId, role])).toEqual([[w.bohdan.id, "OWNER"]]);
  await refuses(leavePool(w.deps, w.bohdan.actor, { poolId: w.poolId }), "POOL_NOT_EMPTY", { points: 200n });
  await takeFromPool(w.deps, w.bohdan.actor, { poolId: w.poolId, points: 200n, ...key() });
  await leavePool(w.deps, w.bohdan.actor, { poolId: w.poolId });
  expect((await w.deps.db.pool.findUniqueOrThrow({ where: { id: w.poolId } })).state).toBe("CLOSED");
});

test("of two of one household, merged into one, one place is left, and it runs the household if either did", async () => {
  const w = await household();
  const merge = { fromMemberId: w.ana.id, intoMemberId: w.bohdan.id, reason: "one person", ...key() };
  await mergeMembers(w.deps, w.operator, merge);
  const [pool] = (await findPoolsOf(w.deps, w.bohdan.actor, [w.bohdan.id])).get(w.bohdan.id) ?? [];
  expect(pool?.people.map(({ memberId, role }) => [memberId, role])).toEqual([[w.bohdan.id, "OWNER"]]);
});

test("whoever was only invited where the other lives, lives there as one", async () => {
  const w = await household();
  const { id: third } = await w.deps.db.member.create({ data: { id: newId("member"), enrolledAt: w.clock.now() } });
  await w.deps.db.wallet.create({ data: { memberId: third } });
  await inviteToHousehold(w.deps, w.ana.actor, { poolId: w.poolId, member: { memberId: third } });
  await mergeMembers(w.deps, w.operator, {
    ...{ fromMemberId: w.bohdan.id, intoMemberId: third, reason: "one person" },
    ...key(),
  });
  const places = await w.deps.db.poolMember.findMany({ where: { memberId: third }, orderBy: { state: "asc" } });
  expect(places.map(({ state }) => state)).toEqual(["JOINED", "DECLINED"]);
});

test("what was counted for a member, and their place in a household, follow them into another membership", async () => {
  const w = await household(100n);
  const { id: third } = await w.deps.db.member.create({
    data: { id: "mem_00000000000000000000000009", enrolledAt: new Date("2020-01-01") },
  });
  await w.deps.db.wallet.create({ data: { memberId: third } });
  await takeFromPool(w.deps, w.bohdan.actor, { poolId: w.poolId, points: 60n, ...key() });
  const merge = { fromMemberId: w.bohdan.id, intoMemberId: third, reason: "one person", ...key() };
  await mergeMembers(w.deps, w.operator, merge);
  const survivor = { kind: "member", id: "usr_third", memberId: third } as const;
  expect(await shareLeft(w, survivor, w.poolId)).toBe(40n);
  await refuses(takeFromPool(w.deps, survivor, { poolId: w.poolId, points: 41n, ...key() }), "POOL_SHARE_REACHED");
  await takeFromPool(w.deps, survivor, { poolId: w.poolId, points: 40n, ...key() });
});
