import { expect, test } from "vitest";
import { localDate, lotExpiry, maturity } from "./lot-dates.ts";

test.each([
  ["2026-01-03T10:00:00Z", 24, "UTC", "2028-01-31T23:59:59.999Z"],
  ["2026-02-28T10:00:00Z", 24, "UTC", "2028-02-29T23:59:59.999Z"],
  ["2026-01-31T23:30:00Z", 1, "Europe/Minsk", "2026-03-31T20:59:59.999Z"],
  ["2026-02-10T10:00:00Z", 1, "Europe/Berlin", "2026-03-31T21:59:59.999Z"],
  ["2026-09-10T10:00:00Z", 1, "Europe/Berlin", "2026-10-31T22:59:59.999Z"],
  ["2026-12-31T10:00:00Z", 12, "America/New_York", "2028-01-01T04:59:59.999Z"],
])("points earned at %s for %i months in %s live to the end of the month, local time", (earned, months, zone, end) => {
  expect(lotExpiry(new Date(earned), months, zone)?.toISOString()).toBe(end);
});

test("where expiry is switched off points never expire", () => {
  expect(lotExpiry(new Date("2026-01-03T10:00:00Z"), null, "UTC")).toBeNull();
});

test("points without a pending time are spendable at once", () => {
  const at = new Date("2026-01-03T10:00:00Z");
  expect(maturity(at, 0)).toBeNull();
  expect(maturity(at, 5)?.toISOString()).toBe("2026-01-08T10:00:00.000Z");
});

test("the business day is the local one", () => {
  expect(localDate(new Date("2026-01-31T22:30:00Z"), "Europe/Minsk")).toBe("2026-02-01");
});
