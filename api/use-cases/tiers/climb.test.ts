import fc from "fast-check";
import { expect, test } from "vitest";
import { climb, type Foothold, keptThrough } from "./climb.ts";
import { monthOf } from "./months.ts";

const ways = {
  thresholdsE6: [0n, 1_000n, 3_000n],
  period: "CALENDAR_YEAR",
  protectionMonths: 0,
  downgrade: "ONE_STEP",
} as const;
const [BRONZE, SILVER, GOLD] = [0, 1, 2];

const start = (month: string, rank = BRONZE): Foothold => ({ rank, keptUntil: 0, month: monthOf(month) });
const counted = (months: Record<string, bigint>) =>
  new Map(Object.entries(months).map(([month, e6]) => [monthOf(month), e6]));
const rankIn = (how: Parameters<typeof climb>[0], from: Foothold, months: Record<string, bigint>, month: string) =>
  climb(how, from, counted(months), monthOf(month)).rank;

test("a year that ends short costs one step, and the next one another", () => {
  const bought = { "2025-05": 3_000n };
  const through = (month: string) => rankIn(ways, start("2025-01"), bought, month);
  expect(["2025-05", "2026-01", "2026-12", "2027-01", "2028-01"].map(through)).toEqual([
    GOLD,
    GOLD,
    GOLD,
    SILVER,
    BRONZE,
  ]);
});

test("by balance it falls to what the year reached", () => {
  const how = { ...ways, downgrade: "BY_BALANCE" } as const;
  const through = (month: string) => rankIn(how, start("2025-01"), { "2025-05": 3_000n }, month);
  expect(["2026-12", "2027-01"].map(through)).toEqual([GOLD, BRONZE]);
});

test("protection keeps a tier some months longer, in which it can be reached again", () => {
  const how = { ...ways, protectionMonths: 3 };
  const bought = { "2025-05": 3_000n };
  expect(rankIn(how, start("2025-01"), bought, "2027-03")).toBe(GOLD);
  expect(rankIn(how, start("2025-01"), bought, "2027-04")).toBe(SILVER);
  expect(rankIn(how, start("2025-01"), { ...bought, "2027-02": 3_000n }, "2027-04")).toBe(GOLD);
});

test("in a rolling year a tier is kept while the last twelve months reach it, and a year after a step down", () => {
  const how = { ...ways, period: "ROLLING_YEAR" } as const;
  const through = (month: string) => rankIn(how, start("2025-01"), { "2025-05": 3_000n }, month);
  expect(["2026-04", "2026-05", "2027-04", "2027-05"].map(through)).toEqual([GOLD, SILVER, SILVER, BRONZE]);
});

test("what is said to be kept is kept so long and no longer", () => {
  const at = climb(ways, start("2025-01"), counted({ "2025-05": 3_000n }), monthOf("2025-06"));
  expect(keptThrough(ways, at, counted({ "2025-05": 3_000n }))).toBe(monthOf("2027-01"));
  expect(keptThrough(ways, start("2025-01"), new Map())).toBeNull();
});

test("a ladder that begins in January takes no tier by the year before, which its own thresholds did not rule", () => {
  const kept = { rank: SILVER, keptUntil: monthOf("2026-02"), month: monthOf("2026-01") };
  const bought = { "2025-05": 600n };
  expect(rankIn(ways, kept, bought, "2026-12")).toBe(SILVER);
  expect(rankIn(ways, kept, bought, "2027-01")).toBe(BRONZE);
});

const months = fc.dictionary(
  fc.integer({ min: 0, max: 59 }).map((nth) => String(24_240 + nth)),
  fc.bigInt({ min: 0n, max: 4_000n }),
);
const anyWays = fc.record({
  thresholdsE6: fc.constant(ways.thresholdsE6),
  period: fc.constantFrom("CALENDAR_YEAR" as const, "ROLLING_YEAR" as const),
  protectionMonths: fc.integer({ min: 0, max: 12 }),
  downgrade: fc.constantFrom("ONE_STEP" as const, "BY_BALANCE" as const),
});

test("following from a foothold half way gives the same as following from the start", () => {
  fc.assert(
    fc.property(anyWays, months, fc.integer({ min: 0, max: 59 }), (how, bought, nth) => {
      const e6 = new Map(Object.entries(bought).map(([month, amount]) => [Number(month), amount]));
      const from = { rank: 0, keptUntil: 0, month: 24_240 };
      const half = climb(how, from, e6, 24_240 + nth - 1);
      expect(climb(how, half, e6, 24_299)).toEqual(climb(how, from, e6, 24_299));
    }),
  );
});

test("one step at a time never drops two at once, and more points never leave anybody lower", () => {
  fc.assert(
    fc.property(anyWays, months, months, (how, bought, more) => {
      const e6 = new Map(Object.entries(bought).map(([month, amount]) => [Number(month), amount]));
      const all = new Map(e6);
      for (const [month, amount] of Object.entries(more))
        all.set(Number(month), (all.get(Number(month)) ?? 0n) + amount);
      let [less, full] = [0, 1].map(() => ({ rank: 0, keptUntil: 0, month: 24_240 })) as [Foothold, Foothold];
      for (let month = 24_240; month < 24_300; month += 1) {
        const before = less.rank;
        less = climb(how, less, e6, month);
        full = climb(how, full, all, month);
        if (how.downgrade === "ONE_STEP") expect(less.rank).toBeGreaterThanOrEqual(before - 1);
        if (how.period === "CALENDAR_YEAR") expect(full.rank).toBeGreaterThanOrEqual(less.rank);
      }
    }),
  );
});
