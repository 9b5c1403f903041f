import { expect, test } from "vitest";
import { giftCounter } from "#api/engine/limits.ts";
import type { Actor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import { findCounters } from "#api/ledger/counters.ts";
import { ruleOf, runCampaign } from "#api/test/live-campaign.ts";
import { type World, world } from "#api/test/world.ts";
import { endOffering, pauseOffering, publishOffering, resumeOffering } from "#api/use-cases/offers/offerings.ts";
import { quotePurchase } from "#api/use-cases/purchases/quote-purchase.ts";
import { recordPurchase } from "#api/use-cases/purchases/record-purchase.ts";
import { returnPurchase } from "#api/use-cases/purchases/return-purchase.ts";
import { draftGift, draftStampCard, editGift, editStampCard, setGiftStock } from "./author.ts";
import { listMyStampCards } from "./find-gifts.ts";

const EUR = 1_000_000n;
let numbers = 0;
const key = () => `gift-test-${++numbers}-0123456789`;
const face = { name: { en: "Coffee" }, terms: { en: "The sixth is free." }, symbol: "COFFEE" as const };

const coffee = 'line.category == "coffee"';
const coffees = 'receipt.lines.filter(l, l.category == "coffee").map(l, l.pieces).sum()';
const cup = (euros: bigint) => ({ amountE6: euros * EUR, category: "coffee" });

/** Stamps for each cup; the card that this receipt fills takes its cheapest cup off. */
const sixthFree = {
  rules: [
    ruleOf(
      {
        kind: "cheapest",
        where: coffee,
        count: `(stamps("coffee") + ${coffees}) / 6`,
        take: { by: "PERCENT", bps: 10_000 },
      },
      'receipt.lines.exists(l, l.category == "coffee")',
    ),
    ruleOf({ kind: "stamp", card: "coffee", size: 6, on: "LINES", where: coffee, give: { by: "FIXED", number: "1" } }),
  ],
};

type Buying = { lines: { amountE6: bigint; category?: string }[]; memberId?: string };

const totalOf = (lines: Buying["lines"]) => lines.reduce((sum, { amountE6 }) => sum + amountE6, 0n);

const buy = (w: World, { lines, memberId = w.ana.id }: Buying) =>
  recordPurchase(w.deps, w.grocer.till, {
    ...{ member: { memberId }, lines, totalE6: totalOf(lines) },
    receiptNumber: `R-${++numbers}`,
    idempotencyKey: key(),
  });

const bringBack = (w: World, purchaseId: string) =>
  returnPurchase(w.deps, w.grocer.till, {
    purchase: { purchaseId },
    receiptNumber: `B-${++numbers}`,
    idempotencyKey: key(),
  });

const stampsOf = async (w: World) =>
  (await listMyStampCards(w.deps, w.ana.actor)).map(({ card, stamps }) => `${stamps}/${card.size}`);

test("M6 the sixth coffee is free, the cheapest of its receipt, and the member sees 4/6 before it", async () => {
  const w = await world();
  const { finance } = w.grocer;
  const card = await draftStampCard(w.deps, finance, { ...face, code: "coffee", size: 6, idempotencyKey: key() });
  expect(await stampsOf(w)).toEqual([]);
  await publishOffering(w.deps, finance, { offeringId: card.id });
  await runCampaign(w, w.grocer, sixthFree);
  await buy(w, { lines: [cup(3n), cup(3n), cup(3n)] });
  const fourth = await buy(w, { lines: [cup(3n)] });
  expect(await stampsOf(w)).toEqual(["4/6"]);
  await bringBack(w, fourth.purchase.id);
  expect(await stampsOf(w)).toEqual(["3/6"]);
  await buy(w, { lines: [cup(3n), cup(3n)] });
  expect(await stampsOf(w)).toEqual(["5/6"]);
  const cake = { amountE6: 2n * EUR, category: "cake" };
  const lines = [cup(4n), cup(3n), cake];
  const asked = { member: { memberId: w.ana.id }, totalE6: 9n * EUR, lines };
  const { granted } = await quotePurchase(w.deps, w.grocer.till, asked);
  expect(granted.effects).toContainEqual(expect.objectContaining({ kind: "discount", byLine: [0n, 3n * EUR, 0n] }));
  await buy(w, { lines: [cup(4n), cup(0n), cake] });
  expect(await stampsOf(w)).toEqual(["1/6"]);
});

test("M6 a gift for a receipt over 150.00 while stock lasts: the last ones under sixteen tills, and a return gives one back", async () => {
  const w = await world();
  await giftOf(w, w.operator, { code: "basket", stock: 3n });
  await runCampaign(w, null, {
    rules: [ruleOf({ kind: "gift", gift: "basket", worth: "12.00" }, "receipt.total > 150.00")],
    funding: [{ funder: "OPERATOR", bps: 10_000 }],
  });
  expect(giftsIn(await buy(w, { lines: [{ amountE6: 150n * EUR }] }))).toBe(0n);
  const members = await newMembers(w, 16);
  const bought = await Promise.all(members.map((memberId) => buy(w, { lines: [{ amountE6: 151n * EUR }], memberId })));
  const winners = bought.filter((answer) => giftsIn(answer) === 1n);
  expect(winners).toHaveLength(3);
  expect(await gone(w)).toBe(3n);
  const late = await quotePurchase(w.deps, w.grocer.till, { member: { memberId: w.ana.id }, totalE6: 151n * EUR });
  expect(late.explanation.steps.at(-1)).toMatchObject({ applied: false, because: "LIMIT", about: "gift:basket" });
  expect(await paidByOperator(w)).toBe(36n * EUR);
  await bringBack(w, winners[0]?.purchase.id ?? "");
  expect([await gone(w), await paidByOperator(w)]).toEqual([2n, 24n * EUR]);
  expect(giftsIn(await buy(w, { lines: [{ amountE6: 200n * EUR }] }))).toBe(1n);
}, 60_000);

test("a gift that is paused is not given, more of it may come, and whatever is published is edited no longer", async () => {
  const w = await world();
  const { finance } = w.grocer;
  const gift = await giftOf(w, finance, { code: "cake", stock: 0n });
  await runCampaign(w, w.grocer, { rules: [ruleOf({ kind: "gift", gift: "cake" })] });
  const given = async () => giftsIn(await buy(w, { lines: [{ amountE6: EUR }] }));
  expect(await given()).toBe(0n);
  await setGiftStock(w.deps, finance, { giftId: gift.id, stock: 2n });
  expect(await given()).toBe(1n);
  await pauseOffering(w.deps, finance, { offeringId: gift.id });
  expect(await given()).toBe(0n);
  await resumeOffering(w.deps, finance, { offeringId: gift.id });
  expect(await given()).toBe(1n);
  await expect(editGift(w.deps, finance, { ...face, offeringId: gift.id })).rejects.toMatchObject({
    code: "TRANSITION_REFUSED",
  });
  await endOffering(w.deps, finance, { offeringId: gift.id });
  await expect(resumeOffering(w.deps, finance, { offeringId: gift.id })).rejects.toMatchObject({
    code: "TRANSITION_REFUSED",
  });
});

test("drafts are written anew by their house alone; a card has 2 to 100 stamps", async () => {
  const w = await world();
  const card = await draftStampCard(w.deps, w.operator, { ...face, code: "tea", size: 6, idempotencyKey: key() });
  const edit = (actor: Actor, size: number) => editStampCard(w.deps, actor, { ...face, offeringId: card.id, size });
  expect(await edit(w.operator, 8)).toMatchObject({ size: 8, code: "tea" });
  await expect(edit(w.operator, 101)).rejects.toMatchObject({ code: "INVALID_VALUE" });
  await expect(edit(w.grocer.finance, 6)).rejects.toMatchObject({ code: "OFFERING_NOT_FOUND" });
  await expect(publishOffering(w.deps, w.ana.actor, { offeringId: card.id })).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
});

async function giftOf(w: World, owner: Actor, wish: { code: string; stock: bigint }) {
  const gift = await draftGift(w.deps, owner, { ...face, ...wish, idempotencyKey: key() });
  await publishOffering(w.deps, owner, { offeringId: gift.id });
  return gift;
}

const giftsIn = ({ purchase }: Awaited<ReturnType<typeof recordPurchase>>) =>
  purchase.granted.effects.reduce((sum, effect) => (effect.kind === "gift" ? sum + effect.total : sum), 0n);

const gone = async (w: World) => [...(await findCounters(w.deps.db, [giftCounter("basket")])).values()][0];

/** What the operator bears of discounts and gifts; the till's partner is owed the same. */
async function paidByOperator({ deps: { db }, grocer }: World): Promise<bigint> {
  const sum = async (where: object) => (await db.line.aggregate({ where, _sum: { amount: true } }))._sum.amount ?? 0n;
  const cost = await sum({ account: "OP_DISCOUNT_COST" });
  expect(await sum({ account: "POSITION", ownerId: grocer.id, section: { contains: "DISCOUNT" } })).toBe(-cost);
  return cost;
}

async function newMembers({ deps, clock, grocer }: World, count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => newId("member"));
  await deps.db.member.createMany({
    data: ids.map((id) => ({ id, enrolledAt: clock.now(), enrolledAtPartnerId: grocer.id })),
  });
  await deps.db.wallet.createMany({ data: ids.map((memberId) => ({ memberId })) });
  return ids;
}
