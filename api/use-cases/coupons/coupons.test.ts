import { expect, test } from "vitest";
import { type Actor, systemActor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import { findCounters } from "#api/ledger/counters.ts";
import { ruleOf, runCampaign } from "#api/test/live-campaign.ts";
import { picked, reportRows } from "#api/test/report-rows.ts";
import { type TestPartner, type World, world } from "#api/test/world.ts";
import { followReceipts } from "#api/use-cases/following/follow-receipts.ts";
import { publishOffering } from "#api/use-cases/offers/offerings.ts";
import { quotePurchase } from "#api/use-cases/purchases/quote-purchase.ts";
import { recordPurchase } from "#api/use-cases/purchases/record-purchase.ts";
import { returnPurchase } from "#api/use-cases/purchases/return-purchase.ts";
import { generateCoupons, importCoupons } from "./ask-for-codes.ts";
import { type AuthorPool, draftCouponPool } from "./author-pool.ts";
import { couponCounter } from "./counters.ts";
import { giveCoupon } from "./give-coupon.ts";
import { makeCoupons } from "./make-coupons.ts";
import { listMyCoupons } from "./my-coupons.ts";

const EUR = 1_000_000n;
let numbers = 0;
const key = () => `coupon-test-${++numbers}-0123456789`;

const words = { en: "Five off" };

async function poolOf(w: World, owner: Actor, wish: Partial<AuthorPool> & { code: string }) {
  const frame = { name: words, terms: words, symbol: "PERCENT" as const, validFrom: new Date("2026-01-01T00:00:00Z") };
  const pool = await draftCouponPool(w.deps, owner, { ...frame, ...wish, idempotencyKey: key() });
  await publishOffering(w.deps, owner, { offeringId: pool.id });
  return pool;
}

async function codesOf(w: World, owner: Actor, couponPoolId: string, count: number): Promise<string[]> {
  const run = await generateCoupons(w.deps, owner, { couponPoolId, count, idempotencyKey: key() });
  await makeCoupons(w.deps, { couponRunId: run.id });
  const rows = await w.deps.db.coupon.findMany({ where: { poolId: couponPoolId }, orderBy: { id: "asc" } });
  return rows.map(({ code }) => code ?? "");
}

/** 500 points for whoever shows a coupon of the pool. */
const rewarding = (pool: string) => ({
  rules: [{ ...ruleOf({ kind: "points", give: { by: "FIXED", number: "500" } }), coupon: pool }],
});

type Buying = { coupons: readonly string[]; memberId?: string; lines?: { amountE6: bigint }[] };

const buy = (w: World, at: TestPartner, { memberId = w.ana.id, ...input }: Buying) =>
  recordPurchase(w.deps, at.till, {
    ...input,
    totalE6: 10n * EUR,
    member: { memberId },
    receiptNumber: `R-${++numbers}`,
    idempotencyKey: key(),
  });

const outcomes = (purchase: { granted: { coupons: readonly { outcome: string }[] } }) =>
  purchase.granted.coupons.map(({ outcome }) => outcome);

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
  expect(await makeCoupons(w.deps, { couponRunId: run.id })).toMatchObject({ state: "DONE", made: 10_000 });
  expect(await w.deps.db.coupon.count({ where: { poolId: pool.id } })).toBe(10_000);
  expect(await generateCoupons(w.deps, w.grocer.finance, asked)).toMatchObject({ id: run.id });
});

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
    const receipt = { receiptNumber: `R-${++numbers}`, idempotencyKey: key() };
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

test("codes guessed a thousand times are stopped after ten, with a refusal that says until when, and told to both houses", async () => {
  const w = await world();
  await staff(w);
  const guess = (nth: number) => buy(w, w.grocer, { coupons: [`GUESS${String(nth).padStart(4, "2")}`] });
  const answers = await Promise.allSettled(Array.from({ length: 10 }, (_, nth) => guess(nth)));
  expect(answers.every(({ status }) => status === "fulfilled")).toBe(true);
  for (let nth = 10; nth < 20; nth += 1) {
    await expect(guess(nth)).rejects.toMatchObject({
      code: "TOO_MANY_COUPON_CODES",
      retryAt: new Date("2026-03-10T12:15:00Z"),
    });
  }
  expect(await w.deps.db.notice.count({ where: { kind: "COUPON_GUESSING" } })).toBe(2);
  expect((await buy(w, w.grocer, { coupons: [] })).purchase.pointsEarned).toBe(10n);
  const other = quotePurchase(w.deps, w.grocer.till, {
    member: { memberId: w.bohdan.id },
    totalE6: EUR,
    coupons: ["NOSUCH"],
  });
  expect(outcomes(await other)).toEqual(["UNKNOWN"]);
  w.clock.set(new Date("2026-03-10T12:16:00Z"));
  expect(outcomes((await guess(20)).purchase)).toEqual(["UNKNOWN"]);
});

