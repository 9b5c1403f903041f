import { expect, test } from "vitest";
import { systemActor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import { findCounters } from "#api/ledger/counters.ts";
import { bringBack, buy, codesOf, EUR, key, newMembers, outcomes, poolOf, rewarding } from "#api/test/coupons.ts";
import { runCampaign } from "#api/test/live-campaign.ts";
import { type TestPartner, type World, world } from "#api/test/world.ts";
import { followReceipts } from "#api/use-cases/following/follow-receipts.ts";
import { pauseOffering, resumeOffering } from "#api/use-cases/offers/offerings.ts";
import { quotePurchase } from "#api/use-cases/purchases/quote-purchase.ts";
import { recordPurchase } from "#api/use-cases/purchases/record-purchase.ts";
import { couponCounter } from "./counters.ts";

test("M15 a generic code: 100 uses in all, one per member, under concurrency", async () => {
  const w = await world();
  await poolOf(w, w.operator, { code: "hello", promoCode: "Hello-26", usesMax: 100n, usesPerMember: 1n });
  await runCampaign(w, w.grocer, rewarding("hello"));
  const members = await newMembers(w, 110);
  const bought = await Promise.all(members.map((memberId) => buy(w, w.grocer, { coupons: ["HELLO26"], memberId })));
  const applied = bought.filter(({ purchase }) => purchase.pointsEarned === 510n);
  expect(applied).toHaveLength(100);
  expect(bought.flatMap(({ purchase }) => outcomes(purchase)).filter((one) => one === "USED")).toHaveLength(10);
  const used = await findCounters(w.deps.db, [couponCounter("hello", "HELLO26")]);
  expect([...used.values()]).toEqual([100n]);
}, 60_000);

test("M15 once per member means once, and the return of the receipt gives it back", async () => {
  const w = await world();
  await poolOf(w, w.operator, { code: "hello", promoCode: "HELLO", usesPerMember: 1n });
  await runCampaign(w, w.grocer, rewarding("hello"));
  const { purchase } = await buy(w, w.grocer, { coupons: ["hello"] });
  expect([purchase.pointsEarned, ...outcomes(purchase)]).toEqual([510n, "APPLIED"]);
  expect(outcomes((await buy(w, w.grocer, { coupons: ["hello"] })).purchase)).toEqual(["USED"]);
  await bringBack(w, purchase.id);
  expect(outcomes((await buy(w, w.grocer, { coupons: ["hello"] })).purchase)).toEqual(["APPLIED"]);
});

test("M15 the same coupon at two tills at the same instant: exactly one wins", async () => {
  const w = await world();
  const pool = await poolOf(w, w.grocer.finance, { code: "spring" });
  const [code = ""] = await codesOf(w, w.grocer.finance, pool.id, 1);
  await runCampaign(w, w.grocer, rewarding("spring"));
  const members = await newMembers(w, 16);
  const bought = await Promise.all(members.map((memberId) => buy(w, w.grocer, { coupons: [code], memberId })));
  const given = bought.map(({ purchase }) => purchase.pointsEarned);
  expect(given.toSorted()).toEqual([...Array(15).fill(10n), 510n]);
  expect(bought.map(({ purchase }) => outcomes(purchase)[0]).toSorted()).toEqual([
    "APPLIED",
    ...Array(15).fill("USED"),
  ]);
});

test("M15 a pool restricted to partners is good at theirs alone, and the quote says so beforehand", async () => {
  const w = await world();
  const pool = await poolOf(w, w.operator, { code: "fuel-only", partnerIds: [w.fuel.id] });
  const [code = ""] = await codesOf(w, w.operator, pool.id, 1);
  for (const partner of [w.grocer, w.fuel]) await runCampaign(w, partner, rewarding("fuel-only"));
  const phone = { kind: "PHONE", value: "+375291234567" } as const;
  await w.deps.db.identifier.create({ data: { id: newId("identifier"), memberId: w.ana.id, ...phone } });
  const shown = { totalE6: 10n * EUR, coupons: [code.toLowerCase()], member: phone };
  const quoted = (at: TestPartner) => quotePurchase(w.deps, at.till, shown);
  expect(outcomes(await quoted(w.grocer))).toEqual(["NOT_HERE"]);
  expect(outcomes(await quoted(w.fuel))).toEqual(["APPLIED"]);
  const paid = async (at: TestPartner) => {
    const receipt = { receiptNumber: key(), idempotencyKey: key() };
    return (await recordPurchase(w.deps, at.till, { ...shown, ...receipt })).purchase.pointsEarned;
  };
  expect([await paid(w.grocer), await paid(w.fuel), await paid(w.fuel)]).toEqual([10n, 510n, 10n]);
});

test("M15 a coupon follows its receipt: a part keeps it used, the whole gives it back", async () => {
  const w = await world();
  const pool = await poolOf(w, w.grocer.finance, { code: "spring" });
  const [code = ""] = await codesOf(w, w.grocer.finance, pool.id, 1);
  await runCampaign(w, w.grocer, rewarding("spring"));
  const lines = [{ amountE6: 4n * EUR }, { amountE6: 6n * EUR }];
  const { purchase } = await buy(w, w.grocer, { coupons: [code], lines });
  await bringBack(w, purchase.id, [{ seq: 1, quantityMilli: 1_000n }]);
  expect(await usesOf(w, "spring", code)).toBe(1n);
  expect(outcomes((await buy(w, w.grocer, { coupons: [code] })).purchase)).toEqual(["USED"]);
  await followReceipts(w.deps, systemActor);
  expect(await w.deps.db.coupon.findUnique({ where: { code } })).toMatchObject({ usedPurchaseId: purchase.id });
  await bringBack(w, purchase.id);
  expect(await usesOf(w, "spring", code)).toBe(0n);
  await followReceipts(w.deps, systemActor);
  expect(await w.deps.db.coupon.findUnique({ where: { code } })).toMatchObject({ usedPurchaseId: null, usedAt: null });
});

test("a coupon is good from its first instant to its last, and not while its pool is stopped", async () => {
  const w = await world();
  const [validFrom, validUntil] = [new Date("2026-03-11T00:00:00Z"), new Date("2026-03-12T00:00:00Z")];
  const pool = await poolOf(w, w.grocer.finance, { code: "spring", validFrom, validUntil });
  const [code = ""] = await codesOf(w, w.grocer.finance, pool.id, 1);
  const shown = async () => outcomes((await buy(w, w.grocer, { coupons: [code] })).purchase);
  expect(await shown()).toEqual(["NOT_YET"]);
  w.clock.set(validFrom);
  expect(await shown()).toEqual(["NOT_NEEDED"]);
  await pauseOffering(w.deps, w.grocer.finance, { offeringId: pool.id });
  expect(await shown()).toEqual(["STOPPED"]);
  await resumeOffering(w.deps, w.grocer.finance, { offeringId: pool.id });
  w.clock.set(validUntil);
  expect(await shown()).toEqual(["EXPIRED"]);
});

const usesOf = async (w: World, pool: string, code: string) =>
  [...(await findCounters(w.deps.db, [couponCounter(pool, code)])).values()][0];
