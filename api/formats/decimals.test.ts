import { describe, expect, test } from "vitest";
import { readAmount, readQuantity } from "./decimals.ts";

const plain = { decimal: ".", thousands: "" } as const;
const german = { decimal: ",", thousands: "." } as const;
const french = { decimal: ",", thousands: " " } as const;

describe("amounts are taken exactly or not at all", () => {
  test.each([
    ["12.5", plain, 12_500_000n],
    ["-0.000001", plain, -1n],
    ["+7", plain, 7_000_000n],
    ["1.100000000", plain, 1_100_000n],
    ["1.234.567,89", german, 1_234_567_890_000n],
    ["1\u00a0234,50", french, 1_234_500_000n],
    ["(45.10)", plain, -45_100_000n],
    ["45.10-", plain, -45_100_000n],
  ])("%s is read", (text, style, expected) => {
    expect(readAmount(text, style)).toBe(expected);
  });

  test.each([
    ["", plain],
    ["12.", plain],
    ["1,5", plain],
    ["4.44e-16", plain],
    ["0.0000001", plain],
    ["12.34.56", german],
    ["1.2.3", plain],
    ["--5", plain],
    ["-(5)", plain],
    ["£5", plain],
  ])("%s is refused", (text, style) => {
    expect(readAmount(text, style)).toBeNull();
  });

  test("a quantity has at most three decimals", () => {
    expect(readQuantity("1.5", plain)).toBe(1_500n);
    expect(readQuantity("0.0005", plain)).toBeNull();
  });
});
