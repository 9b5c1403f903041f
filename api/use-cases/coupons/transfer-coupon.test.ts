import { expect, test } from "vitest";
import { newId } from "#api/kernel/ids.ts";
import { buy, codesOf, heldBy, key, newMembers, outcomes, poolOf, rewarding } from "#api/test/coupons.ts";
import { runCampaign } from "#api/test/live-campaign.ts";
import { type TestMember, type World, world } from "#api/test/world.ts";
import { endOffering, pauseOffering } from "#api/use-cases/offers/offerings.ts";
import type { AuthorPool } from "./author-pool.ts";
import { giveCoupon } from "./give-coupon.ts";
import { listMyCouponTransfers } from "./my-coupons.ts";
import { transferCoupon } from "./transfer-coupon.ts";

/** Ana holds so many coupons of a pool that lets them go on. */
async function held(w: World, wish: Partial<AuthorPool> = {}, count = 1) {
  const pool = await poolOf(w, w.grocer.finance, { code: "spring", transferable: true, ...wish });
  await codesOf(w, w.grocer.finance, pool.id, count + 1);
  const give = () =>
    giveCoupon(w.deps, w.grocer.finance, {
      couponPoolId: pool.id,
      member: { memberId: w.ana.id },
      idempotencyKey: key(),
    });
  const coupons = [];
  for (let nth = 0; nth < count; nth += 1) coupons.push(await give());
  const [coupon] = coupons;
  if (!coupon) throw new Error("no coupon was given");
  return { pool, coupon, coupons };
}

const pass = (w: World, couponId: string, to = w.bohdan.id, idempotencyKey = key(), actor = w.ana.actor) =>
  transferCoupon(w.deps, actor, { couponId, to: { memberId: to }, idempotencyKey });

const transfersOf = async (w: World, { actor }: TestMember) =>
  (await listMyCouponTransfers(w.deps, actor, { first: 10, after: null })).rows.map(({ received }) => received);

test("a coupon that is given away works for the receiver alone, both keep it in mind, and the receiver is told", async () => {
  const w = await world();
  const { coupon } = await held(w);
  await runCampaign(w, w.grocer, rewarding("spring"));
  await signsIn(w, w.bohdan);
  const asked = key();
  const transfer = await pass(w, coupon.id, w.bohdan.id, asked);
  expect(await pass(w, coupon.id, w.bohdan.id, asked)).toMatchObject({ id: transfer.id });
  expect(await heldBy(w, "ACTIVE")).toEqual([]);
  expect(await heldBy(w, "ACTIVE", w.bohdan)).toMatchObject([{ id: coupon.id, expiresAt: coupon.expiresAt }]);
  expect([await transfersOf(w, w.ana), await transfersOf(w, w.bohdan)]).toEqual([[false], [true]]);
  const news = await w.deps.db.notice.findMany({ where: { kind: "COUPON_RECEIVED" } });
  expect(news).toMatchObject([{ facts: { coupon: { en: "Five off" } }, href: "/me/coupons" }]);
  const shown = { coupons: [coupon.code ?? ""] };
  expect(outcomes((await buy(w, w.grocer, shown)).purchase)).toEqual(["NOT_YOURS"]);
  expect(outcomes((await buy(w, w.grocer, { ...shown, memberId: w.bohdan.id })).purchase)).toEqual(["APPLIED"]);
});

test("of two who are given one coupon at the same instant one has it", async () => {
  const w = await world();
  const { coupon } = await held(w);
  const [maryna = ""] = await newMembers(w, 1);
  const both = await Promise.allSettled([w.bohdan.id, maryna].map((to) => pass(w, coupon.id, to)));
  expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  expect(both).toContainEqual({
    status: "rejected",
    reason: expect.objectContaining({ code: "COUPON_NOT_FOUND", couponId: coupon.id }),
  });
  expect(await transfersOf(w, w.ana)).toEqual([false]);
});

