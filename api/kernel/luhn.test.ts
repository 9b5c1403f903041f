import { expect, test } from "vitest";
import { isLuhn, luhnDigit, newCardNumber } from "#api/kernel/luhn.ts";

test("the check digit is the one of ISO/IEC 7812", () => {
  expect(luhnDigit("7992739871")).toBe("3");
  expect(isLuhn("79927398713")).toBe(true);
});

test("every single mistyped digit is caught", () => {
  const wrong = [..."79927398713"].flatMap((digit, at) =>
    [..."0123456789"]
      .filter((other) => other !== digit)
      .map((other) => `${"79927398713".slice(0, at)}${other}${"79927398713".slice(at + 1)}`),
  );
  expect(wrong.filter(isLuhn)).toEqual([]);
});

test("a new card has sixteen digits that agree, and is not the one before", () => {
  const [first, second] = [newCardNumber(), newCardNumber()];
  expect(first).toMatch(/^9977\d{12}$/);
  expect(isLuhn(first)).toBe(true);
  expect(second).not.toBe(first);
});
