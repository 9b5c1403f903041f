import { describe, expect, test } from "vitest";
import { momentReader } from "./instants.ts";

const reader = (pattern: string, zone = "UTC") => momentReader({ pattern, zone, timeOfDay: "12:00" });
const utc = (at: string, on: string) => ({ at: new Date(at), on });

describe("a source's times become instants", () => {
  test("a day without a time takes the profile's, in the source's zone", () => {
    expect(reader("yyyy-MM-dd", "Europe/London")("2015-07-01")).toEqual(utc("2015-07-01T11:00:00Z", "2015-07-01"));
  });

  test("wall time in summer and in winter", () => {
    const read = reader("dd.MM.yyyy HH:mm", "Europe/Minsk");
    expect(read("01.02.2026 00:30")).toEqual(utc("2026-01-31T21:30:00Z", "2026-02-01"));
    const london = reader("yyyy-MM-dd HH:mm:ss", "Europe/London");
    expect(london("2010-12-01 08:26:00")).toEqual(utc("2010-12-01T08:26:00Z", "2010-12-01"));
    expect(london("2011-06-01 00:10:00")).toEqual(utc("2011-05-31T23:10:00Z", "2011-06-01"));
  });

  test("an ISO instant keeps its own offset; its day is counted in the zone", () => {
    expect(reader("iso", "Europe/Minsk")("2026-01-31T22:30:00Z")).toEqual(utc("2026-01-31T22:30:00Z", "2026-02-01"));
    expect(reader("iso")("2026-01-31T23:30:00+03:00")).toEqual(utc("2026-01-31T20:30:00Z", "2026-01-31"));
  });

  test.each([
    ["yyyy-MM-dd", "2015-02-29"],
    ["yyyy-MM-dd", "2015-2-9"],
    ["dd/MM/yyyy", "13/13/2015"],
    ["yyyy-MM-dd HH:mm", "2015-01-01 24:00"],
    ["iso", "2015-02-29T00:00:00Z"],
    ["iso", "2015-01-01 00:00:00"],
    ["iso", "yesterday"],
  ])("%s does not fit %s", (pattern, text) => {
    expect(reader(pattern)(text)).toBeNull();
  });

  test("a pattern that leaves the day open is refused", () => {
    expect(() => reader("yyyy-MM")).toThrow("yyyy, MM and dd");
  });
});
