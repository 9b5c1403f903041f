import { expect, test } from "vitest";
import * as format from "#portal/lib/format.ts";
import { startOfDate, wallTime } from "#portal/lib/zone.ts";

const euros = (amount: string) => ({ amount, currencyCode: "EUR" });
const nbsp = "\u00a0";

test("points are grouped as each language groups them, and a minus is a minus sign", () => {
  expect(format.formatPoints("en", 12485)).toBe("12,485");
  expect(format.formatPoints("ru", -1234567)).toBe(`\u22121${nbsp}234${nbsp}567`);
  expect(format.formatPoints("be", 1240, "always")).toBe(`+1${nbsp}240`);
  expect(format.formatPoints("en", 0, "always")).toBe("0");
});

test("money shows every digit it has, and at least two", () => {
  expect(format.formatMoney("en", euros("152.0075"))).toBe("€152.0075");
  expect(format.formatMoney("en", euros("-96.5"))).toBe("\u2212€96.50");
  expect(format.formatMoney("be", { amount: "1234.5", currencyCode: "BYN" })).toBe(`1${nbsp}234,50${nbsp}Br`);
  expect(format.formatMoney("ru", euros("-0.00"))).toBe(`0,00${nbsp}€`);
});

test("an instant is shown as the clock on the network's wall shows it, across the change of summer time", () => {
  const shown = (instant: string) => format.formatInstant("en", wallTime(instant, "Europe/Vilnius"));
  expect(shown("2026-03-29T00:59:00.000Z")).toBe(`29${nbsp}Mar${nbsp}2026, 02:59`);
  expect(shown("2026-03-29T01:00:00.000Z")).toBe(`29${nbsp}Mar${nbsp}2026, 04:00`);
});

test("a business day begins at midnight of the network's zone", () => {
  expect(startOfDate("2026-11-22", "Europe/Minsk")).toBe("2026-11-21T21:00:00.000Z");
  expect(startOfDate("2026-11-22", "UTC")).toBe("2026-11-22T00:00:00.000Z");
});

test("days are named in every language", () => {
  const sunday = wallTime("2026-11-22T12:00:00.000Z", "UTC");
  expect(format.formatDay("en", sunday, 2026)).toBe(`Sunday, 22${nbsp}November`);
  expect(format.formatDay("ru", sunday, 2026)).toBe(`Воскресенье, 22${nbsp}ноября`);
  expect(format.formatDay("be", sunday, 2025)).toBe(`Нядзеля, 22${nbsp}лістапада 2026`);
});

test("a rate keeps every basis point and says no more places than it has", () => {
  expect([75, 200, 1_250].map((bps) => format.formatRate("en", bps))).toEqual(["0.75%", "2%", "12.5%"]);
  expect(format.formatRate("be", 75)).toBe(`0,75${nbsp}%`);
});
