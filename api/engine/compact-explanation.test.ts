import { expect, test } from "vitest";
import { ask, campaign, fixedPoints, percentOff, percentPoints, receiptOf, rule } from "#api/test/engine.ts";
import { type CompactExplanation, compacted, restored } from "./compact-explanation.ts";
import { evaluate } from "./evaluate.ts";
import type { Explanation } from "./explanation.ts";
import { questionOf } from "./replay.ts";

/** As it comes back from storage. */
const laid = (explanation: Explanation): CompactExplanation => JSON.parse(JSON.stringify(compacted(explanation)));

/** A hundred campaigns with ids as long as real ones; every tenth applies, the rest do not for a few reasons. */
const conditions = ["receipt.total >= 100", 'member.tier == "gold"', "spend(30) >= 500", "1 / receipt.pointsSpent > 1"];
const hundred = Array.from({ length: 100 }, (_, nth) =>
  campaign({
    id: `cmp_01M81R4915000GNREGWWW5P${String(nth).padStart(3, "0")}`,
    stacking: { group: nth % 3 === 0 ? "best" : "all", mode: nth % 3 === 0 ? "BEST" : "ALL" },
    limits: nth % 7 === 0 ? [{ unit: "POINTS", most: "5", scope: "CAMPAIGN", period: "EVER" }] : [],
    rules: [
      rule(nth % 10 === 1 ? [] : [conditions[nth % 4] ?? "true"], [
        nth % 5 === 0 ? percentOff(100) : nth % 2 === 0 ? fixedPoints("7") : percentPoints(150),
      ]),
    ],
  }),
);
const asked = receiptOf("20.00");
const given = { campaigns: hundred, member: { tier: "silver" }, windows: { "spend(30)": 0n } };

test("nothing of an explanation is lost in storage: the same bytes come back", () => {
  const { explanation } = ask(asked, given);
  expect(new Set(explanation.steps.map(({ because }) => because))).toEqual(
    new Set([null, "CONDITION", "BETTER", "LIMIT", "NOT_COMPUTABLE"]),
  );
  expect(JSON.stringify(restored(laid(explanation)))).toBe(JSON.stringify(explanation));
});

test("a replay of what was stored gives the same bytes again", () => {
  const { explanation } = ask(asked, given);
  const again = evaluate(questionOf(asked, restored(laid(explanation)), hundred));
  expect(JSON.stringify(again.explanation)).toBe(JSON.stringify(explanation));
});

test("what a hundred campaigns say of a receipt takes a third of the room", () => {
  const { explanation } = ask(asked, given);
  const [full, kept] = [JSON.stringify(explanation).length, JSON.stringify(laid(explanation)).length];
  expect(kept * 3).toBeLessThan(full);
});

test("facts of one name are told apart by what they held", () => {
  const { explanation } = ask(asked, given);
  const steps = explanation.steps.slice(0, 2).map((step, nth) => ({
    ...step,
    inputs: [{ name: "total", value: String(nth) }],
  }));
  expect(restored(laid({ ...explanation, steps })).steps).toEqual(steps);
});

test("what nobody gave reasons for stays as empty as it was", () => {
  const { explanation } = ask(asked);
  expect(restored(laid(explanation))).toEqual(explanation);
  expect(laid({ ...explanation, steps: [] })).toMatchObject({ inputs: [], told: [] });
});
