import { expect, test } from "vitest";
import { allocate } from "#portal/lib/allocate.ts";

const awaited = [
  { id: "grocer", e6: 40n },
  { id: "fuel", e6: 30n },
];

test("one receipt pays several, the last of them in part, and nobody gets what is not there", () => {
  expect(allocate(50n, awaited)).toEqual([
    { id: "grocer", e6: 40n },
    { id: "fuel", e6: 10n },
  ]);
  expect(allocate(40n, awaited)).toEqual([{ id: "grocer", e6: 40n }]);
});

test("what is more than awaited goes to nobody", () => {
  expect(allocate(100n, awaited)).toEqual(awaited);
});
