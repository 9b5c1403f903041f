import { expect, test } from "vitest";
import {
  ask,
  campaign,
  e6,
  fixedPoints,
  grocer,
  line,
  percentOff,
  percentPoints,
  receipt,
  receiptOf,
  rule,
  stepOf,
} from "#api/test/engine.ts";
import { discountsOf, pointsOf } from "./effects.ts";
import type { Evaluation } from "./evaluate.ts";
import type { Count } from "./limits.ts";
import type { ReceiptLine } from "./purchase.ts";

const noBase = { earnBps: 0 };
const pointsFrom = (evaluation: Evaluation) => pointsOf(evaluation, 20).points;
const discountFrom = (evaluation: Evaluation) => discountsOf(evaluation, 20).amountE6;

test("M1 two percent back: 100.00 gives 200 points at 1 point = 0.01", () => {
  expect(pointsFrom(ask(receiptOf("100.00")))).toBe(200n);
  const bonus = campaign({ rules: [rule([], [percentPoints(200)])] });
  expect(pointsFrom(ask(receiptOf("100.00"), { campaigns: [bonus], terms: noBase }))).toBe(200n);
});

test("M2 standing discount: 5 % off 80.00 pays 76.00, without any points", () => {
  const standing = campaign({ rules: [rule([], [percentOff(500)])] });
  const evaluation = ask(receiptOf("80.00"), { campaigns: [standing], terms: noBase });
  expect(e6("80.00") - discountFrom(evaluation)).toBe(e6("76.00"));
  expect(pointsFrom(evaluation)).toBe(0n);
});

test("M3 threshold discount: 10 % only from the receipt after the one that reached 300.00, and gone on day 8", () => {
  const reached = campaign({ rules: [rule(["monthSpendReachedWithin(300, 7)"], [percentOff(1_000)])] });
  const offWhen = (was: boolean) => {
    const windows = { "monthSpendReachedWithin(300, 7)": was };
    return discountFrom(ask(receiptOf("50.00"), { campaigns: [reached], windows }));
  };
  const crossing = offWhen(false);
  const next = offWhen(true);
  const dayEight = offWhen(false);
  expect({ crossing, next, dayEight }).toEqual({ crossing: 0n, next: e6("5.00"), dayEight: 0n });
});

test.each([
  ["499.99", 200n],
  ["500.00", 300n],
  ["1999.99", 300n],
  ["2000.00", 500n],
])("M4 accumulative: after %s in the last 365 days, 100.00 gives %i points", (spent, points) => {
  expect(pointsFrom(accumulative(spent))).toBe(points);
});

test("M4 accumulative: a return that takes the spend below 500.00 takes the level back", () => {
  expect([accumulative("500.00"), accumulative("480.00")].map(pointsFrom)).toEqual([300n, 200n]);
});

function accumulative(spent: string): Evaluation {
  const levels = campaign({
    rules: [
      rule(["spend(365) < 500"], [percentPoints(200)]),
      rule(["spend(365) >= 500", "spend(365) < 2000"], [percentPoints(300)]),
      rule(["spend(365) >= 2000"], [percentPoints(500)]),
    ],
  });
  return ask(receiptOf("100.00"), { campaigns: [levels], windows: { "spend(365)": e6(spent) }, terms: noBase });
}

test("M5 qualifying points: 1 for every 1.00 paid, so that 1 000.00 make a Silver year", () => {
  const give = { by: "PER_AMOUNT", number: "1", per: "1.00" };
  const tiers = campaign({ rules: [rule([], [{ kind: "tierPoints", give }])] });
  const { effects } = ask(receiptOf("1000.00"), { campaigns: [tiers], terms: noBase });
  expect(effects).toMatchObject([{ kind: "tierPoints", total: 1_000n }]);
});

const isCoffee = 'line.category == "coffee"';
const coffees = 'receipt.lines.filter(l, l.category == "coffee").map(l, l.pieces).sum()';
const sixthFree = campaign({
  rules: [
    rule(
      ['receipt.lines.exists(l, l.category == "coffee")'],
      [
        {
          kind: "cheapest",
          where: isCoffee,
          count: `(stamps("coffee") + ${coffees}) / 6`,
          take: { by: "PERCENT", bps: 10_000 },
        },
        { kind: "stamp", card: "coffee", size: 6, on: "LINES", where: isCoffee, give: { by: "FIXED", number: "1" } },
      ],
    ),
  ],
});
const coffee = (seq: number, amount: string, more: Partial<ReceiptLine> = {}) =>
  line(seq, amount, { category: "coffee", ...more });

