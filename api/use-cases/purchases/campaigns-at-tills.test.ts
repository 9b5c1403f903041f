import { expect, test } from "vitest";
import { systemActor } from "#api/kernel/actor.ts";
import { findCounters } from "#api/ledger/counters.ts";
import type { StatementLine } from "#api/ledger/statement.ts";
import { ruleOf, runCampaign } from "#api/test/live-campaign.ts";
import { type TestPartner, type World, world } from "#api/test/world.ts";
import { approveCycle } from "#api/use-cases/cycles/approve-cycle.ts";
import { closeDueCycle } from "#api/use-cases/jobs/close-due-cycle.ts";
import type { PurchaseInput } from "./assess.ts";
import { findFullExplanations } from "./full-explanation.ts";
import { recordPurchase } from "./record-purchase.ts";
import { returnPurchase } from "./return-purchase.ts";
import { submitBatch } from "./submit-batch.ts";

const EUR = 1_000_000n;
let numbers = 0;
const slip = () => {
  const receiptNumber = `T-${++numbers}`;
  return { receiptNumber, idempotencyKey: `${receiptNumber}-0123456789abcdef` };
};

const saleOf = (memberId: string, euros: bigint, more: Partial<PurchaseInput> = {}) => ({
  member: { memberId },
  totalE6: euros * EUR,
  ...slip(),
  ...more,
});
const buy = (w: World, at: TestPartner, euros: bigint, more: Partial<PurchaseInput> = {}) =>
  recordPurchase(w.deps, at.till, saleOf(w.ana.id, euros, more));

const tenPoints = ruleOf({ kind: "points", give: { by: "FIXED", number: "10" } });
const pointsOf = async (purchase: ReturnType<typeof buy>) => (await purchase).purchase.pointsEarned;

test("M22 earn caps: per member and day, per member and month, and of one rule alone", async () => {
  const w = await world();
  await w.deps.db.contract.updateMany({ data: { earnBps: 0 } });
  const cap = (most: string, period: "DAY" | "MONTH", rule: number | null = null) =>
    ({ unit: "POINTS", most, scope: "MEMBER", period, rule, over: "REST" }) as const;
  await runCampaign(w, w.grocer, {
    rules: [
      ruleOf({ kind: "points", give: { by: "PERCENT", bps: 100 } }),
      ruleOf({ kind: "points", give: { by: "FIXED", number: "30" } }),
    ],
    limits: [cap("150", "DAY"), cap("200", "MONTH"), cap("40", "MONTH", 1)],
  });
  // 100 and 30; then 20 are left of the day's 150; then 50 of the month's 200, of which the second rule may give 10.
  const first = await buy(w, w.grocer, 100n);
  expect(first.purchase.pointsEarned).toBe(130n);
  expect(await pointsOf(buy(w, w.grocer, 100n))).toBe(20n);
  expect(await pointsOf(buy(w, w.grocer, 100n))).toBe(0n);
  expect(await pointsOf(buy(w, w.grocer, 100n, { member: { memberId: w.bohdan.id } }))).toBe(130n);
  w.clock.set(new Date("2026-03-11T12:00:00Z"));
  expect(await pointsOf(buy(w, w.grocer, 30n))).toBe(40n);
  expect(await pointsOf(buy(w, w.grocer, 100n))).toBe(10n);
  expect(await pointsOf(buy(w, w.grocer, 100n))).toBe(0n);
  await returnPurchase(w.deps, w.grocer.till, { purchase: { purchaseId: first.purchase.id }, lines: null, ...slip() });
  // The 130 go back to their own day and to the month; of today's 150 there are 100 left.
  expect(await pointsOf(buy(w, w.grocer, 100n))).toBe(100n);
});

test("whoever checks a receipt learns also of what was passed over, and members read what was asked", async () => {
  const w = await world();
  const coffee = { kind: "multiply", times: "2" } as const;
  await runCampaign(w, w.grocer, { rules: [ruleOf(coffee, 'receipt.lines.exists(l, l.category == "coffee")')] });
  await runCampaign(w, w.grocer, { rules: [ruleOf(coffee, "receipt.total >= 500")] });
  await runCampaign(w, w.fuel, { rules: [tenPoints] });
  const { purchase } = await buy(w, w.grocer, 10n);
  const reasons = (steps: (typeof purchase)["explanation"]["steps"]) =>
    steps.map(({ because, condition }) => [because, condition]);
  expect(reasons(purchase.explanation.steps)).toEqual([
    [null, null],
    ["CONDITION", 0],
  ]);
  const full = (await findFullExplanations(w.deps, w.grocer.till, [purchase.id])).get(purchase.id);
  expect(reasons(full?.steps ?? [])).toEqual([
    [null, null],
    ["CONDITION", 0],
    ["CONDITION", 0],
  ]);
  expect(await findFullExplanations(w.deps, w.ana.actor, [purchase.id])).toEqual(new Map());
  expect(await findFullExplanations(w.deps, w.fuel.till, [purchase.id])).toEqual(new Map());
});

