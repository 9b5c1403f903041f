import { expect, test } from "vitest";
import { type Actor, systemActor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import { findCounters } from "#api/ledger/counters.ts";
import { type TestMember, type World, world } from "#api/test/world.ts";
import { releasePoints } from "#api/use-cases/points/release-points.ts";
import { advanceOrders } from "./advance-orders.ts";
import { findOrderByCode, findStockLeft, listRewardOrders } from "./find-rewards.ts";
import { createReward, editReward, restockReward, rewardCounter, setRewardState } from "./keep-reward.ts";
import { orderReward } from "./order-reward.ts";
import { cancelRewardOrder, handOutReward, issueRewardOrder } from "./settle-order.ts";

const mug = {
  name: { en: "A mug", ru: "Кружка", be: "Кубак" },
  description: { en: "Blue, half a litre." },
  points: 300n,
  stock: 5n,
  collectDays: 14,
};
let keys = 0;
const idempotencyKey = () => `reward-test-key-${++keys}`;
const managerOf = (w: World): Actor => ({
  kind: "partnerStaff",
  id: newId("user"),
  partnerId: w.grocer.id,
  roles: ["MANAGER"],
});

async function offered(w: World, differs: Partial<typeof mug> = {}): Promise<string> {
  const manager = managerOf(w);
  const { id } = await createReward(w.deps, manager, { ...mug, ...differs, idempotencyKey: idempotencyKey() });
  await setRewardState(w.deps, manager, { rewardId: id, to: "OFFERED" });
  return id;
}

const order = ({ deps }: World, rewardId: string, { actor }: TestMember) =>
  orderReward(deps, actor, { rewardId, idempotencyKey: idempotencyKey() });
const walletOf = async ({ deps }: World, { id: memberId }: TestMember) => {
  const { available, reserved } = await deps.db.wallet.findUniqueOrThrow({ where: { memberId } });
  return { available, reserved };
};
const takenOf = async ({ deps }: World, rewardId: string) =>
  (await findCounters(deps.db, [rewardCounter(rewardId)])).get(rewardCounter(rewardId));
const owedOf = async ({ deps }: World) => {
  const lines = await deps.db.line.findMany({ where: { account: "POSITION" } });
  return lines.reduce((sum, { amount }) => sum + amount, 0n);
};

test("M19 a reward is ordered, issued and collected by its code; cancelled, the points go back to their lots", async () => {
  const w = await world({ ana: { points: 1_000n } });
  const rewardId = await offered(w);
  const lots = await w.deps.db.lot.findMany({ select: { id: true, expiresAt: true } });
  const once = { rewardId, idempotencyKey: idempotencyKey() };
  const first = await orderReward(w.deps, w.ana.actor, once);
  expect(await orderReward(w.deps, w.ana.actor, once)).toEqual(first);
  expect(first).toMatchObject({ state: "ORDERED", points: 300n, collectBy: new Date("2026-03-24T12:00:00Z") });
  expect(await walletOf(w, w.ana)).toEqual({ available: 700n, reserved: 300n });
  await issueRewardOrder(w.deps, w.grocer.till, { rewardOrderId: first.id });
  const typed = `${first.code.slice(0, 4)}-${first.code.slice(4)}`.toLowerCase();
  expect(await findOrderByCode(w.deps, w.grocer.till, typed)).toMatchObject({ id: first.id, state: "ISSUED" });
  expect(await handOutReward(w.deps, w.grocer.till, { code: typed })).toMatchObject({ state: "COLLECTED" });
  expect(await walletOf(w, w.ana)).toEqual({ available: 700n, reserved: 0n });
  // Grocer issued the points and is paid as the redeemer: 3.00 charged, 2.55 credited.
  expect(await owedOf(w)).toBe(450_000n);
  const again = handOutReward(w.deps, w.grocer.till, { code: typed });
  await expect(again).rejects.toMatchObject({ code: "TRANSITION_REFUSED", state: "COLLECTED" });

  const second = await order(w, rewardId, w.ana);
  await cancelRewardOrder(w.deps, w.ana.actor, { rewardOrderId: second.id, reason: "Changed my mind" });
  expect(await walletOf(w, w.ana)).toEqual({ available: 700n, reserved: 0n });
  await cancelRewardOrder(w.deps, w.grocer.till, { rewardOrderId: first.id, reason: "Came back broken" });
  expect(await walletOf(w, w.ana)).toEqual({ available: 1_000n, reserved: 0n });
  expect(await w.deps.db.lot.findMany({ select: { id: true, expiresAt: true } })).toEqual(lots);
  expect(await owedOf(w)).toBe(0n);
  expect(await takenOf(w, rewardId)).toBe(0n);
});

test("the member is told when the piece lies ready, also who was merged into another, and not when it is collected", async () => {
  const w = await world({ ana: { points: 1_000n } });
  const rewardId = await offered(w);
  const { db } = w.deps;
  await db.user.create({ data: { id: "usr_bohdan", name: "Bohdan", email: "bohdan@example.org" } });
  await db.member.update({ where: { id: w.bohdan.id }, data: { userId: "usr_bohdan" } });
  const { id: rewardOrderId, code } = await order(w, rewardId, w.ana);
  await db.member.update({ where: { id: w.ana.id }, data: { mergedIntoId: w.bohdan.id } });
  await issueRewardOrder(w.deps, w.grocer.till, { rewardOrderId });
  await issueRewardOrder(w.deps, w.grocer.till, { rewardOrderId });
  await handOutReward(w.deps, w.grocer.till, { code });
  const told = await db.notice.findMany({ where: { userId: "usr_bohdan" } });
  expect(told).toMatchObject([
    { kind: "REWARD_READY", facts: { reward: { en: "A mug", ru: "Кружка", be: "Кубак" } }, href: "/me/rewards" },
  ]);
});

test("M19 of the last piece, 16 members at once get one", async () => {
  const w = await world();
  const rewardId = await offered(w, { stock: 1n });
  const terms = { issuerId: w.grocer.id, funding: "ON_BURN", issueRateE6: 10_000n, fundedRateE6: 0n } as const;
  const crowd = await Promise.all(
    Array.from({ length: 16 }, async (_none, nth): Promise<TestMember> => {
      const id = newId("member");
      await w.deps.db.member.create({ data: { id, enrolledAt: w.clock.now() } });
      await w.deps.db.wallet.create({ data: { memberId: id } });
      const earn = { kind: "earn" as const, memberId: id, points: 300n, terms };
      await w.deps.ledger.post({
        kind: "openWorld",
        actor: systemActor,
        owner: "system",
        key: `points of the crowd ${nth}`,
        fingerprint: "",
        occurredAt: w.clock.now(),
        place: null,
        movements: [{ ...earn, maturesAt: null, expiresAt: null, purchaseId: null }],
      });
      return { id, actor: { kind: "member", id: newId("user"), memberId: id } };
    }),
  );
  const outcomes = await Promise.allSettled(crowd.map((member) => order(w, rewardId, member)));
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const refused = outcomes.flatMap((one) => (one.status === "rejected" ? [one.reason.code] : []));
  expect(new Set(refused)).toEqual(new Set(["REWARD_SOLD_OUT"]));
  expect((await findStockLeft(w.deps, w.ana.actor, [rewardId])).get(rewardId)).toBe(0n);
  await restockReward(w.deps, managerOf(w), { rewardId, stock: 2n });
  const [loser] = crowd.filter((_one, at) => outcomes[at]?.status === "rejected");
  if (loser) await order(w, rewardId, loser);
  expect(await takenOf(w, rewardId)).toBe(2n);
  const less = restockReward(w.deps, managerOf(w), { rewardId, stock: 1n });
  await expect(less).rejects.toMatchObject({ code: "STOCK_TAKEN", taken: 2n });
});

test("whoever collects and whoever cancels at the same moment: one of them does", async () => {
  const w = await world({ ana: { points: 300n } });
  const made = await order(w, await offered(w), w.ana);
  const outcomes = await Promise.allSettled([
    handOutReward(w.deps, w.grocer.till, { code: made.code }),
    cancelRewardOrder(w.deps, w.ana.actor, { rewardOrderId: made.id, reason: "Changed my mind" }),
  ]);
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const { state } = await w.deps.db.rewardOrder.findUniqueOrThrow({ where: { id: made.id } });
  const { available } = await walletOf(w, w.ana);
  expect(available).toBe(state === "COLLECTED" ? 0n : 300n);
});

test("what nobody collects in time is cancelled by the clock, and points that a till let go cancel the order", async () => {
  const w = await world({ ana: { points: 600n } });
  const rewardId = await offered(w);
  const [one, other] = [await order(w, rewardId, w.ana), await order(w, rewardId, w.ana)];
  const let_ = { reservationId: one.burnId, idempotencyKey: idempotencyKey() };
  await releasePoints(w.deps, w.grocer.till, let_);
  await advanceOrders(w.deps, systemActor);
  const stateOf = async (id: string) => (await w.deps.db.rewardOrder.findUniqueOrThrow({ where: { id } })).state;
  expect([await stateOf(one.id), await stateOf(other.id)]).toEqual(["CANCELLED", "ORDERED"]);
  w.clock.set(new Date("2026-03-24T12:00:00Z"));
  await advanceOrders(w.deps, systemActor);
  expect(await stateOf(other.id)).toBe("CANCELLED");
  expect(await walletOf(w, w.ana)).toEqual({ available: 600n, reserved: 0n });
  expect(await takenOf(w, rewardId)).toBe(0n);
});

test("a death between the points and the order is made up for by the clock, or by the retry", async () => {
  const w = await world({ ana: { points: 900n } });
  const rewardId = await offered(w);
  const dies = {
    ...w.deps,
    reach: () => {
      throw new Error("died");
    },
  };
  const asked = { rewardId, idempotencyKey: idempotencyKey() };
  await expect(orderReward(dies, w.ana.actor, asked)).rejects.toThrow("died");
  await advanceOrders(w.deps, systemActor);
  const made = await orderReward(w.deps, w.ana.actor, asked);
  expect(await w.deps.db.rewardOrder.count()).toBe(1);
  await expect(handOutReward(dies, w.grocer.till, { code: made.code })).rejects.toThrow("died");
  await advanceOrders(w.deps, systemActor);
  expect(await w.deps.db.rewardOrder.findFirstOrThrow()).toMatchObject({ state: "COLLECTED" });
  expect(await walletOf(w, w.ana)).toEqual({ available: 600n, reserved: 0n });
});

test("a counter with more than fifty orders reads each of them once, newest first, also while new ones come", async () => {
  const w = await world();
  const rewardId = await offered(w);
  const rowOf = (nth: number) => {
    const at = new Date(w.clock.now().getTime() + nth);
    const times = { orderedAt: at, collectBy: new Date(at.getTime() + 86_400_000) };
    const own = { id: newId("rewardOrder", at.getTime()), burnId: `brn_${nth}`, code: `CODE${nth}` };
    return { ...own, rewardId, memberId: w.ana.id, partnerId: w.grocer.id, points: 300n, ...times };
  };
  await w.deps.db.rewardOrder.createMany({ data: Array.from({ length: 53 }, (_, nth) => rowOf(nth)) });
  const page = (after: string | null) =>
    listRewardOrders(w.deps, w.grocer.till, { first: 50, after, states: ["ORDERED", "ISSUED"] });
  const first = await page(null);
  await w.deps.db.rewardOrder.create({ data: rowOf(60) });
  const rest = await page(first.rows.at(-1)?.id ?? "");
  expect([first.hasNextPage, first.rows.length, rest.hasNextPage, rest.rows.length]).toEqual([true, 50, false, 3]);
  const codes = [...first.rows, ...rest.rows].map(({ burnId }) => burnId);
  expect(codes).toEqual(Array.from({ length: 53 }, (_, nth) => `brn_${52 - nth}`));
});

test("nobody orders without points, what is not offered, or at another's counter", async () => {
  const w = await world({ ana: { points: 300n } });
  const rewardId = await offered(w);
  await expect(order(w, rewardId, w.bohdan)).rejects.toMatchObject({ code: "INSUFFICIENT_POINTS" });
  const made = await order(w, rewardId, w.ana);
  const elsewhere = handOutReward(w.deps, w.fuel.till, { code: made.code });
  await expect(elsewhere).rejects.toMatchObject({ code: "REWARD_ORDER_NOT_FOUND" });
  const cancels = { rewardOrderId: made.id, reason: "Not mine" };
  await expect(cancelRewardOrder(w.deps, w.bohdan.actor, cancels)).rejects.toMatchObject({
    code: "REWARD_ORDER_NOT_FOUND",
  });
  const page = { first: 10, after: null };
  expect((await listRewardOrders(w.deps, w.fuel.till, page)).rows).toEqual([]);
  expect((await listRewardOrders(w.deps, w.ana.actor, page)).rows).toHaveLength(1);
  const manager = managerOf(w);
  const edit = editReward(w.deps, manager, { ...mug, rewardId, points: 400n });
  await expect(edit).rejects.toMatchObject({ code: "TRANSITION_REFUSED", state: "OFFERED" });
  await setRewardState(w.deps, manager, { rewardId, to: "WITHDRAWN" });
  await expect(order(w, rewardId, w.ana)).rejects.toMatchObject({ code: "REWARD_NOT_OFFERED" });
  expect(await editReward(w.deps, manager, { ...mug, rewardId, points: 400n })).toMatchObject({ points: 400n });
  const stranger: Actor = { kind: "partnerStaff", id: newId("user"), partnerId: w.fuel.id, roles: ["MANAGER"] };
  const theirs = setRewardState(w.deps, stranger, { rewardId, to: "OFFERED" });
  await expect(theirs).rejects.toMatchObject({ code: "REWARD_NOT_FOUND" });
});

test("a blocked member orders nothing, and a partner that may not redeem hands nothing out", async () => {
  const w = await world({ ana: { points: 600n } });
  const rewardId = await offered(w);
  const { code } = await order(w, rewardId, w.ana);
  const { db } = w.deps;
  await db.partner.update({ where: { id: w.grocer.id }, data: { status: "SUSPENDED" } });
  await expect(handOutReward(w.deps, w.grocer.till, { code })).rejects.toMatchObject({ code: "PARTNER_NOT_ACTIVE" });
  await expect(order(w, rewardId, w.ana)).rejects.toMatchObject({ code: "PARTNER_NOT_ACTIVE" });
  await db.partner.update({ where: { id: w.grocer.id }, data: { status: "ACTIVE" } });
  await db.member.update({ where: { id: w.ana.id }, data: { status: "BLOCKED" } });
  await expect(order(w, rewardId, w.ana)).rejects.toMatchObject({ code: "MEMBER_BLOCKED" });
});

test("a reward is not written anew below what is ordered, and what has ended is not stocked", async () => {
  const w = await world({ ana: { points: 600n } });
  const rewardId = await offered(w);
  await order(w, rewardId, w.ana);
  const manager = managerOf(w);
  await setRewardState(w.deps, manager, { rewardId, to: "WITHDRAWN" });
  const fewer = editReward(w.deps, manager, { ...mug, rewardId, stock: 0n });
  await expect(fewer).rejects.toMatchObject({ code: "STOCK_TAKEN", taken: 1n });
  await setRewardState(w.deps, manager, { rewardId, to: "ENDED" });
  const more = restockReward(w.deps, manager, { rewardId, stock: 9n });
  await expect(more).rejects.toMatchObject({ code: "TRANSITION_REFUSED", state: "ENDED" });
});
