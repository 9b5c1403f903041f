import fc from "fast-check";
import { expect, test } from "vitest";
import { formatMoney, parseMoney, toMinor } from "#api/kernel/money.ts";

test("money reads as it is written, to the last millionth", () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }),
      (amount) => parseMoney(formatMoney(amount)) === amount,
    ),
  );
});

test.for(["", "1,5", "1.", ".5", "1e3", "0x10", "1.1234567", "--1", " 1"])("%j is not money", (text) => {
  expect(parseMoney(text)).toBeNull();
});

test("netting rounds toward zero and carries what it cut off", () => {
  expect(toMinor(12_345_678n, 2)).toEqual({ minor: 1_234n, carried: 5_678n });
  expect(toMinor(-12_345_678n, 2)).toEqual({ minor: -1_234n, carried: -5_678n });
  expect(toMinor(9_999n, 2)).toEqual({ minor: 0n, carried: 9_999n });
});
