import { expect, test } from "vitest";
import { checkAddsUp, type Receipt, type ReceiptLine } from "./purchase.ts";
import { InvalidReceipt, ReceiptDoesNotAddUp } from "./refusals.ts";

const currency = { pointValueE6: 10_000n, minorUnitE6: 10_000n };
const bread: ReceiptLine = {
  seq: 1,
  sku: "bread",
  name: "Bread",
  category: "bakery",
  brand: null,
  kind: "GOODS",
  quantityMilli: 2_000n,
  unitPriceE6: 1_500_000n,
  amountE6: 2_800_000n,
  discountE6: 200_000n,
};
const cheese: ReceiptLine = {
  ...bread,
  seq: 2,
  sku: "cheese",
  quantityMilli: 735n,
  unitPriceE6: 3_990_000n,
  amountE6: 2_930_000n,
  discountE6: 0n,
};
const good: Receipt = {
  partnerId: "ptn_1",
  locationId: null,
  occurredAt: new Date("2026-03-02T10:00:00Z"),
  lines: [bread, cheese],
  totalE6: 5_730_000n,
  payments: [],
  pointsSpent: 0n,
};

test("a receipt whose lines are rounded to the smallest coin adds up", () => {
  expect(() => checkAddsUp(good, currency)).not.toThrow();
});

test("money and points together pay the whole receipt", () => {
  const payments = [{ means: "CASH" as const, amountE6: 4_730_000n }];
  expect(() => checkAddsUp({ ...good, payments, pointsSpent: 100n }, currency)).not.toThrow();
});

test.each<[string, Partial<Receipt>, number | null]>([
  ["a line off by a whole coin", { lines: [{ ...bread, amountE6: 2_790_000n }, cheese] }, 1],
  ["lines that sum to another total", { totalE6: 5_740_000n }, null],
  ["payments that sum to another total", { payments: [{ means: "CARD", amountE6: 5_000_000n }] }, null],
  ["points worth more than the receipt", { pointsSpent: 574n }, null],
])("%s does not add up", (_what, change, line) => {
  expect(refusalOf({ ...good, ...change })).toMatchObject({ code: "RECEIPT_DOES_NOT_ADD_UP", line });
  expect(refusalOf({ ...good, ...change })).toBeInstanceOf(ReceiptDoesNotAddUp);
});

test.each<[string, Partial<Receipt>]>([
  ["no lines", { lines: [] }],
  ["two lines of one number", { lines: [bread, { ...cheese, seq: 1 }] }],
  ["a quantity of zero", { lines: [{ ...bread, quantityMilli: 0n }, cheese] }],
  ["a negative amount", { lines: [{ ...bread, amountE6: -2_800_000n }, cheese] }],
  ["a negative total", { totalE6: -1n }],
  ["a total beyond all tills", { totalE6: 1_000_000_001_000_000n }],
  ["a negative payment", { payments: [{ means: "CASH", amountE6: -1n }] }],
  ["negative points", { pointsSpent: -1n }],
])("a receipt with %s is refused", (_what, change) => {
  expect(refusalOf({ ...good, ...change })).toBeInstanceOf(InvalidReceipt);
});

function refusalOf(receipt: Receipt): unknown {
  try {
    checkAddsUp(receipt, currency);
  } catch (refusal) {
    return refusal;
  }
  return null;
}
