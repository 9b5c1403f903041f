import { expect, test } from "vitest";
import { hasReached, nextCycleState } from "#api/use-cases/cycles/states.ts";
import { TransitionRefused } from "#api/use-cases/machine.ts";

test("a cycle goes its way to the end step by step", () => {
  expect(nextCycleState({ id: "c", state: "OPEN" }, "close")).toBe("CLOSING");
  expect(nextCycleState({ id: "c", state: "IN_REVIEW" }, "approve")).toBe("APPROVED");
  expect(nextCycleState({ id: "c", state: "SETTLING" }, "settle with default")).toBe("SETTLED_WITH_DEFAULT");
});

test("nothing leads back from an approved cycle", () => {
  expect(() => nextCycleState({ id: "c", state: "APPROVED" }, "reopen")).toThrow(TransitionRefused);
  expect(() => nextCycleState({ id: "c", state: "SETTLED" }, "close")).toThrow(
    "The cycle is settled; it cannot close now.",
  );
});

test("a cycle that was empty has come as far as an approved one", () => {
  expect(hasReached({ state: "SETTLED" }, "APPROVED")).toBe(true);
  expect(hasReached({ state: "IN_REVIEW" }, "APPROVED")).toBe(false);
});
