import { hostname } from "node:os";
import { expect, test } from "vitest";
import { type Figure, machine } from "#api/bench/figures.ts";
import { sectionOf } from "#api/bench/record.ts";

const conditions = { movements: 200_000, tills: 16 };
const figures: Figure[] = [
  { bench: "clearing.month", variant: "exclusive lock", conditions, value: 2.357, unit: "ms", goal: "< 50" },
  { bench: "clearing.month", variant: "receipts meanwhile", conditions, value: 2_336, unit: "count" },
];
const run = { title: "clearing.month", command: "npm run bench -- clearing.month --quick --record" };

test("a record is a dated table that says how it was made, on what, and what was wanted", () => {
  const on = new Date("2026-03-10T23:59:00Z");
  expect(sectionOf(figures, run, { on, machine: "2 × Some CPU, 8 GiB, Node v24, PostgreSQL 18" })).toBe(`
## 2026-03-10: clearing.month

\`npm run bench -- clearing.month --quick --record\` on 2 × Some CPU, 8 GiB, Node v24, PostgreSQL 18.

| Bench | Conditions | Figure | Goal |
| --- | --- | ---: | --- |
| clearing.month: exclusive lock | movements 200000, tills 16 | 2.36 ms | < 50 |
| clearing.month: receipts meanwhile | movements 200000, tills 16 | 2,336 count |  |
`);
});

test("a machine is described without its name or where anything lies on it", () => {
  expect(machine()).toMatch(/^\d+ × .+, \d+ GiB, Node v\d+/);
  expect(machine()).not.toContain(hostname());
  expect(machine()).not.toContain(process.cwd());
});