test("M6 stamp card: three coffees on a card of one show 4/6, and none is free", () => {
  const evaluation = coffeesBought([coffee(1, "10.50", { quantityMilli: 3_000n, unitPriceE6: e6("3.50") })], 1n);
  expect(evaluation.effects).toMatchObject([{ kind: "stamp", card: "coffee", total: 3n, byLine: [3n] }]);
});

test("M6 sixth coffee free: the cheapest line of the category, and a new card begins", () => {
  const bought = [coffee(1, "4.50"), coffee(2, "3.50"), line(3, "1.00", { category: "bakery" })];
  const evaluation = coffeesBought(bought, 4n);
  expect(discountsOf(evaluation, 3)).toEqual({ amountE6: e6("3.50"), byLine: [0n, e6("3.50"), 0n] });
  expect(evaluation.effects).toMatchObject([
    { kind: "discount" },
    { kind: "stamp", total: 2n, byLine: [1n, 1n, 0n] },
    { kind: "fullCard", cards: 1n, total: 6n },
  ]);
});

function coffeesBought(bought: readonly ReceiptLine[], stamps: bigint): Evaluation {
  return ask(receipt(bought), { campaigns: [sixthFree], windows: { 'stamps("coffee")': stamps }, terms: noBase });
}

test("M6 threshold gift: for a receipt over 150.00, while stock lasts", () => {
  const gifts = campaign({
    rules: [rule(["receipt.total > 150"], [{ kind: "gift", gift: "mug" }])],
    limits: [{ unit: "TIMES", most: "3", scope: "CAMPAIGN", period: "EVER" }],
  });
  const buy = (amount: string, left: bigint) =>
    ask(receiptOf(amount), { campaigns: [gifts], terms: noBase, room: { "campaign:cmp_1:all:times:ever": left } });
  expect(buy("150.00", 3n).effects).toEqual([]);
  expect(buy("150.01", 1n).effects).toMatchObject([{ kind: "gift", gift: "mug", total: 1n }]);
  expect(stepOf(buy("150.01", 0n))).toMatchObject({ because: "LIMIT", about: "campaign:cmp_1:all:times:ever" });
});

test("M8 combined: 100.00, 10 % off, 20.00 paid by points leaves 70.00 in money and gives 140 points at 2 %", () => {
  const tenOff = campaign({ rules: [rule([], [percentOff(1_000)])] });
  const quoted = ask(receiptOf("100.00", { pointsSpent: 2_000n }), { campaigns: [tenOff] });
  expect({ off: discountFrom(quoted), points: pointsFrom(quoted) }).toEqual({ off: e6("10.00"), points: 140n });
  expect(stepOf(quoted, 0).inputs).toContainEqual({ name: "moneyPart", value: "70.00" });

  const given = [{ seq: 1, campaignId: "cmp_1", amountE6: e6("10.00") }];
  const recorded = ask(receiptOf("90.00", { pointsSpent: 2_000n, given }), { campaigns: [tenOff] });
  expect({ off: discountFrom(recorded), points: pointsFrom(recorded) }).toEqual({ off: e6("10.00"), points: 140n });
  expect(recorded.differences).toEqual([]);
});

test("M9 non-purchase earning: a payment of 50.00 through the bank gives 25 points, four times a month", () => {
  const bank = campaign({
    occasion: "ACTIVITY",
    rules: [
      rule(
        ['activity.kind == "BANK_PAYMENT"'],
        [{ kind: "points", give: { by: "PER_AMOUNT", number: "1", per: "2.00" } }],
      ),
    ],
    limits: [{ unit: "TIMES", most: "4", scope: "MEMBER", period: "MONTH" }],
  });
  const activity = { kind: "BANK_PAYMENT", amountE6: e6("50.00") };
  const counter = "campaign:cmp_1:all:times:mem_ana:2026-03";
  const pay = (left: bigint) => ask(receipt([]), { campaigns: [bank], activity, room: { [counter]: left } });
  expect([4n, 3n, 2n, 1n, 0n].map(pay).map(pointsFrom)).toEqual([25n, 25n, 25n, 25n, 0n]);
  expect(pay(1n).counts).toEqual([{ counter, by: 1n, most: 4n, byLine: [] }]);
});

