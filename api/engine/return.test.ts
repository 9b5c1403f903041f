import fc from "fast-check";
import { expect, test } from "vitest";
import { InvalidReceipt, ReturnExceedsPurchase } from "./refusals.ts";
import { type ReturnedLine, remaining, type SoldLine, takeBack } from "./return.ts";
import { spread } from "./spread.ts";

const coffee = sold(1, { quantityMilli: 3_000n, amountE6: 9_000_000n, pointsEarned: 10n, pointsSpent: 100n });

test("a third of a line takes back a third, rounded down, and the last third the rest", () => {
  const first = takeBack([coffee], [], [{ seq: 1, quantityMilli: 1_000n }]);
  const last = takeBack([coffee], [{ seq: 1, quantityMilli: 2_000n }], [{ seq: 1, quantityMilli: 1_000n }]);
  expect(first).toEqual({ amountE6: 3_000_000n, pointsClawed: 3n, pointsRestored: 33n });
  expect(last).toEqual({ amountE6: 3_000_000n, pointsClawed: 4n, pointsRestored: 34n });
});

test("more than was bought, or a line that was not bought, cannot come back", () => {
  const tooMuch = () => takeBack([coffee], [{ seq: 1, quantityMilli: 2_500n }], [{ seq: 1, quantityMilli: 501n }]);
  expect(tooMuch).toThrow(expect.objectContaining({ code: "RETURN_EXCEEDS_PURCHASE", returnableMilli: 500n }));
  expect(() => takeBack([coffee], [], [{ seq: 9, quantityMilli: 1n }])).toThrow(ReturnExceedsPurchase);
});

test("the same line named twice counts twice", () => {
  const twice = [1, 1].map((seq) => ({ seq, quantityMilli: 2_000n }));
  expect(() => takeBack([coffee], [], twice)).toThrow(ReturnExceedsPurchase);
});

test("a return of nothing is refused", () => {
  expect(() => takeBack([coffee], [], [])).toThrow(InvalidReceipt);
  expect(() => takeBack([coffee], [], [{ seq: 1, quantityMilli: 0n }])).toThrow(InvalidReceipt);
});

test("returning part by part, in any order, undoes exactly what returning the whole at once does", () => {
  fc.assert(
    fc.property(purchases, fc.array(fc.nat(), { maxLength: 20 }), (lines, cuts) => {
      const whole = takeBack(lines, [], remaining(lines, []));
      const total = { amountE6: 0n, pointsClawed: 0n, pointsRestored: 0n };
      const before: ReturnedLine[] = [];
      for (const part of inParts(lines, cuts)) {
        const undone = takeBack(lines, before, [part]);
        total.amountE6 += undone.amountE6;
        total.pointsClawed += undone.pointsClawed;
        total.pointsRestored += undone.pointsRestored;
        before.push(part);
      }
      expect(total).toEqual(whole);
      expect(remaining(lines, before)).toEqual([]);
    }),
  );
});

test("no part of a return undoes more than its line gave or took", () => {
  fc.assert(
    fc.property(purchases, fc.nat(), (lines, cut) => {
      for (const part of inParts(lines, [cut])) {
        const { pointsClawed, pointsRestored } = takeBack(lines, [], [part]);
        const line = lines.find(({ seq }) => seq === part.seq);
        expect(pointsClawed >= 0n && pointsClawed <= (line?.pointsEarned ?? 0n)).toBe(true);
        expect(pointsRestored >= 0n && pointsRestored <= (line?.pointsSpent ?? 0n)).toBe(true);
      }
    }),
  );
});

test("spreading loses nothing and never strays a whole unit from the exact share", () => {
  const weights = fc.array(fc.bigInt(0n, 10_000_000n), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(fc.bigInt(0n, 1_000_000n), weights, (whole, parts) => {
      const shares = spread(whole, parts);
      const total = parts.reduce((all, part) => all + part, 0n);
      expect(shares.reduce((all, share) => all + share, 0n)).toBe(whole);
      for (const [index, share] of shares.entries()) {
        const off = share * total - whole * (parts[index] ?? 0n);
        expect(total === 0n || (off < total && off > -total)).toBe(true);
      }
    }),
  );
});

const purchases = fc
  .array(fc.tuple(fc.bigInt(1n, 9_000n), fc.bigInt(0n, 500_000_000n), fc.bigInt(0n, 900n), fc.bigInt(0n, 900n)), {
    minLength: 1,
    maxLength: 8,
  })
  .map((lines) =>
    lines.map(([quantityMilli, amountE6, pointsEarned, pointsSpent], index) =>
      sold(index + 1, { quantityMilli, amountE6, pointsEarned, pointsSpent }),
    ),
  );

/** Every line cut into pieces where the numbers say, the pieces turned around so that lines mix. */
function inParts(lines: SoldLine[], cuts: number[]): ReturnedLine[] {
  const parts = lines.flatMap((line, index) => {
    const cut = BigInt(cuts[index % Math.max(cuts.length, 1)] ?? 0) % line.quantityMilli;
    const pieces = [cut, line.quantityMilli - cut].filter((quantityMilli) => quantityMilli > 0n);
    return pieces.map((quantityMilli) => ({ seq: line.seq, quantityMilli }));
  });
  return parts.toReversed();
}

function sold(
  seq: number,
  facts: Pick<SoldLine, "quantityMilli" | "amountE6" | "pointsEarned" | "pointsSpent">,
): SoldLine {
  const about = { sku: `sku-${seq}`, name: "Coffee", category: "drinks", brand: null, kind: "GOODS" as const };
  return { seq, ...about, unitPriceE6: 0n, discountE6: 0n, ...facts };
}
