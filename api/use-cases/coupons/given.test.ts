import { expect, test } from "vitest";
import { systemActor } from "#api/kernel/actor.ts";
import { bringBack, buy, codesOf, heldBy, key, outcomes, poolOf } from "#api/test/coupons.ts";
import { ruleOf, runCampaign } from "#api/test/live-campaign.ts";
import { world } from "#api/test/world.ts";
import { followReceipts } from "#api/use-cases/following/follow-receipts.ts";
import { giveCoupon, takeCoupon } from "./give-coupon.ts";

test("a coupon that a rule gives is the member's, once however often it is told, and goes with the whole receipt", async () => {
  const w = await world();
  const pool = await poolOf(w, w.grocer.finance, { code: "spring", lastsDays: 7 });
  await codesOf(w, w.grocer.finance, pool.id, 2);
  await runCampaign(w, w.grocer, { rules: [ruleOf({ kind: "coupon", pool: "spring" })] });
  const { purchase } = await buy(w, w.grocer, { coupons: [] });
  await followReceipts(w.deps, systemActor);
  await w.deps.db.followedReceipts.updateMany({ data: { purchaseOrd: 0n } });
  await followReceipts(w.deps, systemActor);
  const [mine, ...more] = await heldBy(w, "ACTIVE");
  expect(more).toEqual([]);
  expect(mine).toMatchObject({ expiresAt: new Date("2026-03-17T12:00:00Z"), pool: { code: "spring" } });
  await bringBack(w, purchase.id);
  await followReceipts(w.deps, systemActor);
  expect(await heldBy(w, "ACTIVE")).toEqual([]);
  expect(outcomes((await buy(w, w.grocer, { coupons: [mine?.code ?? ""] })).purchase)).toEqual(["STOPPED"]);
});

test("a coupon given by hand is that member's alone, and a pool gives no more than it has", async () => {
  const w = await world();
  const pool = await poolOf(w, w.grocer.finance, { code: "spring", validUntil: new Date("2026-04-01T00:00:00Z") });
  const [code = ""] = await codesOf(w, w.grocer.finance, pool.id, 1);
  const given = { couponPoolId: pool.id, member: { memberId: w.ana.id }, idempotencyKey: key() };
  await giveCoupon(w.deps, w.grocer.finance, given);
  expect((await giveCoupon(w.deps, w.grocer.finance, given)).code).toBe(code);
  await expect(giveCoupon(w.deps, w.grocer.finance, { ...given, idempotencyKey: key() })).rejects.toMatchObject({
    code: "NO_COUPON_LEFT",
  });
  expect(outcomes((await buy(w, w.grocer, { coupons: [code], memberId: w.bohdan.id })).purchase)).toEqual([
    "NOT_YOURS",
  ]);
  expect(await heldBy(w, "ACTIVE")).toHaveLength(1);
  w.clock.set(new Date("2026-04-01T00:00:00Z"));
  expect(await heldBy(w, "EXPIRED")).toHaveLength(1);
  await expect(giveCoupon(w.deps, w.grocer.finance, { ...given, idempotencyKey: key() })).rejects.toMatchObject({
    code: "COUPON_POOL_CLOSED",
  });
});

test("a partner's rules give its own coupons and the coalition's, not another's", async () => {
  const w = await world();
  const houses = [
    ["fuels", w.fuel.finance],
    ["everybodys", w.operator],
  ] as const;
  for (const [code, owner] of houses) {
    const pool = await poolOf(w, owner, { code });
    await codesOf(w, owner, pool.id, 1);
    await runCampaign(w, w.grocer, { rules: [ruleOf({ kind: "coupon", pool: code })] });
  }
  await buy(w, w.grocer, { coupons: [] });
  await followReceipts(w.deps, systemActor);
  expect((await heldBy(w, "ACTIVE")).map(({ pool }) => pool.code)).toEqual(["everybodys"]);
});

test("hands that give from one pool at the same moment give different codes", async () => {
  const w = await world();
  const pool = await poolOf(w, w.operator, { code: "spring" });
  await codesOf(w, w.operator, pool.id, 4);
  const row = await w.deps.db.couponPool.findUniqueOrThrow({ where: { id: pool.id } });
  const take = (nth: number) => {
    const giving = { memberId: w.ana.id, givenFor: `hand:${nth}`, at: w.clock.now() };
    return w.deps.db.$transaction((tx) => takeCoupon(tx, row, giving));
  };
  const taken = await Promise.all([1, 2, 3, 4].map(take));
  expect(new Set(taken.map(({ code }) => code)).size).toBe(4);
});
