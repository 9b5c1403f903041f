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

test("what is asked for while reads are under way is the next read, and begins after it was asked for", async () => {
  const asked: string[][] = [];
  const answer: (() => void)[] = [];
  const find = together(async (_deps, keys) => {
    asked.push([...keys]);
    await new Promise<void>((resolve) => answer.push(resolve));
    return new Map(keys.map((key) => [key, key]));
  });
  const deps = hub();
  const answers = [];
  for (const key of ["a", "b", "c", "a", "d"]) {
    answers.push(find(deps, [key]));
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(asked).toEqual([["a"], ["b"]]);
  answer[0]?.();
  expect(await answers[0]).toEqual(["a"]);
  await new Promise((resolve) => setImmediate(resolve));
  expect(asked).toEqual([["a"], ["b"], ["c", "a", "d"]]);
  for (const go of answer) go();
  expect(await Promise.all(answers)).toEqual([["a"], ["b"], ["c"], ["a"], ["d"]]);
});

test("a read that fails fails those who asked for it, and no others", async () => {
  let fails = true;
  const find = together(async (_deps, keys) => {
    if (fails) throw new Error("the database is away");
    return new Map(keys.map((key) => [key, key]));
  });
  const deps = hub();
  await expect(find(deps, ["a"])).rejects.toThrow("the database is away");
  fails = false;
  expect(await find(deps, ["a"])).toEqual(["a"]);
});
