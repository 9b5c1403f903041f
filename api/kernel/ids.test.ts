import { expect, test } from "vitest";
import { idPrefixes, kindOfId, newId } from "#api/kernel/ids.ts";

test("an id says what it names", () => {
  expect(newId("partner")).toMatch(/^ptn_[0-9A-HJKMNP-TV-Z]{26}$/);
  expect(kindOfId(newId("member"))).toBe("member");
});

test.for(["", "ptn_", "xyz_01JD0000000000000000000000", "ptn_01JD000000000000000000000I", "partner"])(
  "%j names nothing",
  (text) => {
    expect(kindOfId(text)).toBeNull();
  },
);

test("later ids sort after earlier ones, also within a millisecond and when the clock steps back", () => {
  const made = [...Array(1_000).fill(5_000_000_000_000), ...Array(1_000).fill(4_999_999_999_000)].map((now: number) =>
    newId("entry", now),
  );
  expect(made.toSorted()).toEqual(made);
  expect(new Set(made).size).toBe(made.length);
});

test("no two kinds share a prefix", () => {
  expect(new Set(Object.values(idPrefixes)).size).toBe(Object.keys(idPrefixes).length);
});
