import { expect, test } from "vitest";
import { shareBps, twoDecimals } from "./share.ts";

test("a share goes to the nearest basis point, of members and of points alike", () => {
  expect([shareBps(2, 3), shareBps(2n, 3n), shareBps(1n, 3n)]).toEqual([6_667, 6_667, 3_333]);
  expect([shareBps(0, 0), shareBps(0n, 0n)]).toEqual([0, 0]);
});

test("less than half a hundredth below zero is zero without a sign", () => {
  expect([-0.004, -0, 0.004, -0.006, -1.5].map(twoDecimals)).toEqual(["0.00", "0.00", "0.00", "-0.01", "-1.50"]);
});
