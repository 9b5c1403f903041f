import { expect, test } from "vitest";
import { asOf } from "#portal/lib/as-of.ts";

test("a day ends with its last millisecond, where the network is", () => {
  expect(asOf({ at: "2026-03-28" }, "Europe/Berlin")).toBe("2026-03-28T22:59:59.999Z");
  expect(asOf({ at: "2026-03-29" }, "Europe/Berlin")).toBe("2026-03-29T21:59:59.999Z");
});

test("no day, or none that there is, means now", () => {
  expect(asOf({}, "UTC")).toBeNull();
  expect(asOf({ at: "2026-13-40" }, "UTC")).toBeNull();
});
