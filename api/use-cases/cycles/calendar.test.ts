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

test("a business day is the local one", () => {
  expect(businessDay(at("2026-01-31T21:30:00Z"), "Europe/Minsk")).toEqual(at("2026-02-01T00:00:00Z"));
  expect(businessDay(at("2026-01-31T12:00:00Z"), "Europe/Minsk", 3)).toEqual(at("2026-02-03T00:00:00Z"));
});
