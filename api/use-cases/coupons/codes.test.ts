import { expect, test } from "vitest";
import { type Actor, systemActor } from "#api/kernel/actor.ts";
import { key, poolOf } from "#api/test/coupons.ts";
import { picked, reportRows } from "#api/test/report-rows.ts";
import { world } from "#api/test/world.ts";
import { publishOffering } from "#api/use-cases/offers/offerings.ts";
import { generateCoupons, importCoupons } from "./ask-for-codes.ts";
import { draftCouponPool, editCouponPool } from "./author-pool.ts";
import { makeCoupons, resumeCouponRuns } from "./make-coupons.ts";

test("M15 ten thousand single-use codes are made as a job, all different, and a death in the middle costs none", async () => {
  const w = await world();
  const pool = await poolOf(w, w.grocer.finance, { code: "spring" });
  const asked = { couponPoolId: pool.id, count: 10_000, idempotencyKey: key() };
  const run = await generateCoupons(w.deps, w.grocer.finance, asked);
  let chunks = 0;
  const reach = () => {
    if (++chunks === 3) throw new Error("died");
  };
  await expect(makeCoupons({ ...w.deps, reach }, { couponRunId: run.id })).rejects.toThrow("died");
  expect(await w.deps.db.couponRun.findUnique({ where: { id: run.id } })).toMatchObject({
    state: "RUNNING",
    made: 4_000,
  });
  expect(await resumeCouponRuns(w.deps, systemActor)).toBe(0);
  w.clock.set(new Date(w.clock.now().getTime() + 3 * 60_000));
  expect(await resumeCouponRuns(w.deps, systemActor)).toBe(1);
  const done = { state: "DONE", made: 10_000 };
  expect(await w.deps.db.couponRun.findUnique({ where: { id: run.id } })).toMatchObject(done);
  expect(await w.deps.db.coupon.count({ where: { poolId: pool.id } })).toBe(10_000);
  expect(await generateCoupons(w.deps, w.grocer.finance, asked)).toMatchObject({ id: run.id });
});

test("codes of a file: all of it or nothing, and what is known already is passed over", async () => {
  const w = await world();
  const pool = await poolOf(w, w.grocer.finance, { code: "printed" });
  await poolOf(w, w.operator, { code: "hello", promoCode: "HELLO26" });
  const load = (content: string) =>
    importCoupons(w.deps, w.grocer.finance, { couponPoolId: pool.id, content, idempotencyKey: key() });
  await expect(load("code\nABC-123\n?!\nabc123\n")).rejects.toMatchObject({
    code: "COUPON_FILE_REFUSED",
    problems: [
      { line: 3, text: "?!" },
      { line: 4, message: "the same as line 2" },
    ],
  });
  const run = await load("code\r\nABC-123;x\r\nHELLO26\r\nDEF456\r\n");
  expect(await makeCoupons(w.deps, { couponRunId: run.id })).toMatchObject({ state: "DONE", made: 2, skipped: 1 });
  const again = await load("DEF456\nGHJ789");
  expect(await makeCoupons(w.deps, { couponRunId: again.id })).toMatchObject({ made: 1, skipped: 1 });
  const exported = (actor: Actor) => reportRows(w.deps, actor, "coupon_codes", { objectId: pool.id });
  expect(picked(await exported(w.grocer.finance), "code", "state")).toEqual([
    ["ABC123", "FREE"],
    ["DEF456", "FREE"],
    ["GHJ789", "FREE"],
  ]);
  expect(await exported(w.fuel.finance)).toEqual([]);
});

test("a promo pool takes no codes, a taken word is refused, and nobody but its house touches a pool", async () => {
  const w = await world();
  const pool = await poolOf(w, w.operator, { code: "hello", promoCode: "HELLO" });
  const asked = { couponPoolId: pool.id, count: 5, idempotencyKey: key() };
  await expect(generateCoupons(w.deps, w.operator, asked)).rejects.toMatchObject({ code: "NOT_SINGLE_USE" });
  await expect(generateCoupons(w.deps, w.grocer.finance, asked)).rejects.toMatchObject({ code: "OFFERING_NOT_FOUND" });
  await expect(poolOf(w, w.operator, { code: "other", promoCode: "he-llo" })).rejects.toMatchObject({
    code: "CODE_TAKEN",
  });
  await expect(poolOf(w, w.operator, { code: "hello" })).rejects.toMatchObject({ code: "CODE_TAKEN" });
  await expect(poolOf(w, w.ana.actor, { code: "mine" })).rejects.toMatchObject({ code: "FORBIDDEN" });
});

test("a draft of a pool is written anew, but neither its code nor its kind; a published one is not", async () => {
  const w = await world();
  const said = { name: { en: "Ten off" }, terms: { en: "Once." }, symbol: "PERCENT" as const };
  const validFrom = new Date("2026-01-01T00:00:00Z");
  const drafted = { ...said, validFrom, code: "ten", lastsDays: 7, idempotencyKey: key() };
  const { id: offeringId } = await draftCouponPool(w.deps, w.grocer.finance, drafted);
  const written = { ...said, offeringId, validFrom, usesPerMember: 2n, transferable: true, partnerIds: [w.fuel.id] };
  const edited = await editCouponPool(w.deps, w.grocer.finance, written);
  const { offeringId: _offeringId, ...says } = written;
  expect(edited).toMatchObject({ ...says, code: "ten", lastsDays: null, state: "DRAFT" });
  const promo = editCouponPool(w.deps, w.grocer.finance, { ...said, offeringId, validFrom, promoCode: "TEN" });
  await expect(promo).rejects.toMatchObject({ code: "INVALID_VALUE", field: "promoCode" });
  await publishOffering(w.deps, w.grocer.finance, { offeringId });
  await expect(editCouponPool(w.deps, w.grocer.finance, written)).rejects.toMatchObject({ code: "TRANSITION_REFUSED" });
});
