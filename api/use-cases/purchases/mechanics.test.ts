import { expect, test } from "vitest";
import { newId } from "#api/kernel/ids.ts";
import { findCounters } from "#api/ledger/counters.ts";
import { ruleOf, runCampaign } from "#api/test/live-campaign.ts";
import { type TestPartner, type World, world } from "#api/test/world.ts";
import type { PurchaseInput } from "./assess.ts";
import { quotePurchase } from "./quote-purchase.ts";
import { recordPurchase } from "./record-purchase.ts";
import { returnPurchase } from "./return-purchase.ts";

const EUR = 1_000_000n;
let numbers = 0;
const slip = () => {
  const receiptNumber = `R-${++numbers}`;
  return { receiptNumber, idempotencyKey: `${receiptNumber}-0123456789abcdef` };
};

const buy = (w: World, at: TestPartner, input: Partial<PurchaseInput> & { totalE6: bigint }) =>
  recordPurchase(w.deps, at.till, { member: { memberId: w.ana.id }, ...slip(), ...input });
const bringBack = (w: World, at: TestPartner, purchaseId: string, lines?: { seq: number; quantityMilli: bigint }[]) =>
  returnPurchase(w.deps, at.till, { purchase: { purchaseId }, lines: lines ?? null, ...slip() });

/** What each partner owes (above zero) or is owed, section by section, and what discounts cost the operator. */
async function books({ deps: { db } }: World): Promise<Record<string, Record<string, bigint>>> {
  const lines = await db.line.findMany({ where: { account: { in: ["POSITION", "OP_DISCOUNT_COST"] } } });
  const partners = new Map((await db.partner.findMany()).map(({ id, code }) => [id, code]));
  const sums: Record<string, Record<string, bigint>> = {};
  for (const { ownerId, section, amount } of lines) {
    const owner = partners.get(ownerId) ?? "OPERATOR";
    const [own, name] = [sums[owner] ?? {}, section ?? "cost"];
    sums[owner] = { ...own, [name]: (own[name] ?? 0n) + amount };
  }
  return sums;
}

/** Points that members hold, by whose they are. */
async function held({ deps: { db } }: World): Promise<Record<string, bigint>> {
  const partners = new Map((await db.partner.findMany()).map(({ id, code }) => [id, code]));
  const lots = await db.lot.findMany();
  const sums: Record<string, bigint> = {};
  for (const { issuerId, available } of lots) {
    const code = partners.get(issuerId) ?? "";
    sums[code] = (sums[code] ?? 0n) + available;
  }
  return sums;
}

const contractOf = (w: World, { id: partnerId }: TestPartner, earnBps: number) =>
  w.deps.db.contract.updateMany({ where: { partnerId }, data: { earnBps } });

const percentOff = (bps: number) => ruleOf({ kind: "discount", take: { by: "PERCENT", bps } });

test("M1 two percent back: 100.00 gives 200 points of those who pay for them, and a quarter takes a quarter back", async () => {
  const w = await world();
  await contractOf(w, w.grocer, 0);
  await runCampaign(w, w.grocer, {
    rules: [ruleOf({ kind: "points", give: { by: "PERCENT", bps: 200 } })],
    funding: [
      { funder: "ISSUER", bps: 4_500 },
      { funder: w.pharmacy.id, bps: 3_000 },
      { funder: "OPERATOR", bps: 2_500 },
    ],
  });
  const lines = [{ seq: 1, amountE6: 100n * EUR, quantityMilli: 4_000n }];
  const { purchase, balance } = await buy(w, w.grocer, { totalE6: 100n * EUR, lines });
  expect(purchase).toMatchObject({ pointsEarned: 200n, paidE6: 100n * EUR });
  expect(balance).toMatchObject({ available: 200n });
  expect(await held(w)).toEqual({ GROCER: 90n, PHARMACY: 60n, OPERATOR: 50n });
  const { purchaseReturn } = await bringBack(w, w.grocer, purchase.id, [{ seq: 1, quantityMilli: 1_000n }]);
  expect(purchaseReturn).toMatchObject({ amountE6: 25n * EUR, paidE6: 25n * EUR, pointsClawed: 49n });
  expect(await held(w)).toEqual({ GROCER: 68n, PHARMACY: 45n, OPERATOR: 38n });
  await bringBack(w, w.grocer, purchase.id);
  expect(await held(w)).toEqual({ GROCER: 0n, PHARMACY: 0n, OPERATOR: 0n });
});

