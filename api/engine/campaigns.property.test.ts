import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { campaign, grocer, line, monday, questionAbout, rule, terms } from "#api/test/engine.ts";
import type { Campaign } from "./campaign.ts";
import { needsOf } from "./campaign-set.ts";
import { discountsOf, type Effect, pointsOf } from "./effects.ts";
import { type Evaluation, evaluate, evaluateInFull, type Question } from "./evaluate.ts";
import type { Receipt } from "./purchase.ts";
import { questionOf } from "./replay.ts";
import { type ReturnedLine, remaining, type SoldLine } from "./return.ts";
import { type Caused, takeBackEffects } from "./take-back.ts";

const runs = { numRuns: 200 };
/** Each run compiles campaigns anew, some of them several times. */
vi.setConfig({ testTimeout: 60_000 });

test("the order in which campaigns are stored never matters", () => {
  fc.assert(
    fc.property(questions, fc.nat(), ({ asked, campaigns, more }, turn) => {
      const turned = campaigns.map((_one, index) => campaigns[(index + turn) % campaigns.length] ?? campaignless());
      const answers = [campaigns, turned, campaigns.toReversed()].map((stored) =>
        bytes(evaluate(questionAbout(asked, { ...more, campaigns: stored }))),
      );
      expect(new Set(answers).size).toBe(1);
    }),
    runs,
  );
});

test("evaluating twice, and again from what is stored, gives the same bytes", () => {
  fc.assert(
    fc.property(questions, ({ asked, campaigns, more }) => {
      const question = questionAbout(asked, { ...more, campaigns });
      const first = evaluate(question);
      expect(bytes(evaluate(question))).toBe(bytes(first));
      const stored = JSON.parse(JSON.stringify(first.explanation)) as typeof first.explanation;
      const named = new Set(stored.steps.map(({ campaign: by }) => by?.id));
      const { coupons: _, given: __, ...paper } = asked;
      const replayed = questionOf(
        paper,
        stored,
        campaigns.filter(({ id }) => named.has(id)),
      );
      expect(bytes(evaluate(replayed))).toBe(bytes(first));
      const all = questionOf(paper, stored, campaigns);
      expect(evaluateInFull(all).explanation.steps).toEqual(evaluateInFull(question).explanation.steps);
    }),
    runs,
  );
});

test("an index passes over nothing that applies", () => {
  fc.assert(
    fc.property(questions, ({ asked, campaigns, more }) => {
      const question = questionAbout(asked, { ...more, campaigns });
      const bare = campaigns.map((one) => ({ ...one, rules: one.rules.map(hidden) }));
      const plain = evaluate(questionAbout(asked, { ...more, campaigns: bare }));
      expect(evaluate(question).effects).toEqual(plain.effects);
      expect(evaluateInFull(question).effects).toEqual(plain.effects);
    }),
    runs,
  );
});

test("nothing is looked at that was not asked for", () => {
  fc.assert(
    fc.property(questions, ({ asked, campaigns, more }) => {
      const question = questionAbout(asked, { ...more, campaigns });
      const { explanation, ...answer } = evaluate(question);
      const { explanation: bare, ...same } = evaluate(onlyNeeded(question));
      expect({ ...same, steps: bare.steps }).toEqual({ ...answer, steps: explanation.steps });
    }),
    runs,
  );
});

test("no effect exceeds the receipt, and every part sums to its whole", () => {
  fc.assert(
    fc.property(questions, ({ asked, campaigns, more }) => {
      const { effects, explanation } = evaluate(questionAbout(asked, { ...more, campaigns }));
      const { amountE6, byLine } = discountsOf({ effects }, asked.lines.length);
      const grossE6 = asked.lines.map((one) => one.amountE6 + givenOn(one.seq, asked));
      expect(amountE6 <= grossE6.reduce((sum, amount) => sum + amount, 0n)).toBe(true);
      grossE6.forEach((gross, index) => {
        expect((byLine[index] ?? 0n) >= 0n && (byLine[index] ?? 0n) <= gross).toBe(true);
      });
      for (const effect of effects) expectWhole(effect);
      expect(explanation.points).toBe(String(pointsOf({ effects }, asked.lines.length).points));
      expect(explanation.steps.reduce((sum, { points }) => sum + BigInt(points), 0n)).toBe(BigInt(explanation.points));
    }),
    runs,
  );
});

