import { afterAll, beforeAll, expect, test } from "vitest";
import { type Golden, goldenCoalition, openBooks } from "#api/test/golden/coalition.ts";
import { closeDecember } from "#api/test/golden/february.ts";
import { afterwardsAsked, closeJanuaryAsked, settleJanuaryAsked } from "#api/test/golden/february-asked.ts";
import { january } from "#api/test/golden/january.ts";
import { type Books, readBooks } from "#api/test/golden/read-books.ts";
import expected from "#api/test/golden/settlement.json" with { type: "json" };

/** The worked example once more: from the close on, the office does everything by the portal's mutations. */
let golden: Golden;
let books: Books;

beforeAll(async () => {
  golden = await goldenCoalition();
  await openBooks(golden);
  const cycleId = await closeDecember(golden);
  const fuel = await january(golden);
  await closeJanuaryAsked(golden, cycleId);
  await settleJanuaryAsked(golden, cycleId);
  await afterwardsAsked(golden, fuel);
  books = await readBooks(golden);
}, 120_000);

afterAll(async () => {
  await golden.deps.ledger.close();
  await golden.database.close();
});

test("over the API, every line of every entry is the example's", () => {
  expect(books.entries).toEqual(expected.entries.map(({ note: _note, unit_sums: _sums, ...entry }) => entry));
});

test.for([
  ["pre_close", "E25"],
  ["post_net", "E26"],
  ["cy1_settled", "E36"],
  ["end", "E40"],
] as const)("over the API, every account's balance at %s is the example's", ([checkpoint, last]) => {
  expect(books.balancesAfter(last)).toEqual(expected.balances[checkpoint]);
});

test("the seven bank lines came in files, and the books stand where the bank stands", async () => {
  expect(books.bank).toEqual(expected.bank);
  const last = await golden.deps.db.bankStatement.findFirstOrThrow({ orderBy: { id: "desc" } });
  expect(Number(last.closingE6)).toBe(expected.balances.cy1_settled["M:BANK_SETTLEMENT"]);
});
