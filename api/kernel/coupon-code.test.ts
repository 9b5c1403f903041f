import { expect, test } from "vitest";
import { isCheckedCode, newCouponCode, plainCode, printedCode } from "./coupon-code.ts";

test("a code has twelve signs, none of which is taken for another, and checks itself", () => {
  const codes = Array.from({ length: 200 }, newCouponCode);
  expect(codes.filter((code) => !/^[2-9A-HJKMNP-Z]{12}$/.test(code))).toEqual([]);
  expect(codes.every(isCheckedCode)).toBe(true);
  expect(new Set(codes).size).toBe(200);
});

test("one wrong sign, or two neighbours exchanged, are seen", () => {
  const code = "7QK4M2XD9FT";
  const whole = [..."23456789ABCDEFGHJKMNPQRSTUVWXYZ"].map((sign) => code + sign).filter(isCheckedCode);
  expect(whole).toHaveLength(1);
  const [good = ""] = whole;
  const wrong = [...good].map(
    (sign, place) => good.slice(0, place) + (sign === "A" ? "B" : "A") + good.slice(place + 1),
  );
  const exchanged = [...good.slice(1)].map(
    (_sign, place) => good.slice(0, place) + good[place + 1] + good[place] + good.slice(place + 2),
  );
  expect([...wrong, ...exchanged].filter((one) => one !== good && isCheckedCode(one))).toEqual([]);
});

test("small letters, spaces and dashes make no difference", () => {
  const code = newCouponCode();
  expect(plainCode(` ${printedCode(code).toLowerCase().replaceAll("-", " ")} `)).toBe(code);
  expect(printedCode("SPRING26")).toBe("SPRING26");
});
