import { expect, test } from "vitest";
import { entryOf } from "#portal/views/member/draws/entry.ts";

test("whoever holds all the tickets one may hold is sold none, whatever points they have", () => {
  const sale = { price: 50, most: 3, available: 1_000 };
  expect([2, 3, 4].map((held) => entryOf({ ...sale, held }))).toEqual(["OPEN", "FULL", "FULL"]);
  expect(entryOf({ ...sale, most: null, held: 400 })).toBe("OPEN");
});

test("a ticket takes as many points as it costs", () => {
  const sale = { price: 50, most: null, held: 0 };
  expect([49, 50].map((available) => entryOf({ ...sale, available }))).toEqual(["TOO_FEW", "OPEN"]);
});
