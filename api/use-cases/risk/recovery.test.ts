import fc from "fast-check";
import { expect, test } from "vitest";
import { type OpenLayer, repay } from "#api/use-cases/risk/recovery.ts";
import { layersOf } from "#api/use-cases/risk/waterfall.ts";

const money = fc.bigInt({ min: 0n, max: 10n ** 12n });
const pools = fc.uniqueArray(fc.record({ partnerId: fc.uuid(), lossPoolE6: money }), {
  selector: (pool) => pool.partnerId,
  maxLength: 8,
});
const defaults = fc.record({
  amountE6: fc.bigInt({ min: 1n, max: 10n ** 13n }),
  collateralE6: money,
  lossPoolE6: money,
  operatorFirstLossE6: money,
  survivors: pools,
});

const opened = (given: Parameters<typeof layersOf>[0]): OpenLayer[] =>
  layersOf(given).map(({ account, ownerId, amountE6 }, seq) => ({ seq, account, ownerId, openE6: amountE6 }));

test("the example's default comes back to the survivors, the operator, the pool and the collateral, in this order", () => {
  const survivors = ["a", "b"].map((partnerId) => ({ partnerId, lossPoolE6: 2_000_000n }));
  const own = { partnerId: "c", collateralE6: 6_000_000n, lossPoolE6: 2_000_000n, operatorFirstLossE6: 1_500_000n };
  const layers = opened({ ...own, amountE6: 11_350_000n, survivors });
  const told = (amountE6: bigint) =>
    repay(amountE6, layers, "c").map((part) => [part.account, part.ownerId, part.amountE6]);
  expect(told(1_000_001n)).toEqual([
    ["LOSS_POOL", "a", 500_001n],
    ["LOSS_POOL", "b", 500_000n],
  ]);
  expect(told(11_350_000n)).toEqual([
    ["LOSS_POOL", "a", 925_000n],
    ["LOSS_POOL", "b", 925_000n],
    ["DEFAULT_LOSS", "", 1_500_000n],
    ["LOSS_POOL", "c", 2_000_000n],
    ["COLLATERAL", "c", 6_000_000n],
  ]);
});

test("what no bound covered comes back before the survivors' pool", () => {
  const own = { partnerId: "c", collateralE6: 1n, lossPoolE6: 0n, operatorFirstLossE6: 10n };
  const layers = opened({ ...own, amountE6: 100n, survivors: [{ partnerId: "a", lossPoolE6: 20n }] });
  expect(repay(70n, layers, "c").map(({ seq, amountE6 }) => [seq, amountE6])).toEqual([
    [4, 69n],
    [3, 1n],
  ]);
});

test("in any number of parts, each part is shared out exactly, nobody gets more than it gave, and in the end all is back", () => {
  fc.assert(
    fc.property(defaults, fc.array(fc.nat({ max: 1_000 }), { maxLength: 6 }), (given, weights) => {
      const layers = opened({ ...given, partnerId: "defaulter" });
      const parts = [...weights.map((weight) => (given.amountE6 * BigInt(weight)) / 7_000n), 0n];
      parts[parts.length - 1] = given.amountE6 - parts.reduce((sum, part) => sum + part, 0n);
      for (const part of parts) {
        const repaid = repay(part, layers, "defaulter");
        expect(repaid.reduce((sum, one) => sum + one.amountE6, 0n)).toBe(part);
        for (const { seq, amountE6 } of repaid) {
          const layer = layers.find((one) => one.seq === seq);
          if (layer) layer.openE6 -= amountE6;
        }
        expect(layers.filter(({ openE6 }) => openE6 < 0n)).toEqual([]);
        const open = layers.filter(({ openE6 }) => openE6 > 0n).map(({ seq }) => seq);
        const later = repaid.map(({ seq }) => seq);
        const isSurvivor = (seq: number) =>
          layers[seq]?.account === "LOSS_POOL" && layers[seq]?.ownerId !== "defaulter";
        const overtaken = open.filter((seq) => later.some((one) => one < seq && !(isSurvivor(one) && isSurvivor(seq))));
        expect(overtaken).toEqual([]);
      }
      expect(layers.every(({ openE6 }) => openE6 === 0n)).toBe(true);
    }),
  );
});
