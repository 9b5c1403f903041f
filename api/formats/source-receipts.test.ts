import { Readable } from "node:stream";
import { describe, expect, test } from "vitest";
import { type ImportProfile, importProfile } from "./import-profile.ts";
import { returnMatcher } from "./match-returns.ts";
import { type SourceReceipt, sourceReceipts, type Taken } from "./source-receipts.ts";

const profile = (over: object = {}): ImportProfile =>
  importProfile.parse({
    name: "a-bank",
    about: "A test's own file.",
    csv: { delimiter: ";" },
    numbers: { decimal: ",", thousands: "." },
    time: { column: "day", pattern: "dd.MM.yyyy", zone: "Europe/Minsk" },
    rowId: ["receipt", "item"],
    receipt: ["receipt"],
    currency: { code: "BYN", column: "money" },
    member: { column: "who", pattern: "^card-(\\d+)$", kind: "CARD", cardPrefix: "990100" },
    partner: { column: "shop" },
    line: { amount: "amount", sku: "item", discounts: ["off"] },
    negativeAmounts: "RETURN",
    skip: [{ column: "item", is: ["bag"], because: "Bags are free." }],
    ...over,
  });

const header = "receipt;item;day;who;shop;amount;off;money";

async function read(rows: string, over: object = {}): Promise<Taken[]> {
  const taken: Taken[] = [];
  for await (const one of sourceReceipts(Readable.from([`${header}\n${rows}`]), profile(over))) taken.push(one);
  return taken;
}

const receipts = (taken: readonly Taken[]) => taken.flatMap((one) => ("receipt" in one ? [one.receipt] : []));
const leftOut = (taken: readonly Taken[]) =>
  taken.flatMap((one) => ("leftOut" in one ? [[one.leftOut.line, one.leftOut.outcome, one.leftOut.reason]] : []));

describe("rows become receipts", () => {
  test("adjacent rows of one number are one receipt, exact to the last digit", async () => {
    const taken = await read(
      '1;milk;05.03.2026;card-42;"Corner; ""Shop""";1.002,30;0,10;BYN\n1;bread;05.03.2026;card-42;"Corner; ""Shop""";0,01;0;BYN\n',
    );
    expect(taken).toHaveLength(1);
    const [receipt] = receipts(taken);
    expect(receipt).toMatchObject({
      kind: "PURCHASE",
      receiptNumber: "1",
      on: "2026-03-05",
      totalE6: 1_002_310_000n,
      partner: { name: 'Corner; "Shop"', category: "other" },
      rows: [
        { line: 2, rowId: "1/milk" },
        { line: 3, rowId: "1/bread" },
      ],
    });
    expect(receipt?.member.value).toBe("9901000000000423");
    expect(receipt?.lines.map(({ amountE6, discountE6, sku }) => [amountE6, discountE6, sku])).toEqual([
      [1_002_300_000n, 100_000n, "milk"],
      [10_000n, 0n, "bread"],
    ]);
  });

  test("an amount below zero is a return of that amount", async () => {
    const [receipt] = receipts(await read("7;x;05.03.2026;card-1;Shop;-5,00;0;BYN\n"));
    expect(receipt).toMatchObject({ kind: "RETURN", totalE6: 5_000_000n });
  });
});

