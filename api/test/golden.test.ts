import { afterAll, beforeAll, expect, test } from "vitest";
import { formatMoney } from "#api/kernel/money.ts";
import { readMatrices } from "#api/ledger/read/matrix.ts";
import type { StatementLine } from "#api/ledger/statement.ts";
import { type Golden, goldenCoalition, openBooks } from "#api/test/golden/coalition.ts";
import { afterwards, closeDecember, closeJanuary, settleJanuary } from "#api/test/golden/february.ts";
import { january } from "#api/test/golden/january.ts";
import { type Books, readBooks } from "#api/test/golden/read-books.ts";
import expected from "#api/test/golden/settlement.json" with { type: "json" };

/** The worked example: every event goes through the use cases, every figure is compared. */
let golden: Golden;
let books: Books;
let cycleId: string;

beforeAll(async () => {
  golden = await goldenCoalition();
  await openBooks(golden);
  cycleId = await closeDecember(golden);
  const fuel = await january(golden);
  await closeJanuary(golden, cycleId);
  await settleJanuary(golden, cycleId);
  await afterwards(golden, fuel);
  books = await readBooks(golden);
}, 60_000);

afterAll(async () => {
  await golden.deps.ledger.close();
  await golden.database.close();
});

test("every line of every entry is the example's", () => {
  expect(books.entries).toEqual(expected.entries.map(({ note: _note, unit_sums: _sums, ...entry }) => entry));
});

test("lots, redemptions with their slices, and debts are the example's", () => {
  expect(books.lots).toEqual(expected.lots.map(({ seq: _seq, ...lot }) => lot));
  expect(books.burns).toEqual(expected.burns);
  expect(books.debts).toEqual(expected.debts);
});

test("obligations and bank lines are the example's", () => {
  expect(books.obligations).toEqual(expected.obligations);
  expect(books.bank).toEqual(expected.bank);
});

test("the waterfall uses the example's layers in its order", () => {
  const used = books.entries.find(({ event }) => event === "DEFAULT_WATERFALL")?.lines.slice(1);
  expect(used?.map(({ account, amount }) => [account, amount])).toEqual(expected.waterfall);
});

test.for([
  ["pre_close", "E25"],
  ["post_net", "E26"],
  ["cy1_settled", "E36"],
  ["end", "E40"],
] as const)("every account's balance at %s is the example's", ([checkpoint, last]) => {
  expect(books.balancesAfter(last)).toEqual(expected.balances[checkpoint]);
});

test("January's statements say what each partner owes and for what", async () => {
  expect(await statementOf(golden.A.id)).toEqual({
    ISSUER_CHARGE: "182.50",
    DEBT_REPAID: "10.05",
    REDEEMER_CREDIT: "-42.5425",
    RETURN_ISSUER: "-10.00",
    FEE: "12.00",
    position: "152.0075",
  });
  expect(await statementOf(golden.B.id)).toEqual({
    ISSUER_CHARGE: "10.50",
    REDEEMER_CREDIT: "-127.50",
    RETURN_REDEEMER: "8.50",
    FEE: "12.00",
    position: "-96.50",
  });
  expect(await statementOf(golden.C.id)).toEqual({
    ISSUE_BILLING: "100.00",
    ISSUE_BILLING_REVERSED: "-29.95",
    DEBT_RECOVERED: "-10.05",
    REDEEMER_CREDIT: "-38.25",
    BREAKAGE_SHARE: "-2.40",
    FEE: "12.00",
    position: "31.35",
  });
});

async function statementOf(partnerId: string): Promise<Record<string, string>> {
  const { lines, positionE6 } = await golden.deps.db.statement.findFirstOrThrow({ where: { cycleId, partnerId } });
  const rows = (lines as StatementLine[]).map(({ section, amountE6 }) => [section, formatMoney(BigInt(amountE6))]);
  return { ...Object.fromEntries(rows), position: formatMoney(positionE6) };
}

test("January's matrix says who paid for whose redemptions", async () => {
  const { A, B, C, deps } = golden;
  const names = new Map([A, B, C].map(({ id }, i) => [id, "ABC".charAt(i)]));
  const cells = (await readMatrices(deps.db, [cycleId])).get(cycleId) ?? [];
  const rows = cells.map(({ issuerId, redeemerId, points, chargeE6, reimbursementE6, burnCount }) => {
    const pair = `${names.get(issuerId)}→${names.get(redeemerId)}`;
    return `${pair} ${points}; ${formatMoney(chargeE6)} / ${formatMoney(reimbursementE6)} in ${burnCount}`;
  });
  expect(rows.sort()).toEqual([
    "A→B 13000; 130.00 / 110.50 in 1",
    "A→C 4250; 42.50 / 38.25 in 1",
    "B→B 1000; 10.50 / 8.50 in 1",
    "C→A 5005; 50.05 / 42.5425 in 1",
  ]);
});

test("the cycle ends settled with a default, and the partner in default stops trading", async () => {
  const cycle = await golden.deps.db.cycle.findUniqueOrThrow({ where: { id: cycleId } });
  const pharmacy = await golden.deps.db.partner.findUniqueOrThrow({ where: { id: golden.C.id } });
  expect([cycle.state, pharmacy.status]).toEqual(["SETTLED_WITH_DEFAULT", "DEFAULTED"]);
});

test("the books hold every invariant at the end", async () => {
  const { rows } = await golden.database.pool.query("select * from books_invariants");
  expect(rows).toEqual([]);
});
