import fc from "fast-check";
import { expect, test } from "vitest";
import { lineKinds } from "#api/engine/purchase.ts";
import { soldLinesOf, storedLines } from "./stored.ts";

const amount = fc.oneof(fc.constant(0n), fc.bigInt(0n, 10n ** 15n));
const line = fc.record({
  seq: fc.integer({ min: 1, max: 500 }),
  kind: fc.constantFrom(...lineKinds),
  sku: fc.string(),
  name: fc.string(),
  category: fc.string(),
  brand: fc.option(fc.string()),
  quantityMilli: fc.oneof(fc.constant(1_000n), fc.bigInt(1n, 10n ** 9n)),
  unitPriceE6: amount,
  amountE6: amount,
  discountE6: amount,
  pointsEarned: amount,
  pointsSpent: amount,
});

test("a receipt's lines are read as they were kept, whatever is usual about them", () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 5 }), (lines) => {
      expect(soldLinesOf(JSON.parse(JSON.stringify(storedLines(lines))))).toEqual(lines);
    }),
  );
});

test("of a usual line only its goods, its price and its points are kept", () => {
  const usual = { seq: 1, kind: "GOODS", sku: "7", name: "Tea", category: "tea", brand: null } as const;
  const price = { quantityMilli: 1_000n, unitPriceE6: 2_500_000n, amountE6: 2_500_000n, discountE6: 0n };
  expect(storedLines([{ ...usual, ...price, pointsEarned: 2n, pointsSpent: 0n }])).toEqual([
    ["7", "Tea", "tea", null, "2500000", "2"],
  ]);
});