test("what is taken from a limit never exceeds what is left of it, be it one short", () => {
  fc.assert(
    fc.property(questions, ({ asked, campaigns, more }) => {
      const question = questionAbout(asked, { ...more, campaigns });
      const taken = evaluate(question).counts;
      for (const { counter, by, most } of taken) {
        expect(by > 0n && by <= (question.room.get(counter) ?? most)).toBe(true);
        const room = new Map(question.room).set(counter, by - 1n);
        const again = evaluate({ ...question, room }).counts.find((count) => count.counter === counter);
        expect((again?.by ?? 0n) <= by - 1n).toBe(true);
      }
    }),
    runs,
  );
});

test("a receipt split into its lines gives the same money where rules are per line", () => {
  fc.assert(
    fc.property(receipts, fc.array(perLine, { minLength: 1, maxLength: 4 }), (asked, effects) => {
      const campaigns = [campaign({ rules: [rule([], effects)] })];
      const moneyOf = (lines: Receipt["lines"]) => {
        const totalE6 = lines.reduce((sum, one) => sum + one.amountE6, 0n);
        const part = { ...asked, pointsSpent: 0n, lines, totalE6 };
        const { effects: caused } = evaluate(questionAbout(part, { campaigns, terms: { earnBps: 0 } }));
        const { amountE6 } = discountsOf({ effects: caused }, lines.length);
        return { amountE6, points: pointsOf({ effects: caused }, lines.length).points };
      };
      const parts = asked.lines.map((one) => moneyOf([one]));
      expect(moneyOf(asked.lines)).toEqual({
        amountE6: parts.reduce((sum, { amountE6 }) => sum + amountE6, 0n),
        points: parts.reduce((sum, { points }) => sum + points, 0n),
      });
    }),
    runs,
  );
});

test("returning part by part, in any order, undoes exactly what returning the whole at once does", () => {
  fc.assert(
    fc.property(questions, fc.array(fc.nat(), { minLength: 1, maxLength: 9 }), ({ asked, campaigns, more }, cuts) => {
      const caused = evaluate(questionAbout(asked, { ...more, campaigns }));
      const sold = asked.lines.map((one): SoldLine => ({ ...one, pointsEarned: 0n, pointsSpent: 0n }));
      const whole = tally([takeBackEffects(caused, sold, [], remaining(sold, []))]);
      const before: ReturnedLine[] = [];
      const parts = inParts(sold, cuts).map((part) => {
        const undone = takeBackEffects(caused, sold, before, [part]);
        before.push(part);
        return undone;
      });
      expect(tally(parts)).toEqual(whole);
      expect(whole).toEqual(tally([{ ...caused, effects: caused.effects.filter(({ kind }) => kind !== "message") }]));
    }),
    runs,
  );
});

const categories = ["coffee", "bakery", "books"];
const tiers = ["", "silver", "gold"];

const receipts: fc.Arbitrary<Receipt> = fc
  .record({
    lines: fc.array(
      fc.record({
        category: fc.constantFrom(...categories),
        coins: fc.integer({ min: 0, max: 20_000 }),
        quantityMilli: fc.constantFrom(1_000n, 2_000n, 3_000n, 735n),
      }),
      { minLength: 1, maxLength: 6 },
    ),
    hour: fc.integer({ min: 0, max: 167 }),
    share: fc.integer({ min: 0, max: 100 }),
    shows: fc.boolean(),
    given: fc.option(fc.integer({ min: 0, max: 300 })),
  })
  .map(({ lines, hour, share, shows, given }) => {
    const bought = lines.map(({ category, coins, quantityMilli }, index) => {
      const amountE6 = BigInt(coins) * 10_000n;
      return line(index + 1, "0.00", {
        category,
        amountE6,
        quantityMilli,
        unitPriceE6: (amountE6 * 1_000n) / quantityMilli,
      });
    });
    const totalE6 = bought.reduce((sum, { amountE6 }) => sum + amountE6, 0n);
    return {
      partnerId: "ptn_grocer",
      locationId: null,
      occurredAt: new Date(monday.getTime() + hour * 3_600_000),
      lines: bought,
      totalE6,
      payments: [],
      pointsSpent: (totalE6 * BigInt(share)) / (terms.pointValueE6 * 200n),
      coupons: shows ? [{ pool: "spring", code: "SPRING26" }] : [],
      given: given === null ? null : [{ seq: 1, campaignId: "cmp_0", amountE6: BigInt(given) * 10_000n }],
    };
  });