test("M2 standing discount: 5 % off 80.00 pays 76.00, and others pay the till their shares line by line", async () => {
  const w = await world();
  const campaignId = await runCampaign(w, w.grocer, {
    rules: [percentOff(500)],
    funding: [
      { funder: "ISSUER", bps: 2_500 },
      { funder: w.fuel.id, bps: 5_000 },
      { funder: "OPERATOR", bps: 2_500 },
    ],
  });
  const member = { memberId: w.ana.id };
  const asked = [40n, 40n].map((amount) => ({ amountE6: amount * EUR }));
  const quote = await quotePurchase(w.deps, w.grocer.till, { member, totalE6: 80n * EUR, lines: asked });
  expect(quote).toMatchObject({ discountE6: 4n * EUR, paidE6: 76n * EUR, pointsEarned: 76n });
  const lines = [40n, 40n].map((amount) => ({
    amountE6: (amount - 2n) * EUR,
    discountE6: 2n * EUR,
    campaignDiscounts: [{ campaignId, amountE6: 2n * EUR }],
  }));
  const { purchase } = await buy(w, w.grocer, { totalE6: 76n * EUR, lines });
  expect(purchase).toMatchObject({ paidE6: 76n * EUR, pointsEarned: 76n, fundedE6: 3n * EUR });
  expect(purchase.granted.differences).toEqual([]);
  expect(await books(w)).toEqual({
    GROCER: { DISCOUNT_CREDIT: -3n * EUR },
    FUEL: { DISCOUNT_CHARGE: 2n * EUR },
    OPERATOR: { cost: 1n * EUR },
  });
  await bringBack(w, w.grocer, purchase.id, [{ seq: 2, quantityMilli: 1_000n }]);
  expect(await books(w)).toEqual({
    GROCER: { DISCOUNT_CREDIT: -3n * EUR, RETURN_DISCOUNT_CREDIT: 1_500_000n },
    FUEL: { DISCOUNT_CHARGE: 2n * EUR, RETURN_DISCOUNT_CHARGE: -1n * EUR },
    OPERATOR: { cost: 500_000n },
  });
});

test("what a till takes off beyond what is granted, nobody pays, and the answer says so", async () => {
  const w = await world();
  const campaignId = await runCampaign(w, w.grocer, {
    rules: [percentOff(500)],
    funding: [{ funder: w.fuel.id, bps: 10_000 }],
  });
  const stated = { campaignId, amountE6: 5n * EUR };
  const lines = [{ amountE6: 75n * EUR, campaignDiscounts: [stated] }];
  const { purchase } = await buy(w, w.grocer, { totalE6: 75n * EUR, lines });
  expect(purchase.granted.differences).toEqual([{ seq: 1, campaignId, givenE6: 5n * EUR, grantedE6: 4n * EUR }]);
  expect(await books(w)).toMatchObject({ GROCER: { DISCOUNT_CREDIT: -4n * EUR }, FUEL: { DISCOUNT_CHARGE: 4n * EUR } });
});

test("M3 threshold discount: after the month's spend reached 300.00 the next receipt gets 10 % off, and day 8 no more", async () => {
  const w = await world();
  await runCampaign(w, w.grocer, {
    rules: [ruleOf({ kind: "discount", take: { by: "PERCENT", bps: 1_000 } }, "monthSpendReachedWithin(300, 7)")],
  });
  const off = async (day: string) => {
    w.clock.set(new Date(`${day}T12:00:00Z`));
    const asked = { member: { memberId: w.ana.id }, totalE6: 100n * EUR };
    return (await quotePurchase(w.deps, w.grocer.till, asked)).discountE6;
  };
  await buy(w, w.grocer, { totalE6: 250n * EUR });
  expect(await off("2026-03-10")).toBe(0n);
  await buy(w, w.grocer, { totalE6: 50n * EUR });
  expect([await off("2026-03-10"), await off("2026-03-17"), await off("2026-03-18")]).toEqual([
    10n * EUR,
    10n * EUR,
    0n,
  ]);
});

test("M4 accumulative: 3 % from 500.00 of spend in the last 365 days, and a return takes the level back", async () => {
  const w = await world();
  await contractOf(w, w.grocer, 0);
  const percent = (bps: number, ...conditions: string[]) =>
    ruleOf({ kind: "points", give: { by: "PERCENT", bps } }, ...conditions);
  await runCampaign(w, w.grocer, {
    rules: [
      percent(200, "spend(365) < 500"),
      percent(300, "spend(365) >= 500", "spend(365) < 2000"),
      percent(500, "spend(365) >= 2000"),
    ],
  });
  const points = async (euros: bigint) => (await buy(w, w.grocer, { totalE6: euros * EUR })).purchase;
  const first = await points(500n);
  const second = await points(1_500n);
  const third = await points(100n);
  expect([first, second, third].map(({ pointsEarned }) => pointsEarned)).toEqual([1_000n, 4_500n, 500n]);
  await bringBack(w, w.grocer, second.id);
  expect((await points(100n)).pointsEarned).toBe(300n);
  w.clock.set(new Date("2027-03-10T12:00:00Z"));
  expect((await points(100n)).pointsEarned).toBe(200n);
});

