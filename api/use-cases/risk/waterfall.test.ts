import fc from "fast-check";
import { expect, test } from "vitest";
import { waterfall } from "#api/use-cases/risk/waterfall.ts";

const pharmacy = { partnerId: "c", collateralE6: 6_000_000n, lossPoolE6: 2_000_000n, operatorFirstLossE6: 1_500_000n };
const survivors = [
  { partnerId: "a", lossPoolE6: 2_000_000n },
  { partnerId: "b", lossPoolE6: 2_000_000n },
];

test("a default eats the defaulter's own first, then the operator's, then the survivors' by their share", () => {
  expect(waterfall({ ...pharmacy, amountE6: 11_350_000n, survivors })).toEqual([
    { account: "COLLATERAL", ownerId: "c", amountE6: 6_000_000n },
    { account: "LOSS_POOL", ownerId: "c", amountE6: 2_000_000n },
    { account: "DEFAULT_LOSS", ownerId: "", amountE6: 1_500_000n },
    { account: "LOSS_POOL", ownerId: "a", amountE6: 925_000n },
    { account: "LOSS_POOL", ownerId: "b", amountE6: 925_000n },
  ]);
});

test("a small default touches nobody else", () => {
  expect(waterfall({ ...pharmacy, amountE6: 5_000_000n, survivors })).toEqual([
    { account: "COLLATERAL", ownerId: "c", amountE6: 5_000_000n },
  ]);
});

test("what no layer covers is the operator's loss too, beside its first", () => {
  const losses = waterfall({ ...pharmacy, amountE6: 20_000_000n, survivors });
  expect(losses.filter(({ account }) => account === "DEFAULT_LOSS").map(({ amountE6 }) => amountE6)).toEqual([
    1_500_000n,
    6_500_000n,
  ]);
});

const money = fc.bigInt({ min: 0n, max: 10n ** 12n });
const pools = fc.uniqueArray(fc.record({ partnerId: fc.uuid(), lossPoolE6: money }), { selector: (s) => s.partnerId });

test("layers cover the default exactly and take from nobody more than is there", () => {
  fc.assert(
    fc.property(money, money, money, money, pools, (amountE6, collateralE6, lossPoolE6, firstLoss, others) => {
      const given = {
        partnerId: "x",
        amountE6,
        collateralE6,
        lossPoolE6,
        operatorFirstLossE6: firstLoss,
        survivors: others,
      };
      const layers = waterfall(given);
      expect(layers.reduce((sum, layer) => sum + layer.amountE6, 0n)).toBe(amountE6);
      for (const { partnerId, lossPoolE6: pool } of others) {
        expect(layers.find(({ ownerId }) => ownerId === partnerId)?.amountE6 ?? 0n).toBeLessThanOrEqual(pool);
      }
    }),
  );
});