const where = fc.constantFrom(
  null,
  'line.category == "coffee"',
  'line.category in ["bakery", "books"]',
  "line.amount >= 20",
);
const take = fc.oneof(
  fc.record({ by: fc.constant("PERCENT"), bps: fc.integer({ min: 1, max: 10_000 }) }),
  fc.record({ by: fc.constant("AMOUNT"), amount: fc.constantFrom("0.50", "3.33", "40.00") }),
  fc.record({ by: fc.constant("PRICE"), price: fc.constantFrom("0.99", "5.00") }),
);
const give = fc.oneof(
  fc.record({ by: fc.constant("PERCENT"), bps: fc.integer({ min: 1, max: 3_000 }) }),
  fc.record({ by: fc.constant("FIXED"), number: fc.constantFrom("1", "7", "400") }),
  fc.record({ by: fc.constant("PER_AMOUNT"), number: fc.constantFrom("1", "3"), per: fc.constantFrom("1.00", "7.00") }),
);
const on = fc.constantFrom("RECEIPT", "LINES");
const counted = give.filter(({ by }) => by !== "PERCENT");

const perLine = fc.oneof(
  fc.record({ kind: fc.constant("points"), on: fc.constant("LINES"), where, give }),
  fc.record({ kind: fc.constant("discount"), on: fc.constant("LINES"), where, take }),
);
const effect = fc.oneof(
  perLine,
  fc.record({ kind: fc.constant("points"), on, where, give }),
  fc.record({ kind: fc.constant("multiply"), where, times: fc.constantFrom("2", "1.5", "5") }),
  fc.record({ kind: fc.constant("discount"), on, where, take }),
  fc.record({ kind: fc.constant("cheapest"), where, count: fc.constantFrom("1", "receipt.pieces / 3"), take }),
  fc.record({ kind: fc.constant("gift"), gift: fc.constant("mug"), worth: fc.constantFrom(null, "4.00") }),
  fc.record({
    kind: fc.constant("stamp"),
    card: fc.constant("coffee"),
    size: fc.constant(4),
    on,
    where,
    give: counted,
  }),
  fc.record({ kind: fc.constant("ticket"), draw: fc.constant("spring"), on, where, give: counted }),
  fc.record({ kind: fc.constant("message"), template: fc.constant("thanks") }),
);
const expressions = [
  'receipt.lines.exists(l, l.category == "coffee")',
  'receipt.lines.exists(l, l.category in ["books", "bakery"] && l.amount > 10)',
  "receipt.weekday <= 5 && receipt.hour >= 9",
  'member.tier == "gold"',
  'member.tier in ["silver", "gold"] || member.tier == ""',
  '"runners" in member.clubs',
  "spend(30) >= 300.50",
  "receipt.total >= 50",
  'receipt.location == "" && receipt.partner == "grocer"',
];
const bps = [[10_000], [6_000, 4_000], [3_333, 3_333, 3_334]];
const shares = fc
  .constantFrom(...bps)
  .map((parts) =>
    parts.map((part, index) => ({ funder: ["ISSUER", "OPERATOR", "ptn_fuel"][index] ?? "OPERATOR", bps: part })),
  );
const limit = fc.record({
  unit: fc.constantFrom("POINTS", "MONEY", "TIMES"),
  most: fc.constantFrom("1", "50", "400"),
  scope: fc.constantFrom("CAMPAIGN", "MEMBER"),
  period: fc.constantFrom("EVER", "DAY", "WEEK", "MONTH"),
  over: fc.constantFrom("NOTHING", "REST"),
});
const stacking = fc.record({
  group: fc.constantFrom("a", "b"),
  mode: fc.constantFrom("ALL", "BEST"),
  priority: fc.constantFrom(100, 500, 900),
  exclusive: fc.constantFrom(false, false, false, true),
});
const rules = fc
  .record({
    conditions: fc.uniqueArray(fc.constantFrom(...expressions), { maxLength: 2 }),
    effects: fc.array(effect, { minLength: 1, maxLength: 3 }),
    coupon: fc.constantFrom(null, null, "spring"),
  })
  .map(({ conditions, effects, coupon }) => rule(conditions, effects, coupon));