test("M8 combined: 100.00, 10 % off, 20.00 paid by points: 70.00 in money, 140 points at 2 %, and all of it back", async () => {
  const w = await world({ ana: { points: 2_000n } });
  await contractOf(w, w.grocer, 200);
  const campaignId = await runCampaign(w, w.grocer, {
    rules: [percentOff(1_000)],
    funding: [{ funder: "OPERATOR", bps: 10_000 }],
  });
  const campaignDiscounts = [{ campaignId, amountE6: 10n * EUR }];
  const lines = [{ amountE6: 90n * EUR, discountE6: 10n * EUR, campaignDiscounts }];
  const redeem = { points: 2_000n };
  const { purchase, balance } = await buy(w, w.grocer, { totalE6: 90n * EUR, lines, redeem });
  expect(purchase).toMatchObject({ paidE6: 70n * EUR, pointsEarned: 140n, fundedE6: 10n * EUR });
  expect(balance).toMatchObject({ available: 140n });
  const { balance: after, purchaseReturn } = await bringBack(w, w.grocer, purchase.id);
  expect(purchaseReturn).toMatchObject({ paidE6: 70n * EUR, pointsClawed: 140n, pointsRestored: 2_000n });
  expect(after).toMatchObject({ available: 2_000n });
  const { GROCER, OPERATOR } = await books(w);
  expect(OPERATOR).toEqual({ cost: 0n });
  expect(Object.values(GROCER ?? {}).reduce((sum, amount) => sum + amount, 0n)).toBe(0n);
});

test("M11 earn at A, spend at B: A funds, B is paid, and each statement names its own side only", async () => {
  const w = await world();
  await runCampaign(w, w.grocer, { rules: [ruleOf({ kind: "points", give: { by: "FIXED", number: "900" } })] });
  await buy(w, w.grocer, { totalE6: 100n * EUR });
  const phone = { kind: "PHONE", value: "+375291234567" } as const;
  await w.deps.db.identifier.create({ data: { id: newId("identifier"), memberId: w.ana.id, ...phone } });
  await buy(w, w.pharmacy, { totalE6: 10n * EUR, redeem: { points: 1_000n }, member: phone });
  expect(await books(w)).toEqual({
    GROCER: { ISSUER_CHARGE: 10n * EUR },
    PHARMACY: { REDEEMER_CREDIT: -8_500_000n },
  });
});

test("M17 five times the points on December evenings: 100 000 in all, to the last affordable receipt, not one over", async () => {
  const w = await world({ at: new Date("2026-12-01T18:30:00Z") });
  const id = await runCampaign(w, w.grocer, {
    rules: [
      ruleOf(
        { kind: "multiply", times: "5" },
        "receipt.month == 12",
        "receipt.weekday <= 5",
        "receipt.hour >= 18 && receipt.hour < 21",
      ),
    ],
    limits: [{ unit: "POINTS", most: "100000", scope: "CAMPAIGN", period: "EVER" }],
  });
  const members = await newMembers(w, 8);
  // Each gives 900 by contract, and 3 600 more: 27 of them are 97 200.
  const tills = Array.from({ length: 32 }, (_, till) =>
    buy(w, w.grocer, { totalE6: 900n * EUR, member: { memberId: members[till % 8] ?? "" } }),
  );
  const given = (await Promise.all(tills)).map(({ purchase }) => purchase.pointsEarned);
  expect(given.toSorted()).toEqual([...Array(27).fill(4_500n), ...Array(5).fill(900n)]);
  const used = async () => (await counters(w, id))[0];
  expect(await used()).toBe(97_200n);
  expect((await buy(w, w.grocer, { totalE6: 701n * EUR })).purchase.pointsEarned).toBe(701n);
  const last = await buy(w, w.grocer, { totalE6: 700n * EUR });
  expect(last.purchase.pointsEarned).toBe(3_500n);
  expect(await used()).toBe(100_000n);
  expect((await buy(w, w.grocer, { totalE6: 1n * EUR })).purchase.pointsEarned).toBe(1n);
  await bringBack(w, w.grocer, last.purchase.id);
  expect(await used()).toBe(97_200n);
});

async function counters({ deps: { db } }: World, campaignId: string): Promise<bigint[]> {
  const rows = await db.counter.findMany({ where: { id: { contains: campaignId.toLowerCase() } } });
  const found = await findCounters(
    db,
    rows.map(({ id }) => id),
  );
  return [...found.values()];
}

async function newMembers({ deps, clock, grocer }: World, count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => newId("member"));
  await deps.db.member.createMany({
    data: ids.map((id) => ({ id, enrolledAt: clock.now(), enrolledAtPartnerId: grocer.id })),
  });
  await deps.db.wallet.createMany({ data: ids.map((memberId) => ({ memberId })) });
  return ids;
}
