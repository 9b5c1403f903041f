import { expect, test } from "vitest";
import type { Deps } from "#api/use-cases/deps.ts";
import { together } from "#api/use-cases/together.ts";

const hub = (): Deps => ({}) as Deps;

/** Remembers what it was asked, and answers every key but "none" with itself. */
function echo() {
  const asked: string[][] = [];
  const find = together(async (_deps, keys) => {
    asked.push([...keys]);
    return new Map(keys.filter((key) => key !== "none").map((key) => [key, key]));
  });
  return { asked, find };
}

test("what many requests ask for at once is read in one go, each thing once", async () => {
  const { asked, find } = echo();
  const deps = hub();
  const answers = await Promise.all([find(deps, ["a", "none"]), find(deps, ["b"]), find(deps, ["a"])]);
  expect(answers).toEqual([["a", null], ["b"], ["a"]]);
  expect(asked).toEqual([["a", "none", "b"]]);
});

test("nothing is remembered: what is asked again later is read again", async () => {
  const { asked, find } = echo();
  const deps = hub();
  await find(deps, ["a"]);
  await find(deps, ["a"]);
  expect(asked).toEqual([["a"], ["a"]]);
});

test("two hubs in one process do not mix", async () => {
  const { asked, find } = echo();
  await Promise.all([find(hub(), ["a"]), find(hub(), ["b"])]);
  expect(asked).toEqual([["a"], ["b"]]);
});
