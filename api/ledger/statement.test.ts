import { expect, test } from "vitest";
import { type StatementFacts, statement } from "#api/ledger/statement.ts";

const facts: StatementFacts = {
  cycleId: "cyc_2",
  partnerId: "ptn_a",
  version: 1,
  currency: "EUR",
  openingE6: 7_500n,
  sums: [
    { section: "FEE", originCycleId: "cyc_2", amountE6: 12_000_000n, entryCount: 1 },
    { section: "RETURN_ISSUER", originCycleId: "cyc_1", amountE6: -5_000_000n, entryCount: 1 },
    { section: "ISSUER_CHARGE", originCycleId: "cyc_2", amountE6: 140_000_000n, entryCount: 3 },
    { section: "NET", originCycleId: "cyc_2", amountE6: -147_000_000n, entryCount: 1 },
  ],
  settledE6: 147_000_000n,
  carriedE6: 7_500n,
};

test("a statement lists own items by section, then prior-cycle items, and leaves the settlement itself out", () => {
  expect(statement(facts)).toMatchObject({
    positionE6: 147_007_500n,
    lines: [
      { section: "ISSUER_CHARGE", originCycleId: null, amountE6: "140000000", entryCount: 3 },
      { section: "FEE", originCycleId: null, amountE6: "12000000", entryCount: 1 },
      { section: "RETURN_ISSUER", originCycleId: "cyc_1", amountE6: "-5000000", entryCount: 1 },
    ],
  });
});

test("the hash is of the figures, not of the order they were read in", () => {
  expect(statement({ ...facts, sums: facts.sums.toReversed() }).hash).toBe(statement(facts).hash);
  const other = facts.sums.with(0, { section: "FEE", originCycleId: "cyc_2", amountE6: 12_000_000n, entryCount: 2 });
  expect(statement({ ...facts, sums: other }).hash).not.toBe(statement(facts).hash);
});

test("figures that do not add up never become a statement", () => {
  expect(() => statement({ ...facts, carriedE6: 0n })).toThrow("147007500 is not 147000000 + 0");
});
