import { expect, test } from "vitest";
import { daysBefore, firstOfMonth, reachedSince } from "./windows.ts";

const spent = (...days: [day: string, euros: number][]) =>
  days.map(([day, euros]) => ({ day, spendE6: BigInt(euros) * 1_000_000n }));
const amount = 300_000_000n;

test("days are counted over the ends of months and years", () => {
  expect([daysBefore("2026-03-01", 1), daysBefore("2026-01-05", 364), firstOfMonth("2026-03-31")]).toEqual([
    "2026-02-28",
    "2025-01-06",
    "2026-03-01",
  ]);
});

test("a month's spend reached an amount on the day on which it passed it, and counts for so long", () => {
  const march = spent(["2026-03-02", 200], ["2026-03-10", 100], ["2026-03-11", 50]);
  expect(reachedSince(march, "2026-03-10", amount)).toBe(true);
  expect(reachedSince(march, "2026-03-11", amount)).toBe(false);
});

test("a new month begins at nothing, and what was reached in the old one counts on", () => {
  const over = spent(["2026-03-28", 299], ["2026-03-30", 1], ["2026-04-01", 299]);
  expect(reachedSince(over, "2026-03-29", amount)).toBe(true);
  expect(reachedSince(over, "2026-03-31", amount)).toBe(false);
});

test("what came back before the amount was reached again makes a new day of it", () => {
  const again = spent(["2026-03-02", 300], ["2026-03-03", -100], ["2026-03-09", 100]);
  expect(reachedSince(again, "2026-03-05", amount)).toBe(true);
});
