import { expect, test } from "vitest";
import { systemActor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import { ruleOf, runCampaign } from "#api/test/live-campaign.ts";
import { agreeOnPlan } from "#api/test/plan.ts";
import { type TestPartner, type World, world } from "#api/test/world.ts";
import { quotePurchase } from "#api/use-cases/purchases/quote-purchase.ts";
import { recordPurchase } from "#api/use-cases/purchases/record-purchase.ts";
import { returnPurchase } from "#api/use-cases/purchases/return-purchase.ts";
import { findSubscriptions, listPlanPayments, listPlans } from "./find-plans.ts";
import { lapseSubscriptions } from "./lapse-subscriptions.ts";
import { proposePlan, withdrawPlan } from "./propose-plan.ts";
import { monthsAfter, type RecordPlanPayment, recordPlanPayment } from "./record-plan-payment.ts";
import { cancelSubscription, pauseSubscription, resumeSubscription, subscribe } from "./subscribe.ts";

const EUR = 1_000_000n;
const page = { first: 10, after: null };
let numbers = 0;
const slip = () => {
  const receiptNumber = `P-${++numbers}`;
  return { receiptNumber, idempotencyKey: `${receiptNumber}-0123456789abcdef` };
};
const phone = { kind: "PHONE", value: "+375291234567" } as const;
const buy = async (w: World, at: TestPartner, euros: bigint) =>
  (await recordPurchase(w.deps, at.till, { member: phone, totalE6: euros * EUR, ...slip() })).purchase;
const pay = (w: World, wish: Partial<RecordPlanPayment> = {}) => {
  const member = { memberId: w.ana.id };
  const said = {
    member,
    amountE6: 9_900_000n,
    months: 1,
    reference: `card-${++numbers}`,
    idempotencyKey: newId("deed"),
  };
  return recordPlanPayment(w.deps, w.grocer.till, { ...said, ...wish });
};
const begin = async (w: World, planId: string) =>
  (await subscribe(w.deps, w.ana.actor, { planId, idempotencyKey: newId("subscription") })).id;
const stateOf = async ({ deps, operator }: World, id: string) =>
  (await findSubscriptions(deps, operator, [id])).get(id)?.state;
const wallet = async ({ deps, ana }: World) => {
  const { available, pending } = await deps.db.wallet.findUniqueOrThrow({ where: { memberId: ana.id } });
  return { available, pending };
};

/** Double points everywhere, paid by whoever's till it is; and what delivery from Grocer costs. */
async function give(w: World): Promise<void> {
  await w.deps.db.identifier.create({ data: { id: newId("identifier"), memberId: w.ana.id, ...phone } });
  const audience = { plan: "plus" };
  await runCampaign(w, null, { audience, rules: [ruleOf({ kind: "multiply", times: "2" }, 'member.plan == "plus"')] });
  const free = { kind: "discount", take: { by: "PERCENT", bps: 10_000 }, on: "LINES" } as const;
  const where = 'line.category == "delivery"';
  await runCampaign(w, w.grocer, {
    audience,
    rules: [ruleOf({ ...free, where }, 'member.plan == "plus"')],
  });
}

test("M13 a paid plan: double points at all partners, free delivery at one; its points stand still for 30 days after it lapses, then lapse", async () => {
  const w = await world();
  await give(w);
  const id = await begin(w, await agreeOnPlan(w));
  expect((await buy(w, w.fuel, 100n)).pointsEarned).toBe(100n);
  await pay(w);
  expect((await buy(w, w.fuel, 100n)).pointsEarned).toBe(200n);
  expect((await buy(w, w.pharmacy, 50n)).pointsEarned).toBe(100n);
  const lines = [{ amountE6: 30n * EUR }, { amountE6: 5n * EUR, kind: "SERVICE" as const, category: "delivery" }];
  const delivered = { member: phone, totalE6: 35n * EUR, lines };
  expect(await quotePurchase(w.deps, w.grocer.till, delivered)).toMatchObject({ discountE6: 5n * EUR });
  expect(await quotePurchase(w.deps, w.fuel.till, delivered)).toMatchObject({ discountE6: 0n });
  expect(await wallet(w)).toEqual({ available: 400n, pending: 0n });
  w.clock.set(new Date("2026-04-10T12:00:00Z"));
  expect(await lapseSubscriptions(w.deps, systemActor)).toBe(1);
  expect(await wallet(w)).toEqual({ available: 250n, pending: 150n });
  expect((await buy(w, w.fuel, 100n)).pointsEarned).toBe(100n);
  w.clock.set(new Date("2026-05-10T11:59:00Z"));
  expect(await lapseSubscriptions(w.deps, systemActor)).toBe(0);
  w.clock.set(new Date("2026-05-10T12:00:00Z"));
  expect(await lapseSubscriptions(w.deps, systemActor)).toBe(1);
  expect(await wallet(w)).toEqual({ available: 350n, pending: 0n });
  expect(await stateOf(w, id)).toBe("ENDED");
});

test("a plan that keeps its points gives them back after the 30 days, and so does a payment before", async () => {
  const w = await world();
  await give(w);
  const planId = await agreeOnPlan(w, { afterwards: "KEEP" });
  await begin(w, planId);
  await pay(w);
  await buy(w, w.fuel, 100n);
  w.clock.set(new Date("2026-04-10T12:00:00Z"));
  await lapseSubscriptions(w.deps, systemActor);
  expect(await wallet(w)).toEqual({ available: 100n, pending: 100n });
  await pay(w);
  expect(await wallet(w)).toEqual({ available: 200n, pending: 0n });
  w.clock.set(new Date("2026-05-10T12:00:00Z"));
  await lapseSubscriptions(w.deps, systemActor);
  expect(await wallet(w)).toEqual({ available: 100n, pending: 100n });
  w.clock.set(new Date("2026-06-09T12:00:00Z"));
  await lapseSubscriptions(w.deps, systemActor);
  expect(await wallet(w)).toEqual({ available: 200n, pending: 0n });
});

test("points of an issuer that cannot pay stand still for that reason too: a payment for the plan does not wake them", async () => {
  const w = await world();
  await give(w);
  await begin(w, await agreeOnPlan(w, { afterwards: "KEEP" }));
  await pay(w);
  await buy(w, w.fuel, 100n);
  await buy(w, w.pharmacy, 50n);
  w.clock.set(new Date("2026-04-10T12:00:00Z"));
  await lapseSubscriptions(w.deps, systemActor);
  expect(await wallet(w)).toEqual({ available: 150n, pending: 150n });
  const found = { lotsFound: 0, membersFound: 0, pointsFound: 0n, reason: "It defaulted", startedBy: "system" };
  const startedAt = w.clock.now();
  await w.deps.db.lotRun.create({
    data: { id: newId("lotRun"), partnerId: w.fuel.id, kind: "BLOCK_LOTS", state: "DONE", ...found, startedAt },
  });
  await pay(w);
  expect(await wallet(w)).toEqual({ available: 200n, pending: 100n });
});

test("the till knows that a plan is over before any job does, and goods that come back take the doubled points along", async () => {
  const w = await world();
  await give(w);
  await begin(w, await agreeOnPlan(w));
  await pay(w);
  const { id: purchaseId } = await buy(w, w.fuel, 100n);
  await returnPurchase(w.deps, w.fuel.till, { purchase: { purchaseId }, ...slip() });
  expect(await wallet(w)).toEqual({ available: 0n, pending: 0n });
  w.clock.set(new Date("2026-04-10T12:00:00Z"));
  expect((await buy(w, w.fuel, 100n)).pointsEarned).toBe(100n);
});

test("a pause gives nothing and takes no paid day, and what is cancelled runs to its end", async () => {
  const w = await world();
  await give(w);
  const subscriptionId = await begin(w, await agreeOnPlan(w));
  await pay(w);
  await pauseSubscription(w.deps, w.ana.actor, { subscriptionId });
  expect((await buy(w, w.fuel, 100n)).pointsEarned).toBe(100n);
  w.clock.set(new Date("2026-06-10T12:00:00Z"));
  expect(await lapseSubscriptions(w.deps, systemActor)).toBe(0);
  const resumed = await resumeSubscription(w.deps, w.ana.actor, { subscriptionId });
  expect(resumed.paidUntil).toEqual(new Date("2026-07-11T12:00:00Z"));
  await cancelSubscription(w.deps, w.ana.actor, { subscriptionId });
  expect((await buy(w, w.fuel, 100n)).pointsEarned).toBe(200n);
  w.clock.set(new Date("2026-07-11T12:00:00Z"));
  await lapseSubscriptions(w.deps, systemActor);
  expect(await stateOf(w, subscriptionId)).toBe("LAPSED");
});

test("a payment counts once, for what it is worth, and for somebody who subscribed", async () => {
  const w = await world();
  await expect(pay(w)).rejects.toMatchObject({ code: "SUBSCRIPTION_NOT_FOUND" });
  const planId = await agreeOnPlan(w);
  const id = await begin(w, planId);
  await expect(begin(w, planId)).rejects.toMatchObject({ code: "ALREADY_SUBSCRIBED", subscriptionId: id });
  await expect(pay(w, { amountE6: 9_000_000n })).rejects.toMatchObject({
    code: "PLAN_PRICE_DIFFERS",
    priceE6: 9_900_000n,
  });
  const once = { reference: "card-once", idempotencyKey: "a-payment-told-twice" };
  const first = await pay(w, once);
  const again = await pay(w, once);
  expect(again.payment).toEqual(first.payment);
  await expect(pay(w, { reference: "card-once" })).rejects.toMatchObject({ code: "PLAN_PAYMENT_KNOWN" });
  const { subscription } = await pay(w, { months: 2, amountE6: 19_800_000n });
  expect(subscription.paidUntil).toEqual(new Date("2026-06-10T12:00:00Z"));
  const own = (await listPlanPayments(w.deps, w.grocer.finance, page)).rows;
  expect(own.map(({ amountE6 }) => amountE6)).toEqual([19_800_000n, 9_900_000n]);
  expect((await listPlanPayments(w.deps, w.fuel.finance, page)).rows).toEqual([]);
});

test("a plan takes two people; another version leaves whoever has it alone; a withdrawn one takes nobody new", async () => {
  const w = await world();
  const first = await agreeOnPlan(w);
  const subscriptionId = await begin(w, first);
  const second = await agreeOnPlan(w, { priceE6: 12_900_000n });
  expect((await listPlans(w.deps, w.ana.actor, page)).rows).toMatchObject([{ id: second, version: 2 }]);
  expect((await pay(w)).subscription).toMatchObject({ id: subscriptionId, planId: first });
  await withdrawPlan(w.deps, w.operator, { planId: second, reason: "Too dear" });
  await expect(
    subscribe(w.deps, w.bohdan.actor, { planId: second, idempotencyKey: newId("subscription") }),
  ).rejects.toMatchObject({ code: "PLAN_NOT_FOUND" });
  await expect(cancelSubscription(w.deps, w.bohdan.actor, { subscriptionId })).rejects.toMatchObject({
    code: "SUBSCRIPTION_NOT_FOUND",
  });
  const free = {
    name: { en: "Free" },
    about: { en: "Free" },
    benefits: [{ en: "All" }],
    frozenDays: 0,
    afterwards: "KEEP",
  } as const;
  await expect(
    proposePlan(w.deps, w.operator, {
      code: "free",
      ...free,
      priceE6: 0n,
      reason: "Free",
      idempotencyKey: newId("approval"),
    }),
  ).rejects.toMatchObject({ field: "price" });
});

test("a broken-off lapse is gone on with, and freezes once", async () => {
  const w = await world();
  await give(w);
  await begin(w, await agreeOnPlan(w));
  await pay(w);
  await buy(w, w.fuel, 100n);
  w.clock.set(new Date("2026-04-10T12:00:00Z"));
  const reach = (point: string) => {
    if (point === "plans: points laid") throw new Error("died");
  };
  await expect(lapseSubscriptions({ ...w.deps, reach }, systemActor)).rejects.toThrow("died");
  await lapseSubscriptions(w.deps, systemActor);
  expect(await wallet(w)).toEqual({ available: 100n, pending: 100n });
});

test("a month later is the same day, or the last that there is", () => {
  const end = (from: string, months: number) => monthsAfter(new Date(from), months, "Europe/Minsk").toISOString();
  expect(end("2026-01-31T09:00:00Z", 1)).toBe("2026-02-28T09:00:00.000Z");
  expect(end("2026-12-15T22:30:00Z", 2)).toBe("2027-02-15T22:30:00.000Z");
});
