import { expect, test } from "vitest";
import { quietEnd } from "./rules.ts";

const night = { quietFrom: "21:00", quietUntil: "09:00", weeklyMost: 3 };
const end = (at: string, rules = night, zone = "Europe/Minsk") =>
  quietEnd(new Date(at), rules, zone)?.toISOString() ?? null;

test("quiet hours are the coalition's own, over midnight too", () => {
  expect(end("2026-03-10T18:00:00Z")).toBe("2026-03-11T06:00:00.000Z"); // 21:00 in Minsk
  expect(end("2026-03-11T05:59:59Z")).toBe("2026-03-11T06:00:00.000Z");
  expect(end("2026-03-11T06:00:00Z")).toBeNull();
  expect(end("2026-03-10T17:59:00Z")).toBeNull();
});

test("a siesta ends the same day, and the same time twice is no quiet at all", () => {
  expect(end("2026-03-10T13:30:00Z", { ...night, quietFrom: "13:00", quietUntil: "15:00" }, "UTC")).toBe(
    "2026-03-10T15:00:00.000Z",
  );
  expect(end("2026-03-10T09:00:00Z", { ...night, quietFrom: "09:00", quietUntil: "09:00" }, "UTC")).toBeNull();
});

test("in the night in which clocks change the morning is still the morning", () => {
  expect(end("2026-03-28T22:00:00Z", night, "Europe/Berlin")).toBe("2026-03-29T07:00:00.000Z");
  expect(end("2026-10-24T22:00:00Z", night, "Europe/Berlin")).toBe("2026-10-25T08:00:00.000Z");
});
