import fc from "fast-check";
import { expect, test } from "vitest";
import { minorUnitE6 } from "#api/kernel/money.ts";
import { nettings, type Position } from "#api/ledger/nettings.ts";

const amount = fc.bigInt({ min: 0n, max: 10n ** 15n });
const positions = fc
  .uniqueArray(
    fc.record({ partnerId: fc.uuid(), openingE6: fc.bigInt(-9_999n, 9_999n), debitE6: amount, creditE6: amount }),
    {
      selector: ({ partnerId }) => partnerId,
      maxLength: 40,
    },
  )
  .map((rows): Position[] => rows);
const digits = fc.constantFrom(0, 2, 3);
const sum = (amounts: readonly bigint[]) => amounts.reduce((total, one) => total + one, 0n);

test("netting gives the same obligations in whatever order partners come", () => {
  const shuffled = positions.chain((rows) =>
    fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length, maxLength: rows.length })),
  );
  fc.assert(
    fc.property(shuffled, digits, ([rows, other], d) => {
      expect(nettings(other, d)).toEqual(nettings(rows, d));
    }),
  );
});

test("what is settled and what is carried add up to the positions, to the millionth", () => {
  fc.assert(
    fc.property(positions, digits, (rows, d) => {
      const nets = nettings(rows, d);
      const settled = sum(nets.map(({ amountMinor }) => amountMinor * minorUnitE6(d)));
      const carried = sum(nets.map(({ carriedE6 }) => carriedE6));
      expect(settled + carried).toBe(sum(rows.map((row) => row.openingE6 + row.debitE6 - row.creditE6)));
    }),
  );
});

test("a carry is less than one minor unit and never on the other side of the net", () => {
  fc.assert(
    fc.property(positions, digits, (rows, d) => {
      for (const { netE6, carriedE6, amountMinor } of nettings(rows, d)) {
        expect(carriedE6 < minorUnitE6(d) && -carriedE6 < minorUnitE6(d)).toBe(true);
        expect(carriedE6 * netE6 >= 0n && amountMinor * netE6 >= 0n).toBe(true);
      }
    }),
  );
});

test("the direction follows the settled amount, not the remainder", () => {
  const carriedOnly = { partnerId: "a", openingE6: 0n, debitE6: 7_500n, creditE6: 0n };
  const payer = { partnerId: "b", openingE6: 0n, debitE6: 152_007_500n, creditE6: 0n };
  const payee = { partnerId: "c", openingE6: 0n, debitE6: 31_000_000n, creditE6: 127_500_000n };
  expect(nettings([carriedOnly, payer, payee], 2)).toMatchObject([
    { amountMinor: 0n, carriedE6: 7_500n, direction: "NIL" },
    { amountMinor: 15_200n, carriedE6: 7_500n, direction: "PAY_IN" },
    { amountMinor: -9_650n, carriedE6: 0n, direction: "PAY_OUT" },
  ]);
});