test("M12 closed club: only its members get the club's offer", () => {
  const club = campaign({ rules: [rule(['"runners" in member.clubs'], [percentOff(1_000)])] });
  const clubs = (names: string[]) =>
    discountFrom(ask(receiptOf("20.00"), { campaigns: [club], member: { clubs: names } }));
  expect([clubs(["runners"]), clubs(["readers"]), clubs([])]).toEqual([e6("2.00"), 0n, 0n]);
});

test("M13 umbrella subscription: double points at all partners for those on the plan", () => {
  const plan = campaign({ rules: [rule(['member.plan == "plus"'], [{ kind: "multiply", times: "2" }])] });
  const onPlan = (code: string) => pointsFrom(ask(receiptOf("100.00"), { campaigns: [plan], member: { plan: code } }));
  expect([onPlan("plus"), onPlan("")]).toEqual([400n, 200n]);
});

test("M15 promo code: 100 uses in all, 1 per member, used up with the receipt that shows it", () => {
  const code = campaign({
    rules: [rule([], [percentOff(1_000)], "spring")],
    limits: [
      { unit: "TIMES", most: "100", scope: "CAMPAIGN", period: "EVER" },
      { unit: "TIMES", most: "1", scope: "MEMBER", period: "EVER" },
    ],
  });
  const [all, mine] = ["campaign:cmp_1:all:times:ever", "campaign:cmp_1:all:times:mem_ana:ever"];
  const coupons = [{ pool: "spring", code: "SPRING26" }];
  const show = (room: Record<string, bigint>) => ask(receiptOf("50.00", { coupons }), { campaigns: [code], room });
  expect(show({}).effects).toContainEqual(expect.objectContaining({ kind: "couponUsed", code: "SPRING26" }));
  expect(show({ [all]: 1n }).counts.map(({ counter, by }) => [counter, by])).toEqual([
    [all, 1n],
    [mine, 1n],
  ]);
  expect(discountFrom(show({ [all]: 0n }))).toBe(0n);
  expect(stepOf(show({ [all]: 50n, [mine]: 0n }))).toMatchObject({ because: "LIMIT", about: mine });
  expect(discountFrom(ask(receiptOf("50.00"), { campaigns: [code] }))).toBe(0n);
});

test("M16 personal offer: who bought at the grocer and not at the pharmacy in 60 days gets three times the points", () => {
  const conditions = ['spendAt("grocer", 60) > 0', 'visitsAt("pharmacy", 60) == 0'];
  const offer = campaign({ rules: [rule(conditions, [{ kind: "multiply", times: "3" }])] });
  const when = (visits: bigint) => {
    const windows = { 'spendAt("grocer", 60)': e6("35.00"), 'visitsAt("pharmacy", 60)': visits };
    return ask(receiptOf("100.00"), { campaigns: [offer], windows });
  };
  expect([0n, 1n].map(when).map(pointsFrom)).toEqual([600n, 200n]);
  expect(stepOf(when(1n))).toMatchObject({ because: "CONDITION", condition: 1 });
});

const december = campaign({
  startsAt: "2026-11-30T21:00:00Z",
  endsAt: "2026-12-31T21:00:00Z",
  rules: [
    rule(["receipt.weekday <= 5", "receipt.hour >= 18 && receipt.hour < 21"], [{ kind: "multiply", times: "5" }]),
  ],
  limits: [{ unit: "POINTS", most: "100000", scope: "CAMPAIGN", period: "EVER" }],
});

test.each([
  ["2026-12-01T14:59:59Z", 200n, "before 18:00"],
  ["2026-12-01T15:00:00Z", 1_000n, "on a Tuesday at 18:00"],
  ["2026-12-01T17:59:59Z", 1_000n, "just before 21:00"],
  ["2026-12-01T18:00:00Z", 200n, "at 21:00"],
  ["2026-12-05T15:00:00Z", 200n, "on a Saturday"],
  ["2026-11-30T15:00:00Z", 200n, "in November"],
  ["2027-01-01T15:00:00Z", 200n, "in January"],
])("M17 happy hour: at %s 100.00 gives %i points (%s)", (at, points) => {
  expect(pointsFrom(ask(receiptOf("100.00", { occurredAt: new Date(at) }), { campaigns: [december] }))).toBe(points);
});

