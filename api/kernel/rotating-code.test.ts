import { expect, test } from "vitest";
import { isSameText, rotatingCode, windowEnd, windowOf, windowOfCode } from "./rotating-code.ts";

const at = new Date("2026-03-10T12:00:10Z");
const codeAt = (seconds: number) => rotatingCode("crd_1", windowOf(new Date(at.getTime() + seconds * 1000)), "secret");

test("a code is eight digits and lives for half a minute", () => {
  expect(codeAt(0)).toMatch(/^\d{8}$/);
  expect(codeAt(19)).toBe(codeAt(0));
  expect(codeAt(20)).not.toBe(codeAt(0));
  expect(windowEnd(windowOf(at))).toEqual(new Date("2026-03-10T12:00:30Z"));
});

test("the code before and the code after are heeded, others are not", () => {
  const heeded = [-60, -30, 0, 30, 60].map((seconds) => windowOfCode(codeAt(seconds), "crd_1", at, "secret") !== null);
  expect(heeded).toEqual([false, true, true, true, false]);
});

test("a code is one card's, under one secret", () => {
  expect(windowOfCode(codeAt(0), "crd_2", at, "secret")).toBeNull();
  expect(windowOfCode(codeAt(0), "crd_1", at, "another")).toBeNull();
});

test("a text is the same only in full, with letters of any alphabet", () => {
  expect(isSameText("12345678", "12345678")).toBe(true);
  expect(isSameText("123456789", "12345678")).toBe(false);
  expect(isSameText("1234567 ", "1234567")).toBe(false);
  expect(isSameText("ЖЖЖЖЖЖЖЖ", "12345678")).toBe(false);
});