const campaignsOf: fc.Arbitrary<Campaign[]> = fc
  .array(
    fc.record({
      rules: fc.array(rules, { minLength: 1, maxLength: 2 }),
      limits: fc.array(limit, { maxLength: 2 }),
      funding: shares,
      stacking,
      partnerId: fc.constantFrom(null, "ptn_grocer", "ptn_fuel"),
      controlBps: fc.constantFrom(0, 0, 5_000),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((all) => all.map((one, index) => campaign({ id: `cmp_${index}`, ...one })));

const questions = fc
  .record({
    asked: receipts,
    campaigns: campaignsOf,
    tier: fc.constantFrom(...tiers),
    clubs: fc.subarray(["runners", "readers"]),
    spent: fc.bigInt(0n, 600_000_000n),
    stamps: fc.bigInt(0n, 9n),
    lefts: fc.array(fc.bigInt(0n, 60_000_000n), { minLength: 1, maxLength: 6 }),
  })
  .map(({ asked, campaigns, tier, clubs, spent, stamps, lefts }) => {
    const windows = { "spend(30)": spent, 'stamps("coffee")': stamps };
    const bare = questionAbout(asked, { campaigns });
    const counters = needsOf(bare.campaigns, { receipt: asked, memberId: "mem_ana", place: grocer }).counters;
    const room = Object.fromEntries(
      counters.map(({ counter, most }, index) => [counter, (lefts[index % lefts.length] ?? 0n) % (most + 1n)]),
    );
    return { asked, campaigns, more: { member: { tier, clubs }, windows, room } };
  });

/** The same rule so worded that no index finds anything in it. */
function hidden(one: Campaign["rules"][number]): Campaign["rules"][number] {
  const conditions = one.conditions.map(({ label, expression }) => ({
    label,
    expression: `!!(${expression}) && receipt.year > 0`,
  }));
  const effects = one.effects.map((each) =>
    "where" in each && each.where !== null ? { ...each, where: `!!(${each.where})` } : each,
  );
  return { ...one, conditions, effects };
}

function onlyNeeded(question: Question): Question {
  const { receipt: asked, member, campaigns, place, room } = question;
  const needs = needsOf(campaigns, { receipt: asked, memberId: member.memberId, place });
  const fields = [...needs.member].map((field) => [field, member[field]]);
  const windows = new Map(needs.windows.flatMap(({ key }) => [[key, member.windows?.get(key) ?? 0n] as const]));
  const left = needs.counters.flatMap(({ counter, most }) => [[counter, room.get(counter) ?? most] as const]);
  return {
    ...question,
    among: needs.rules,
    member: { memberId: member.memberId, ...Object.fromEntries(fields), windows },
    room: new Map(left),
  };
}

/** A till's line contains what it took off already. */
function givenOn(seq: number, { given }: Receipt): bigint {
  return (given ?? []).filter((one) => one.seq === seq).reduce((sum, one) => sum + one.amountE6, 0n);
}

function expectWhole(effect: Effect): void {
  if (!("total" in effect)) return;
  const sum = effect.byLine.reduce((all, part) => all + part, 0n);
  if (effect.kind !== "gift" && effect.kind !== "coupon") expect(sum).toBe(effect.total);
  if (!("funders" in effect) || effect.kind === "gift") return;
  expect(effect.funders.reduce((all, { total }) => all + total, 0n)).toBe(effect.total);
  effect.byLine.forEach((part, index) => {
    expect(effect.funders.reduce((all, { byLine }) => all + (byLine[index] ?? 0n), 0n)).toBe(part);
  });
  for (const { byLine } of effect.funders) expect(byLine.every((part) => part >= 0n)).toBe(true);
}

/** What was undone in all, by what and for whom. */
function tally(undone: readonly Caused[]): Record<string, bigint> {
  const sums: Record<string, bigint> = {};
  const add = (name: string, amount: bigint) => {
    if (amount !== 0n) sums[name] = (sums[name] ?? 0n) + amount;
  };
  for (const { effects, counts } of undone) {
    for (const one of effects) tallyEffect(one, add);
    for (const { counter, by } of counts) add(counter, by);
  }
  return sums;
}

function tallyEffect(one: Effect, add: (name: string, amount: bigint) => void): void {
  const name = JSON.stringify([one.kind, one.source]);
  add(name, "total" in one ? one.total : 1n);
  if ("funders" in one) for (const { partnerId, total } of one.funders) add(`${name} ${partnerId}`, total);
}

/** Every line cut in two where the numbers say, from the last to the first. */
function inParts(lines: readonly SoldLine[], cuts: readonly number[]): ReturnedLine[] {
  const parts = lines.flatMap(({ seq, quantityMilli }, index) => {
    const cut = BigInt(cuts[index % cuts.length] ?? 0) % quantityMilli;
    return [cut, quantityMilli - cut].filter((part) => part > 0n).map((part) => ({ seq, quantityMilli: part }));
  });
  return parts.toReversed();
}

function bytes(evaluation: Evaluation): string {
  return JSON.stringify(evaluation, (_key, value: unknown) => (typeof value === "bigint" ? String(value) : value));
}

function campaignless(): Campaign {
  throw new Error("there is no campaign to turn to");
}
