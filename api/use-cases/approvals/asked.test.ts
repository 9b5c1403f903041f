import { expect, test } from "vitest";
import { askedOf } from "#api/use-cases/approvals/asked.ts";

test("the second person reads every field of what is asked for, into lists and objects", () => {
  const payload = {
    itemIds: ["rec_1"],
    parts: [
      { paymentId: "pay_1", amountE6: "1" },
      { paymentId: "pay_2", amountE6: "2" },
    ],
  };
  expect(askedOf({ payload })).toEqual([
    { field: "itemIds.1", before: null, after: "rec_1" },
    { field: "parts.1.paymentId", before: null, after: "pay_1" },
    { field: "parts.1.amountE6", before: null, after: "1" },
    { field: "parts.2.paymentId", before: null, after: "pay_2" },
    { field: "parts.2.amountE6", before: null, after: "2" },
  ]);
});

test("and how it stood where the request kept that", () => {
  const payload = { before: { dueDays: 3, writeOffMaxE6: null }, after: { dueDays: 5, writeOffMaxE6: "5000000" } };
  expect(askedOf({ payload })).toEqual([
    { field: "dueDays", before: "3", after: "5" },
    { field: "writeOffMaxE6", before: null, after: "5000000" },
  ]);
});

test("what is not asked for is not told, and terms are told beside those in force", () => {
  expect(askedOf({ payload: { partnerId: "ptn_1", memberId: null, terms: { feeBps: 1 } } })).toEqual([
    { field: "partnerId", before: null, after: "ptn_1" },
  ]);
});