describe("bad rows are refused by line and reason, and the rest goes on", () => {
  test("each kind of badness has its reason", async () => {
    const taken = await read(
      [
        "1;x;31.02.2026;card-1;Shop;1,00;0;BYN",
        "2;x;01.02.2026;;Shop;1,00;0;BYN",
        "3;x;01.02.2026;Ana;Shop;1,00;0;BYN",
        "4;x;01.02.2026;card-1;Shop;1.00;0;BYN",
        "5;x;01.02.2026;card-1;Shop;1,00;0;EUR",
        "6;x;01.02.2026;card-1;;1,00;0;BYN",
        "7;x;01.02.2026;card-1;Shop;1,00",
        "8;bag;01.02.2026;card-1;Shop;0,00;0;BYN",
        "9;x;01.02.2026;card-1;Shop;1,00;0;BYN",
      ].join("\n"),
    );
    expect(leftOut(taken).sort(([a], [b]) => Number(a) - Number(b))).toEqual([
      [2, "REFUSED", "BAD_TIME"],
      [3, "REFUSED", "NO_MEMBER"],
      [4, "REFUSED", "BAD_MEMBER"],
      [5, "REFUSED", "BAD_AMOUNT"],
      [6, "REFUSED", "FOREIGN_CURRENCY"],
      [7, "REFUSED", "NO_PARTNER"],
      [8, "REFUSED", "MALFORMED_ROW"],
      [9, "SKIPPED", "NO_PURCHASE"],
    ]);
    expect(receipts(taken).map(({ receiptNumber }) => receiptNumber)).toEqual(["9"]);
  });

  test("one bad line spoils its whole receipt, and each of its rows says so", async () => {
    const taken = await read(
      "1;x;01.02.2026;card-1;Shop;1,00;0;BYN\n1;y;01.02.2026;card-1;Shop;one;0;BYN\n2;x;01.02.2026;card-1;Shop;1,00;0;BYN\n",
    );
    expect(leftOut(taken)).toEqual([
      [2, "REFUSED", "BAD_AMOUNT"],
      [3, "REFUSED", "BAD_AMOUNT"],
    ]);
    expect(receipts(taken)).toHaveLength(1);
  });

  test("rows of one receipt that name two members are no receipt", async () => {
    const taken = await read("1;x;01.02.2026;card-1;Shop;1,00;0;BYN\n1;y;01.02.2026;card-2;Shop;1,00;0;BYN\n");
    expect(leftOut(taken).map(([, , reason]) => reason)).toEqual(["RECEIPT_DISAGREES", "RECEIPT_DISAGREES"]);
  });

  test("a line number counts the file's lines, also after a cell with a line break and an empty line", async () => {
    const taken = await read('1;x;01.02.2026;card-1;"The\nShop";1,00;0;BYN\n\n2;x;never;card-1;Shop;1,00;0;BYN\n');
    expect(leftOut(taken)).toEqual([[5, "REFUSED", "BAD_TIME"]]);
  });

  test("a quote that never closes ends the reading with a line and a reason; what came before counts", async () => {
    const taken = await read('1;x;01.02.2026;card-1;Shop;1,00;0;BYN\n2;x;01.02.2026;card-1;"Shop;1,00;0;BYN\n');
    expect(receipts(taken)).toHaveLength(1);
    expect(leftOut(taken)).toEqual([[3, "REFUSED", "MALFORMED_ROW"]]);
  });

  test("a file without the columns the profile names is refused before its first row", async () => {
    await expect(read("", { line: { amount: "sum" } })).rejects.toThrow("no column sum");
  });
});

describe("a return finds its purchase", () => {
  const receiptAt = (receiptNumber: string, over: Partial<SourceReceipt> = {}): SourceReceipt => ({
    kind: "PURCHASE",
    rows: [{ line: Number(receiptNumber), rowId: receiptNumber }],
    receiptNumber,
    at: new Date("2026-03-05T09:00:00Z"),
    on: "2026-03-05",
    member: { kind: "CARD", value: "9901000000000423" },
    partner: { name: "Shop", category: "other" },
    location: null,
    totalE6: 5_000_000n,
    lines: [],
    ...over,
  });

  test("the nearest before it, each purchase once, and then none", () => {
    const matcher = returnMatcher();
    matcher.remember(receiptAt("1"));
    matcher.remember(receiptAt("2"));
    expect(matcher.match(receiptAt("3"))?.receiptNumber).toBe("2");
    expect(matcher.match(receiptAt("4"))?.receiptNumber).toBe("1");
    expect(matcher.match(receiptAt("5"))).toBeNull();
  });

  test("never another member's, partner's or amount's", () => {
    const matcher = returnMatcher();
    matcher.remember(receiptAt("1"));
    expect(matcher.match(receiptAt("2", { totalE6: 5_000_001n }))).toBeNull();
    expect(matcher.match(receiptAt("2", { partner: { name: "Other", category: "other" } }))).toBeNull();
    expect(matcher.match(receiptAt("2", { member: { kind: "CARD", value: "1" } }))).toBeNull();
  });
});
