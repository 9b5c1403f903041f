import { expect, test } from "vitest";
import { businessDay, cutoffAfter } from "#api/use-cases/cycles/calendar.ts";

const at = (text: string) => new Date(text);

test("a monthly cycle ends where the next month begins in the programme's zone", () => {
  expect(cutoffAfter(at("2026-01-01T00:00:00Z"), "MONTHLY", "UTC")).toEqual(at("2026-02-01T00:00:00Z"));
  expect(cutoffAfter(at("2026-01-31T21:30:00Z"), "MONTHLY", "Europe/Minsk")).toEqual(at("2026-02-28T21:00:00Z"));
});

test("a weekly cycle ends on Monday, a daily one at midnight, always after the instant asked for", () => {
  expect(cutoffAfter(at("2026-11-22T04:00:00Z"), "WEEKLY", "UTC")).toEqual(at("2026-11-23T00:00:00Z"));
  expect(cutoffAfter(at("2026-11-23T00:00:00Z"), "WEEKLY", "UTC")).toEqual(at("2026-11-30T00:00:00Z"));
  expect(cutoffAfter(at("2026-11-22T00:00:00Z"), "DAILY", "UTC")).toEqual(at("2026-11-23T00:00:00Z"));
});

test("the day on which clocks change is as long as it is", () => {
  expect(cutoffAfter(at("2026-03-29T00:00:00Z"), "DAILY", "Europe/Berlin")).toEqual(at("2026-03-29T22:00:00Z"));
  expect(cutoffAfter(at("2026-10-25T00:00:00Z"), "DAILY", "Europe/Berlin")).toEqual(at("2026-10-25T23:00:00Z"));
});

test("where the clocks change at midnight, a day begins at its first instant", () => {
  expect(cutoffAfter(at("2026-04-23T12:00:00Z"), "DAILY", "Africa/Cairo")).toEqual(at("2026-04-23T22:00:00Z"));
  expect(cutoffAfter(at("2026-04-23T22:00:00Z"), "DAILY", "Africa/Cairo")).toEqual(at("2026-04-24T21:00:00Z"));
  expect(cutoffAfter(at("2026-10-29T12:00:00Z"), "DAILY", "Africa/Cairo")).toEqual(at("2026-10-29T22:00:00Z"));
});

test.for(["Europe/Minsk", "Europe/Warsaw", "Africa/Cairo", "Asia/Kathmandu", "America/St_Johns", "Pacific/Auckland"])(
  "a year of days in %s has as many cut-offs, each after the one before and each on a new day",
  (zone) => {
    const cutoffs = [at("2026-01-15T12:00:00Z")];
    for (let day = 0; day < 365; day += 1) cutoffs.push(cutoffAfter(cutoffs[day] ?? at(""), "DAILY", zone));
    const days = cutoffs.slice(1).map((one) => businessDay(one, zone).getTime());
    expect(new Set(days).size).toBe(365);
    expect(days.every((day, n) => day === (days[0] ?? 0) + n * 86_400_000)).toBe(true);
  },
);

test("a business day is the local one", () => {
  expect(businessDay(at("2026-01-31T21:30:00Z"), "Europe/Minsk")).toEqual(at("2026-02-01T00:00:00Z"));
  expect(businessDay(at("2026-01-31T12:00:00Z"), "Europe/Minsk", 3)).toEqual(at("2026-02-03T00:00:00Z"));
});
