import { expect, test } from "vitest";
import {
  ask,
  campaign,
  e6,
  fixedPoints,
  line,
  percentOff,
  percentPoints,
  receipt,
  receiptOf,
  rule,
  stepOf,
} from "#api/test/engine.ts";
import type { Campaign } from "./campaign.ts";
import { discountsOf, pointsOf } from "./effects.ts";

const off = (id: string, bps: number, stacking: Record<string, unknown> = {}) =>
  campaign({ id, stacking, rules: [rule([], [percentOff(bps)])] });
const discountOn = (amount: string, campaigns: readonly Campaign[]) =>
  discountsOf(ask(receiptOf(amount), { campaigns }), 1).amountE6;

test("discounts follow each other by priority, each on what the one before left", () => {
  const fiveOff = campaign({
    id: "cmp_b",
    stacking: { priority: 900 },
    rules: [rule([], [{ kind: "discount", take: { by: "AMOUNT", amount: "5.00" } }])],
  });
  expect(discountOn("50.00", [off("cmp_a", 1_000), fiveOff])).toBe(e6("9.50"));
});

test("of the best-of campaigns of a group only the one worth most applies, whatever it gives", () => {
  const best = { mode: "BEST" };
  const points = campaign({ id: "cmp_c", stacking: best, rules: [rule([], [fixedPoints("400")])] });
  const evaluation = ask(receiptOf("30.00"), {
    campaigns: [off("cmp_a", 500, best), off("cmp_b", 1_000, best), points],
  });
  expect(evaluation.effects.map(({ kind, source }) => [kind, source?.campaignId])).toEqual([
    ["points", undefined],
    ["points", "cmp_c"],
  ]);
  expect([stepOf(evaluation, 1), stepOf(evaluation, 2)]).toMatchObject([
    { because: "BETTER", about: "cmp_c" },
    { because: "BETTER", about: "cmp_c" },
  ]);
});

test("the best one whose budget is spent makes room for the next best", () => {
  const best = { mode: "BEST" };
  const limits = [{ unit: "MONEY", most: "100.00", scope: "CAMPAIGN", period: "EVER" }];
  const rich = campaign({ id: "cmp_a", stacking: best, limits, rules: [rule([], [percentOff(2_000)])] });
  const evaluation = ask(receiptOf("50.00"), {
    campaigns: [rich, off("cmp_b", 1_000, best)],
    room: { "campaign:cmp_a:all:money:ever": e6("9.99") },
  });
  expect(discountsOf(evaluation, 1).amountE6).toBe(e6("5.00"));
  expect(stepOf(evaluation)).toMatchObject({ because: "LIMIT", about: "campaign:cmp_a:all:money:ever" });
});

test("an exclusive campaign that comes first applies alone; one that comes later stands back", () => {
  const exclusive = (priority: number) => [off("cmp_a", 1_000), off("cmp_x", 500, { exclusive: true, priority })];
  expect(discountOn("100.00", exclusive(900))).toBe(e6("5.00"));
  expect(discountOn("100.00", exclusive(100))).toBe(e6("10.00"));
});

test("an exclusive campaign that would give nothing keeps nobody away", () => {
  const nothing = campaign({
    id: "cmp_x",
    stacking: { exclusive: true, priority: 900 },
    rules: [rule([], [percentOff(500, { where: 'line.category == "books"' })])],
  });
  expect(discountOn("100.00", [off("cmp_a", 1_000), nothing])).toBe(e6("10.00"));
});

test("points multiplied twice add up: twice and three times make four times", () => {
  const times = (id: string, much: string) => campaign({ id, rules: [rule([], [{ kind: "multiply", times: much }])] });
  const evaluation = ask(receiptOf("100.00"), { campaigns: [times("cmp_a", "2"), times("cmp_b", "3")] });
  expect(pointsOf(evaluation, 1).points).toBe(800n);
});

test("a cost is split between who funds it, line by line, with nothing lost", () => {
  const funding = [
    { funder: "ISSUER", bps: 6_000 },
    { funder: "ptn_fuel", bps: 2_500 },
    { funder: "OPERATOR", bps: 1_500 },
  ];
  const shared = campaign({ funding, rules: [rule([], [percentPoints(1_000)])] });
  const lines = [line(1, "1.30"), line(2, "2.30"), line(3, "0.70")];
  const { effects } = ask(receipt(lines), { campaigns: [shared], terms: { earnBps: 0 } });
  expect(effects).toMatchObject([
    {
      total: 43n,
      byLine: [13n, 23n, 7n],
      funders: [
        { partnerId: "ptn_grocer", total: 26n },
        { partnerId: "ptn_fuel", total: 11n },
        { partnerId: null, total: 6n },
      ],
    },
  ]);
});

test("where the partner may not issue, others may still pay for points", () => {
  const paidBy = (id: string, funder: string) =>
    campaign({ id, funding: [{ funder, bps: 10_000 }], rules: [rule([], [fixedPoints("50")])] });
  const campaigns = [paidBy("cmp_a", "ISSUER"), paidBy("cmp_b", "OPERATOR")];
  const evaluation = ask(receiptOf("10.00"), { campaigns, terms: { mayIssue: false } });
  expect(pointsOf(evaluation, 1).points).toBe(50n);
  expect(stepOf(evaluation)).toMatchObject({ applied: false, because: "PARTNER_MAY_NOT_ISSUE" });
});

test("the till's own word: no more is funded than it took off, and no more than is granted", () => {
  const tenOff = off("cmp_a", 1_000);
  const given = (amount: string, campaignId = "cmp_a") => {
    const paid = e6("100.00") - e6(amount);
    return ask(
      receipt([line(1, "100.00", { amountE6: paid, discountE6: e6(amount) })], {
        given: [{ seq: 1, campaignId, amountE6: e6(amount) }],
      }),
      { campaigns: [tenOff] },
    );
  };
  expect([given("10.00"), given("8.00"), given("12.00")].map((one) => discountsOf(one, 1).amountE6)).toEqual([
    e6("10.00"),
    e6("8.00"),
    e6("10.00"),
  ]);
  expect(given("12.00").differences).toEqual([
    { seq: 1, campaignId: "cmp_a", givenE6: e6("12.00"), grantedE6: e6("10.00") },
  ]);
  expect(given("3.00", "cmp_none").differences).toEqual([
    { seq: 1, campaignId: "cmp_a", givenE6: 0n, grantedE6: e6("10.00") },
    { seq: 1, campaignId: "cmp_none", givenE6: e6("3.00"), grantedE6: 0n },
  ]);
  expect(stepOf(given("3.00", "cmp_none"))).toMatchObject({ applied: false, because: "NOT_TAKEN_OFF" });
});

test("what cannot be computed for a receipt is said, and stops nothing else", () => {
  const divides = campaign({
    id: "cmp_a",
    rules: [rule(["10 / receipt.day - 2 > 0 || 1 / (receipt.day - 2) > 0"], [percentOff(500)])],
  });
  const evaluation = ask(receiptOf("100.00"), { campaigns: [divides, off("cmp_b", 1_000)] });
  expect(stepOf(evaluation).because).toBe(null);
  const zero = campaign({ id: "cmp_a", rules: [rule(["1 / (receipt.day - 2) > 0"], [percentOff(500)])] });
  const after = ask(receiptOf("100.00"), { campaigns: [zero, off("cmp_b", 1_000)] });
  expect(stepOf(after)).toMatchObject({ because: "NOT_COMPUTABLE", condition: 0 });
  expect(discountsOf(after, 1).amountE6).toBe(e6("10.00"));
});
