import { expect, test } from "vitest";
import { noCampaigns } from "./campaign-set.ts";
import { pointsOf } from "./effects.ts";
import { type EarnTerms, evaluate } from "./evaluate.ts";
import type { Receipt, ReceiptLine } from "./purchase.ts";

const now = new Date("2026-03-02T10:00:00Z");
const terms: EarnTerms = {
  contractId: "ctr_1",
  contractVersion: 1,
  earnBps: 200,
  mayIssue: true,
  pointValueE6: 10_000n,
  minorUnitE6: 10_000n,
};

test("2 % back on 100.00 gives 200 points worth 0.01 each", () => {
  const { effects, explanation } = ask(receipt([100_000_000n]));
  const parts = { total: 200n, byLine: [200n] };
  expect(effects).toEqual([{ kind: "points", source: null, ...parts, funders: [{ partnerId: "ptn_1", ...parts }] }]);
  expect(explanation.steps[0]).toMatchObject({ rule: "BASE", applied: true, points: "200", unrounded: "200" });
});

test("points are given only on the part paid in money: 90.00 with 20.00 in points gives 140", () => {
  const { explanation } = ask({ ...receipt([90_000_000n]), pointsSpent: 2_000n });
  expect(explanation.points).toBe("140");
  expect(explanation.steps[0]?.inputs).toContainEqual({ name: "moneyPart", value: "70.00" });
});

test("the rounding happens once for the receipt, downwards, and is shown", () => {
  const { explanation } = ask(receipt([490_000n, 490_000n, 490_000n]));
  expect(explanation).toMatchObject({ points: "2", steps: [{ unrounded: "2.94", rounding: "DOWN" }] });
});

test("each line knows its share of the points, and the shares lose nothing", () => {
  const asked = receipt([10_000_000n, 20_000_000n, 3_330_000n]);
  const { points, byLine } = pointsOf(ask(asked), asked.lines.length);
  expect({ points, byLine }).toEqual({ points: 66n, byLine: [20n, 40n, 6n] });
});

test("a partner that may not issue gives nothing, and the explanation says so", () => {
  const { effects, explanation } = evaluate({
    ...question(receipt([100_000_000n])),
    terms: { ...terms, mayIssue: false },
  });
  expect(effects).toEqual([]);
  expect(explanation.steps[0]).toMatchObject({ applied: false, because: "PARTNER_MAY_NOT_ISSUE", points: "0" });
});

test("a receipt paid wholly with points earns nothing", () => {
  const { effects, explanation } = ask({ ...receipt([10_000_000n]), pointsSpent: 1_000n });
  expect(effects).toEqual([]);
  expect(explanation.steps[0]?.because).toBe("NOTHING_PAID_IN_MONEY");
});

test("the same question gives the same bytes", () => {
  const asked = receipt([1_230_000n, 9_990_000n]);
  expect(JSON.stringify(ask(asked).explanation)).toBe(JSON.stringify(ask(asked).explanation));
});

function ask(asked: Receipt) {
  return evaluate(question(asked));
}

function question(asked: Receipt) {
  const place = { partnerCode: "grocer", locationCode: null, timeZone: "UTC" };
  const member = { memberId: "mem_1" };
  return { receipt: asked, member, campaigns: noCampaigns, room: new Map(), terms, place, now };
}

function receipt(amounts: bigint[]): Receipt {
  const lines = amounts.map((amountE6, index) => line(index + 1, amountE6));
  const totalE6 = amounts.reduce((all, amount) => all + amount, 0n);
  return { partnerId: "ptn_1", locationId: null, occurredAt: now, lines, totalE6, payments: [], pointsSpent: 0n };
}

function line(seq: number, amountE6: bigint): ReceiptLine {
  const one = { quantityMilli: 1_000n, unitPriceE6: amountE6, amountE6, discountE6: 0n };
  return { seq, sku: `sku-${seq}`, name: "Bread", category: "bakery", brand: null, kind: "GOODS", ...one };
}