test("what tills did offline gets its campaigns row by row, and not one point over the budget", async () => {
  const w = await world();
  await w.deps.db.contract.updateMany({ data: { earnBps: 0 } });
  const budget = { unit: "POINTS", most: "25", scope: "CAMPAIGN", period: "EVER" } as const;
  await runCampaign(w, w.grocer, { rules: [tenPoints], limits: [budget] });
  const rows = [w.ana, w.bohdan, w.ana, w.bohdan].map(({ id }) => ({ recordPurchase: saleOf(id, 10n) }));
  const outcomes = await submitBatch(w.deps, w.grocer.till, rows);
  const given = outcomes.map(({ purchase }) => purchase?.pointsEarned ?? null);
  expect(given.toSorted()).toEqual([0n, 0n, 10n, 10n]);
  const again = await submitBatch(w.deps, w.grocer.till, rows);
  expect(again.map(({ purchase }) => purchase?.pointsEarned ?? null)).toEqual(given);
  const { id } = await w.deps.db.counter.findFirstOrThrow({ where: { id: { startsWith: "campaign:" } } });
  expect((await findCounters(w.deps.db, [id])).get(id)).toBe(20n);
});

test("where somebody who pays a share may owe no more, the receipt is booked without that campaign", async () => {
  const w = await world();
  await w.deps.db.contract.updateMany({ data: { earnBps: 0 } });
  const ten = ruleOf({ kind: "points", give: { by: "FIXED", number: "10" } }, "spend(30) < 1000");
  await runCampaign(w, w.grocer, { rules: [ten], funding: [{ funder: w.fuel.id, bps: 10_000 }] });
  await runCampaign(w, w.grocer, { rules: [ruleOf({ kind: "points", give: { by: "FIXED", number: "3" } })] });
  const limitE6 = 150_000n;
  await w.deps.db.exposure.update({ where: { partnerId: w.fuel.id }, data: { limitE6 } });
  await w.deps.db.contract.updateMany({ where: { partnerId: w.fuel.id }, data: { exposureLimitE6: limitE6 } });
  expect(await pointsOf(buy(w, w.grocer, 10n))).toBe(13n);
  const second = await buy(w, w.grocer, 10n);
  expect(second.purchase.pointsEarned).toBe(3n);
  expect(second.purchase.granted.effects).toHaveLength(1);
  // What the member had spent was not asked for then: the campaign was not there, and nobody is told of it.
  const full = await findFullExplanations(w.deps, w.grocer.till, [second.purchase.id]);
  expect(full.get(second.purchase.id)?.steps).toEqual(second.purchase.explanation.steps);
});

test("discounts that others pay stand in everybody's published statement, with what a return took back", async () => {
  const w = await world();
  const campaignId = await runCampaign(w, w.grocer, {
    rules: [ruleOf({ kind: "discount", take: { by: "PERCENT", bps: 1_000 } })],
    funding: [
      { funder: w.fuel.id, bps: 6_000 },
      { funder: "OPERATOR", bps: 4_000 },
    ],
  });
  const off = { discountE6: 10n * EUR, campaignDiscounts: [{ campaignId, amountE6: 10n * EUR }] };
  const lines = [{ seq: 1, amountE6: 90n * EUR, quantityMilli: 2_000n, ...off }];
  const { purchase } = await buy(w, w.grocer, 90n, { lines });
  const half = [{ seq: 1, quantityMilli: 1_000n }];
  await returnPurchase(w.deps, w.grocer.till, { purchase: { purchaseId: purchase.id }, lines: half, ...slip() });
  w.clock.set(new Date("2026-04-01T00:00:00Z"));
  await closeDueCycle(w.deps, systemActor);
  await approveCycle(w.deps, w.operator, { cycleId: w.cycleId });
  const said = async ({ id: partnerId }: TestPartner) => {
    const statement = await w.deps.db.statement.findFirst({ where: { partnerId, cycleId: w.cycleId } });
    const sections = ((statement?.lines ?? []) as unknown as StatementLine[]).map(({ section, amountE6 }) => [
      section,
      BigInt(amountE6),
    ]);
    return Object.fromEntries(sections.filter(([section]) => String(section).includes("DISCOUNT")));
  };
  expect(await said(w.grocer)).toEqual({ DISCOUNT_CREDIT: -10n * EUR, RETURN_DISCOUNT_CREDIT: 5n * EUR });
  expect(await said(w.fuel)).toEqual({ DISCOUNT_CHARGE: 6n * EUR, RETURN_DISCOUNT_CHARGE: -3n * EUR });
  expect(await said(w.pharmacy)).toEqual({});
});
