import { expect, test } from "vitest";
import { byDay } from "#portal/views/member/days.ts";

const row = (id: string, postedAt: string, occurredAt = postedAt) => ({ id, postedAt, occurredAt });

test("a receipt that came two days late stands on the day it came, and no day comes twice", () => {
  const late = row("late", "2026-03-10T12:00:00Z", "2026-03-08T09:00:00Z");
  const rows = [
    row("new", "2026-03-10T15:00:00Z"),
    late,
    row("old", "2026-03-10T08:00:00Z"),
    row("first", "2026-03-09T08:00:00Z"),
  ];
  const days = byDay(rows, (instant) => instant.slice(0, 10));
  expect(days.map(({ day, rows: of }) => [day, of.map(({ id }) => id)])).toEqual([
    ["2026-03-10", ["new", "late", "old"]],
    ["2026-03-09", ["first"]],
  ]);
});