test("M17 budget of 100 000 points: stops at the last affordable receipt, not one point over", () => {
  const evening = new Date("2026-12-01T15:00:00Z");
  const counter = "campaign:cmp_1:all:points:ever";
  let left = 100_000n;
  let receipts = 0;
  for (let till = 0; till < 200; till++) {
    const { counts } = ask(receiptOf("87.50", { occurredAt: evening }), {
      campaigns: [december],
      room: { [counter]: left },
    });
    const [taken] = counts;
    if (!taken) break;
    left -= taken.by;
    receipts += 1;
  }
  expect({ receipts, left }).toEqual({ receipts: 142, left: 600n });
});

test("M18 prize draw: a ticket for every full 20.00", () => {
  const draw = campaign({
    rules: [rule([], [{ kind: "ticket", draw: "spring", give: { by: "PER_AMOUNT", number: "1", per: "20.00" } }])],
  });
  const tickets = (amount: string) => ask(receiptOf(amount), { campaigns: [draw], terms: noBase }).effects;
  expect(tickets("19.99")).toEqual([]);
  expect(tickets("59.99")).toMatchObject([{ kind: "ticket", draw: "spring", total: 2n }]);
});

test("M20 challenge: the third different partner of a month gives a badge and 400 points, once", () => {
  const three = campaign({
    rules: [rule(["member.partnersThisMonth >= 3"], [fixedPoints("400"), { kind: "benefit", benefit: "explorer" }])],
    limits: [{ unit: "TIMES", most: "1", scope: "MEMBER", period: "MONTH" }],
  });
  const counter = "campaign:cmp_1:all:times:mem_ana:2026-03";
  const buy = (partners: string[], left = 1n) =>
    ask(receiptOf("10.00"), {
      campaigns: [three],
      windows: { "partnersThisMonth()": partners },
      room: { [counter]: left },
      terms: noBase,
      place: grocer,
    });
  expect(buy(["grocer", "fuel"]).effects).toEqual([]);
  expect(buy(["fuel", "pharmacy"]).effects).toMatchObject([{ kind: "points", total: 400n }, { kind: "benefit" }]);
  expect(buy(["fuel", "pharmacy"], 0n).effects).toEqual([]);
});

test.each([
  ["DAY", "campaign:cmp_1:all:points:mem_ana:2026-03-02"],
  ["WEEK", "campaign:cmp_1:all:points:mem_ana:week-2026-03-02"],
  ["MONTH", "campaign:cmp_1:all:points:mem_ana:2026-03"],
  ["EVER", "campaign:cmp_1:all:points:mem_ana:ever"],
])("M22 earn cap: per member and %s the rest of the cap is given, never more", (period, counter) => {
  const capped = campaign({
    rules: [rule([], [percentPoints(1_000)])],
    limits: [{ unit: "POINTS", most: "500", scope: "MEMBER", period, over: "REST" }],
  });
  const earn = (left: bigint): [bigint, Count[]] => {
    const evaluation = ask(receiptOf("30.00"), { campaigns: [capped], room: { [counter]: left }, terms: noBase });
    return [pointsFrom(evaluation), evaluation.counts];
  };
  expect(earn(500n)).toEqual([300n, [{ counter, by: 300n, most: 500n, byLine: [300n] }]]);
  expect(earn(200n)).toEqual([200n, [{ counter, by: 200n, most: 500n, byLine: [200n] }]]);
  expect(earn(0n)).toEqual([0n, []]);
  expect(stepOf(ask(receiptOf("30.00"), { campaigns: [capped], room: { [counter]: 0n } }))).toMatchObject({
    because: "LIMIT",
    about: counter,
  });
});

test("M22 earn cap of one rule leaves the campaign's other rules alone", () => {
  const capped = campaign({
    rules: [rule([], [percentPoints(1_000)]), rule([], [fixedPoints("7")])],
    limits: [{ unit: "POINTS", most: "500", scope: "MEMBER", period: "DAY", rule: 0 }],
  });
  const room = { "campaign:cmp_1:rule0:points:mem_ana:2026-03-02": 299n };
  const evaluation = ask(receiptOf("30.00"), { campaigns: [capped], room, terms: noBase });
  expect(pointsFrom(evaluation)).toBe(7n);
  expect(evaluation.explanation.steps.map(({ because }) => because)).toEqual(["NO_BASE_RATE", "LIMIT", null]);
});
