import { expect, test } from "vitest";
import { shortNumber } from "#portal/ui/charts/short-number.ts";

test("one axis counts in one unit, the one that its greatest number takes", () => {
  expect([0, 9_000, 18_000].map(shortNumber("en", 18_000))).toEqual(["0", "9k", "18k"]);
  expect([0, 3_000, 9_000].map(shortNumber("en", 9_000))).toEqual(["0", "3,000", "9,000"]);
  expect([-500_000, 2_000_000].map(shortNumber("en", 2_000_000))).toEqual(["−0.5M", "2M"]);
});