test("a till that guesses for many members is stopped after thirty", async () => {
  const w = await world();
  const members = await newMembers(w, 31);
  const guess = (memberId: string) =>
    quotePurchase(w.deps, w.grocer.till, { member: { memberId }, totalE6: EUR, coupons: ["NOSUCH"] });
  for (const memberId of members.slice(0, 30)) await guess(memberId);
  await expect(guess(members[30] ?? "")).rejects.toMatchObject({ code: "TOO_MANY_COUPON_CODES" });
});

test("a coupon that a rule gives is the member's, once however often it is told, and goes with the whole receipt", async () => {
  const w = await world();
  const pool = await poolOf(w, w.grocer.finance, { code: "spring", lastsDays: 7 });
  await codesOf(w, w.grocer.finance, pool.id, 2);
  await runCampaign(w, w.grocer, { rules: [ruleOf({ kind: "coupon", pool: "spring" })] });
  const { purchase } = await buy(w, w.grocer, { coupons: [] });
  await followReceipts(w.deps, systemActor);
  await w.deps.db.followedReceipts.updateMany({ data: { purchaseOrd: 0n } });
  await followReceipts(w.deps, systemActor);
  const [mine, ...more] = (await mineOf(w, "ACTIVE")).rows;
  expect(more).toEqual([]);
  expect(mine).toMatchObject({ expiresAt: new Date("2026-03-17T12:00:00Z"), pool: { code: "spring" } });
  await bringBack(w, purchase.id);
  await followReceipts(w.deps, systemActor);
  expect((await mineOf(w, "ACTIVE")).rows).toEqual([]);
  expect(outcomes((await buy(w, w.grocer, { coupons: [mine?.code ?? ""] })).purchase)).toEqual(["STOPPED"]);
});

test("a coupon given by hand is that member's alone, and a pool gives no more than it has", async () => {
  const w = await world();
  const pool = await poolOf(w, w.grocer.finance, { code: "spring", validUntil: new Date("2026-04-01T00:00:00Z") });
  const [code = ""] = await codesOf(w, w.grocer.finance, pool.id, 1);
  const given = { couponPoolId: pool.id, memberId: w.ana.id, idempotencyKey: key() };
  await giveCoupon(w.deps, w.grocer.finance, given);
  expect((await giveCoupon(w.deps, w.grocer.finance, given)).code).toBe(code);
  await expect(giveCoupon(w.deps, w.grocer.finance, { ...given, idempotencyKey: key() })).rejects.toMatchObject({
    code: "NO_COUPON_LEFT",
  });
  expect(outcomes((await buy(w, w.grocer, { coupons: [code], memberId: w.bohdan.id })).purchase)).toEqual([
    "NOT_YOURS",
  ]);
  expect((await mineOf(w, "ACTIVE")).rows).toHaveLength(1);
  w.clock.set(new Date("2026-04-01T00:00:00Z"));
  expect((await mineOf(w, "EXPIRED")).rows).toHaveLength(1);
  await expect(giveCoupon(w.deps, w.grocer.finance, { ...given, idempotencyKey: key() })).rejects.toMatchObject({
    code: "COUPON_POOL_CLOSED",
  });
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

const bringBack = (w: World, purchaseId: string, lines?: { seq: number; quantityMilli: bigint }[]) =>
  returnPurchase(w.deps, w.grocer.till, {
    purchase: { purchaseId },
    lines: lines ?? null,
    receiptNumber: `B-${++numbers}`,
    idempotencyKey: key(),
  });

const usesOf = async (w: World, pool: string, code: string) =>
  [...(await findCounters(w.deps.db, [couponCounter(pool, code)])).values()][0];

const mineOf = (w: World, state: "ACTIVE" | "EXPIRED") =>
  listMyCoupons(w.deps, w.ana.actor, { first: 10, after: null, state });

async function newMembers({ deps, clock, grocer }: World, count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => newId("member"));
  await deps.db.member.createMany({
    data: ids.map((id) => ({ id, enrolledAt: clock.now(), enrolledAtPartnerId: grocer.id })),
  });
  await deps.db.wallet.createMany({ data: ids.map((memberId) => ({ memberId })) });
  return ids;
}

/** Somebody at each house who is told. */
async function staff({ deps, grocer }: World): Promise<void> {
  const people = [
    { partnerId: grocer.id, roles: ["PARTNER_OWNER" as const] },
    { partnerId: null, roles: ["OPERATOR_RISK" as const] },
  ];
  for (const { partnerId, roles } of people) {
    const userId = newId("user");
    const at = deps.clock.now();
    const user = { id: userId, name: "Somebody", email: `${userId}@example.org`, emailVerified: true };
    await deps.db.user.create({ data: { ...user, createdAt: at, updatedAt: at } });
    await deps.db.staff.create({ data: { id: newId("staff"), userId, partnerId, roles } });
  }
}
