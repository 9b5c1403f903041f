import { expect, test } from "vitest";
import { ask, campaign, e6, line, percentOff, percentPoints, receipt, rule } from "#api/test/engine.ts";
import type { Effect } from "./effects.ts";
import type { Evaluation } from "./evaluate.ts";
import type { Receipt } from "./purchase.ts";
import { type ReturnedLine, remaining, type SoldLine } from "./return.ts";
import { takeBackEffects } from "./take-back.ts";

const funding = [
  { funder: "ISSUER", bps: 6_000 },
  { funder: "OPERATOR", bps: 4_000 },
];
const everything = campaign({
  funding,
  rules: [
    rule(
      [],
      [
        percentOff(1_000),
        percentPoints(500),
        { kind: "stamp", card: "coffee", size: 3, on: "LINES", give: { by: "FIXED", number: "1" } },
        { kind: "ticket", draw: "spring", give: { by: "PER_AMOUNT", number: "1", per: "5.00" } },
        { kind: "tierPoints", give: { by: "PER_AMOUNT", number: "1", per: "1.00" } },
        { kind: "gift", gift: "mug", worth: "4.00" },
        { kind: "benefit", benefit: "lounge" },
        { kind: "message", template: "thanks" },
      ],
    ),
  ],
  limits: [
    { unit: "POINTS", most: "1000", scope: "CAMPAIGN", period: "EVER" },
    { unit: "TIMES", most: "2", scope: "MEMBER", period: "EVER" },
  ],
});
const bought = receipt([
  line(1, "10.00", { quantityMilli: 2_000n, unitPriceE6: e6("5.00") }),
  line(2, "20.00", { quantityMilli: 4_000n, unitPriceE6: e6("5.00") }),
]);
const caused = ask(bought, {
  campaigns: [everything],
  windows: { 'stamps("coffee")': 1n },
  terms: { earnBps: 0 },
});

test("half of one line takes back half of what that line got, from whoever funded it", () => {
  const { effects, counts } = takenBack([], [{ seq: 2, quantityMilli: 2_000n }]);
  expect(effects).toMatchObject([
    {
      kind: "discount",
      total: e6("1.00"),
      byLine: [0n, e6("1.00")],
      funders: [{ total: e6("0.60") }, { total: e6("0.40") }],
    },
    {
      kind: "points",
      total: 45n,
      byLine: [0n, 45n],
      funders: [
        { partnerId: "ptn_grocer", total: 27n },
        { partnerId: null, total: 18n },
      ],
    },
    { kind: "stamp", total: 2n },
    { kind: "fullCard", total: 2n },
    { kind: "ticket", total: 1n },
    { kind: "tierPoints", total: 9n },
  ]);
  expect(counts).toMatchObject([{ by: 45n }]);
});

test("what belongs to no line comes back with the last one; a message stays sent", () => {
  const before = [{ seq: 1, quantityMilli: 2_000n }];
  const { effects, counts } = takenBack(before, [{ seq: 2, quantityMilli: 4_000n }]);
  expect(effects.map(({ kind }) => kind)).toEqual([
    "discount",
    "points",
    "stamp",
    "fullCard",
    "ticket",
    "tierPoints",
    "gift",
    "benefit",
  ]);
  expect(effects).toContainEqual(expect.objectContaining({ kind: "gift", total: 1n }));
  expect(counts.map(({ by }) => by)).toEqual([90n, 1n]);
});

test("nothing is left after everything came back", () => {
  const { effects, counts } = takenBack([], remaining(soldOf(bought), []));
  const kept = caused.effects.filter(({ kind }) => kind !== "message");
  expect(effects.map(totalOf)).toEqual(kept.map(totalOf));
  expect(counts.map(({ counter, by }) => [counter, by])).toEqual(caused.counts.map(({ counter, by }) => [counter, by]));
});

function takenBack(
  before: readonly ReturnedLine[],
  now: readonly ReturnedLine[],
): Pick<Evaluation, "effects" | "counts"> {
  const { effects, counts } = takeBackEffects(caused, soldOf(bought), before, now);
  return { effects: [...effects], counts: [...counts] };
}

const totalOf = (effect: Effect) => [effect.kind, "total" in effect ? effect.total : 1n];

function soldOf({ lines }: Receipt): SoldLine[] {
  return lines.map((one) => ({ ...one, pointsEarned: 0n, pointsSpent: 0n }));
}
