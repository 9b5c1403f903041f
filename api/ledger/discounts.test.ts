import { expect, test } from "vitest";
import { newId } from "#api/kernel/ids.ts";
import { ExposureLimitExceeded } from "#api/ledger/refusals.ts";
import { earn, teller } from "#api/test/teller.ts";
import { type World, world } from "#api/test/world.ts";

/** What stands on an account, in millionths, debit positive. */
async function balance({ deps }: World, account: "POSITION" | "OP_DISCOUNT_COST", ownerId = ""): Promise<bigint> {
  const { _sum } = await deps.db.line.aggregate({ where: { account, ownerId }, _sum: { amount: true } });
  return _sum.amount ?? 0n;
}

const bought = (memberId: string, fundedE6: bigint) => ({
  id: newId("purchase"),
  memberId,
  ...{ receiptNumber: "1", businessDate: "2026-03-10", lines: [], payments: [], explanation: {} },
  ...{ totalE6: 0n, paidE6: 0n, pointsEarned: 0n, pointsSpent: 0n, fundedE6 },
});

test("others pay their shares of a discount to whoever gave it, and get them back with the goods", async () => {
  const w = await world();
  const tell = teller(w);
  const purchase = bought(w.ana.id, 900n);
  const { id: purchaseId } = purchase;
  const discount = { purchaseId, memberId: w.ana.id, payeeId: w.pharmacy.id };
  const parts = [
    { payerId: w.grocer.id, amountE6: 600n },
    { payerId: w.pharmacy.id, amountE6: 100n },
    { payerId: null, amountE6: 300n },
  ];
  await tell({ at: w.pharmacy, purchase }, { kind: "fundDiscount", ...discount, parts });
  expect(await balance(w, "POSITION", w.grocer.id)).toBe(600n);
  expect(await balance(w, "POSITION", w.pharmacy.id)).toBe(-900n);
  expect(await balance(w, "OP_DISCOUNT_COST")).toBe(300n);
  const slip = { id: newId("purchaseReturn"), purchaseId, memberId: w.ana.id, seq: 0, receiptNumber: "2", lines: [] };
  const nothing = { amountE6: 0n, paidE6: 0n, last: false, pointsClawed: 0n, pointsRestored: 0n };
  const half = parts.map((part) => ({ ...part, amountE6: part.amountE6 / 2n }));
  await tell(
    { at: w.pharmacy, purchaseReturn: { ...slip, ...nothing, fundedE6: 450n } },
    { kind: "returnDiscount", ...discount, parts: half },
  );
  expect(await balance(w, "POSITION", w.grocer.id)).toBe(300n);
  expect(await balance(w, "POSITION", w.pharmacy.id)).toBe(-450n);
  expect(await balance(w, "OP_DISCOUNT_COST")).toBe(150n);
});

test("who may not come to owe more pays for no discount, and is still paid for its own", async () => {
  const w = await world();
  const tell = teller(w);
  await w.deps.db.exposure.update({ where: { partnerId: w.grocer.id }, data: { limitE6: 0n } });
  const discountBy = (payerId: string, payeeId: string) => {
    const purchase = bought(w.ana.id, 5n);
    const discount = { purchaseId: purchase.id, memberId: w.ana.id, payeeId, parts: [{ payerId, amountE6: 5n }] };
    return tell({ at: w.pharmacy, purchase }, { kind: "fundDiscount", ...discount });
  };
  await expect(discountBy(w.grocer.id, w.pharmacy.id)).rejects.toBeInstanceOf(ExposureLimitExceeded);
  await discountBy(w.pharmacy.id, w.grocer.id);
});

test("points of one receipt are taken back from whom they were", async () => {
  const w = await world();
  const tell = teller(w);
  const purchase = { ...bought(w.ana.id, 0n), pointsEarned: 100n };
  const memberId = w.ana.id;
  await tell(
    { at: w.grocer, purchase },
    earn(w.grocer, memberId, 60n, purchase.id),
    earn(w.pharmacy, memberId, 40n, purchase.id),
  );
  await tell({}, { kind: "clawback", memberId, purchaseId: purchase.id, points: 30n, issuerId: w.pharmacy.id });
  const left = async (issuerId: string) => (await w.deps.db.lot.findFirstOrThrow({ where: { issuerId } })).available;
  expect([await left(w.grocer.id), await left(w.pharmacy.id)]).toEqual([60n, 10n]);
});
