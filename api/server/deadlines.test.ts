import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { deadlinesOf } from "#api/server/deadlines.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const late = () => "late";

test("what is done in time answers for itself, well or badly", async () => {
  const within = deadlinesOf(1_000);
  expect(await within(() => "at once", late)).toBe("at once");
  expect(await within(async () => "soon", late)).toBe("soon");
  await expect(within(() => Promise.reject(new Error("no")), late)).rejects.toThrow("no");
  const thrown = within(() => {
    throw new Error("at once, no");
  }, late);
  await expect(thrown).rejects.toThrow("at once, no");
});

test("what takes too long is answered for, each at its own time", async () => {
  const within = deadlinesOf(1_000);
  const answered: string[] = [];
  const begin = (name: string) => void within(() => new Promise(() => undefined), late).then(() => answered.push(name));
  begin("first");
  await vi.advanceTimersByTimeAsync(600);
  begin("second");
  await vi.advanceTimersByTimeAsync(500);
  expect(answered).toEqual(["first"]);
  await vi.advanceTimersByTimeAsync(600);
  expect(answered).toEqual(["first", "second"]);
});

test("what is done leaves no timer behind", async () => {
  const within = deadlinesOf(1_000);
  await within(async () => "soon", late);
  await vi.advanceTimersByTimeAsync(200);
  expect(vi.getTimerCount()).toBe(0);
});