test("what was used, is over, paused, not to be given on or somebody else's is not given away", async () => {
  const w = await world();
  const { pool, coupons } = await held(w, { validUntil: new Date("2026-04-01T00:00:00Z") }, 2);
  await runCampaign(w, w.grocer, rewarding("spring"));
  const [used, good] = coupons;
  await buy(w, w.grocer, { coupons: [used?.code ?? ""] });
  await expect(pass(w, used?.id ?? "")).rejects.toMatchObject({ code: "COUPON_NOT_ACTIVE", state: "USED" });
  await expect(pass(w, good?.id ?? "", w.ana.id, key(), w.bohdan.actor)).rejects.toMatchObject({
    code: "COUPON_NOT_FOUND",
  });
  await expect(pass(w, good?.id ?? "", w.ana.id)).rejects.toMatchObject({ code: "SAME_MEMBER" });
  await expect(
    transferCoupon(w.deps, w.ana.actor, {
      couponId: good?.id ?? "",
      to: { kind: "CARD", value: "no such card" },
      idempotencyKey: key(),
    }),
  ).rejects.toMatchObject({ code: "UNKNOWN_MEMBER" });
  await expect(pass(w, good?.id ?? "", w.bohdan.id, key(), w.operator)).rejects.toMatchObject({ code: "FORBIDDEN" });
  await pauseOffering(w.deps, w.grocer.finance, { offeringId: pool.id });
  await expect(pass(w, good?.id ?? "")).rejects.toMatchObject({ code: "COUPON_POOL_CLOSED", state: "PAUSED" });
  await endOffering(w.deps, w.grocer.finance, { offeringId: pool.id });
  await expect(pass(w, good?.id ?? "")).rejects.toMatchObject({ code: "COUPON_NOT_ACTIVE", state: "EXPIRED" });
  const bound = await held(w, { code: "bound", transferable: false });
  await expect(pass(w, bound.coupon.id)).rejects.toMatchObject({ code: "COUPON_NOT_TRANSFERABLE" });
});

test("members who are blocked neither give coupons nor are given any", async () => {
  const w = await world();
  const { coupon } = await held(w);
  const block = (id: string, status: "BLOCKED" | "ACTIVE") =>
    w.deps.db.member.update({ where: { id }, data: { status } });
  await block(w.bohdan.id, "BLOCKED");
  await expect(pass(w, coupon.id)).rejects.toMatchObject({ code: "MEMBER_BLOCKED" });
  await block(w.bohdan.id, "ACTIVE");
  await block(w.ana.id, "BLOCKED");
  await expect(pass(w, coupon.id)).rejects.toMatchObject({ code: "MEMBER_BLOCKED" });
});

test("nobody comes to more coupons of a pool than one member may use, used ones counted, even at the same instant", async () => {
  const w = await world();
  const { coupons } = await held(w, { usesPerMember: 2n }, 4);
  await runCampaign(w, w.grocer, rewarding("spring"));
  const [first, ...more] = coupons.map(({ id }) => id);
  await pass(w, first ?? "");
  await buy(w, w.grocer, { coupons: [coupons[0]?.code ?? ""], memberId: w.bohdan.id });
  const given = await Promise.allSettled(more.map((id) => pass(w, id)));
  expect(given.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(given).toContainEqual({
    status: "rejected",
    reason: expect.objectContaining({ code: "COUPON_LIMIT_REACHED", most: 2n }),
  });
});

test("a coupon that expired unused takes no room: its holder may be given another", async () => {
  const w = await world();
  const { pool, coupon } = await held(w, { usesPerMember: 1n, lastsDays: 10 });
  await pass(w, coupon.id);
  w.clock.set(new Date(w.clock.now().getTime() + 11 * 86_400_000));
  const asked = { couponPoolId: pool.id, member: { memberId: w.ana.id }, idempotencyKey: key() };
  const later = await giveCoupon(w.deps, w.grocer.finance, asked);
  await pass(w, later.id);
  expect(await heldBy(w, "ACTIVE", w.bohdan)).toMatchObject([{ id: later.id }]);
});

test("a pool of single-use codes may say how many of them one member uses", async () => {
  const w = await world();
  const { coupons } = await held(w, { usesPerMember: 1n }, 2);
  await runCampaign(w, w.grocer, rewarding("spring"));
  const shown = async (code = "") => outcomes((await buy(w, w.grocer, { coupons: [code] })).purchase);
  expect([await shown(coupons[0]?.code ?? ""), await shown(coupons[1]?.code ?? "")]).toEqual([["APPLIED"], ["USED"]]);
});

test("a promo code is everybody's: its pool gives nothing on", async () => {
  const w = await world();
  const promo = poolOf(w, w.grocer.finance, { code: "hello", promoCode: "HELLO", transferable: true });
  await expect(promo).rejects.toMatchObject({ code: "INVALID_VALUE", field: "transferable" });
  const codes = poolOf(w, w.grocer.finance, { code: "codes", usesMax: 3n });
  await expect(codes).rejects.toMatchObject({ code: "INVALID_VALUE", field: "usesMax" });
});

async function signsIn({ deps, clock }: World, { id }: TestMember): Promise<void> {
  const [userId, at] = [newId("user"), clock.now()];
  const user = { id: userId, name: "Somebody", email: `${userId}@example.org`, emailVerified: true };
  await deps.db.user.create({ data: { ...user, createdAt: at, updatedAt: at } });
  await deps.db.member.update({ where: { id }, data: { userId } });
}
