import { expect, test } from "vitest";
import { likeness } from "#api/use-cases/reconciliation/likeness.ts";

test("a company is itself under another spelling, and not under another name", () => {
  expect(likeness("Grocer OOO", "GROCER")).toBe(1);
  expect(likeness("Grócer Trading Ltd", "Grocer trading")).toBe(1);
  expect(likeness("Fuel and more", "Fuel & More LLC")).toBeGreaterThan(0.7);
  expect(likeness("Grocer", "Pharmacy")).toBeLessThan(0.2);
  expect(likeness("", "Pharmacy")).toBe(0);
});
