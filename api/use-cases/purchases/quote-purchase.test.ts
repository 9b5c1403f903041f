import { expect, test } from "vitest";
import { world } from "#api/test/world.ts";
import { quotePurchase } from "./quote-purchase.ts";
import { recordPurchase } from "./record-purchase.ts";

test("a quote says what the purchase then does, for the same reasons", async () => {
  const { deps, grocer, ana } = await world({ ana: { points: 5_000n } });
  const receipt = { member: { memberId: ana.id }, totalE6: 49_990_000n, redeem: { points: 1_234n } };
  const quote = await quotePurchase(deps, grocer.till, receipt);
  const paper = { receiptNumber: "1", idempotencyKey: "quote-0123456789abcdef" };
  const { purchase } = await recordPurchase(deps, grocer.till, { ...receipt, ...paper });
  // What was known differs in one thing: the till asked, and then stated what it took off.
  const { known: _known, ...reasons } = quote.explanation;
  expect(purchase.explanation).toMatchObject(reasons);
  expect(purchase).toMatchObject({ pointsEarned: quote.pointsEarned, paidE6: quote.paidE6 });
});

test("asking writes and holds nothing", async () => {
  const { deps, grocer, ana } = await world({ ana: { points: 100n } });
  await quotePurchase(deps, grocer.till, {
    member: { memberId: ana.id },
    totalE6: 10_000_000n,
    redeem: { points: 50n },
  });
  expect(await deps.db.purchase.count()).toBe(0);
  expect(await deps.db.wallet.findUnique({ where: { memberId: ana.id } })).toMatchObject({
    available: 100n,
    reserved: 0n,
  });
});

test.each([
  { points: 300n, shareBps: 10_000, mayRedeem: true, most: 300n, because: "BALANCE" },
  { points: 5_000n, shareBps: 10_000, mayRedeem: true, most: 1_000n, because: "RECEIPT_TOTAL" },
  { points: 5_000n, shareBps: 3_000, mayRedeem: true, most: 300n, because: "CONTRACT_SHARE" },
  { points: 5_000n, shareBps: 10_000, mayRedeem: false, most: 0n, because: "NOT_ACCEPTED" },
])(
  "of 10.00 points may pay $most when $because sets the bound",
  async ({ points, shareBps, mayRedeem, most, because }) => {
    const { deps, grocer, ana } = await world({ ana: { points } });
    await deps.db.contract.updateMany({ where: { partnerId: grocer.id }, data: { redeemShareMaxBps: shareBps } });
    await deps.db.partner.update({ where: { id: grocer.id }, data: { mayRedeem } });
    const quote = await quotePurchase(deps, grocer.till, { member: { memberId: ana.id }, totalE6: 10_000_000n });
    expect(quote.redeemable).toEqual({ points: most, valueE6: most * 10_000n, because });
  },
);

test("what the purchase would be refused for, the quote is refused for", async () => {
  const { deps, grocer, fuel, ana } = await world();
  const ask = (input: object) =>
    quotePurchase(deps, grocer.till, { member: { memberId: ana.id }, totalE6: 10_000_000n, ...input });
  await expect(ask({ currency: "BYN" })).rejects.toMatchObject({ code: "WRONG_CURRENCY" });
  await expect(ask({ lines: [{ amountE6: 1n }] })).rejects.toMatchObject({ code: "RECEIPT_DOES_NOT_ADD_UP" });
  await expect(ask({ terminalId: fuel.terminalId })).rejects.toMatchObject({ code: "TERMINAL_NOT_FOUND" });
  await deps.db.partner.update({ where: { id: grocer.id }, data: { status: "SUSPENDED" } });
  await expect(ask({})).rejects.toMatchObject({ code: "PARTNER_NOT_ACTIVE" });
});

test("a quote is good for a while and says until when", async () => {
  const { deps, clock, grocer, ana } = await world();
  const quote = await quotePurchase(deps, grocer.till, { member: { memberId: ana.id }, totalE6: 10_000_000n });
  expect(quote.quotedAt).toEqual(clock.now());
  expect(quote.expiresAt.getTime() - quote.quotedAt.getTime()).toBe(600_000);
});
