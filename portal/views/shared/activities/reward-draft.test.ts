import { expect, test } from "vitest";
import { rewardDefinition } from "./reward-draft.ts";

const payment = { en: "Payment", ru: "Платёж", be: "Плацёж" };
const filled = { points: 25, budget: "50000", startsAt: "2026-03-01T00:00:00.000Z" };

test("an activity is rewarded with fixed points by one rule, within a budget", () => {
  const definition = rewardDefinition(filled, { code: "payment", name: payment, payer: "OPERATOR" });
  expect(definition).toMatchObject({
    occasion: "ACTIVITY",
    funding: [{ kind: "OPERATOR", bps: 10_000 }],
    rules: [
      {
        conditions: [{ expression: 'activity.kind == "payment"' }],
        effects: [{ kind: "POINTS", give: { by: "FIXED", number: 25 } }],
      },
    ],
    limits: [{ unit: "POINTS", most: "50000", scope: "CAMPAIGN", period: "EVER" }],
  });
  expect(definition).not.toHaveProperty("endsAt");
});

test("a least amount is a condition of its own, and how often a month is a limit of each member", () => {
  const asked = { ...filled, atLeast: "50.50", timesAMonth: "4" };
  const { rules, limits } = rewardDefinition(asked, { code: "payment", name: payment, payer: "ISSUER" });
  expect(rules[0]?.conditions[1]).toEqual({
    label: { en: "50.50 or more", ru: "От 50.50", be: "Ад 50.50" },
    expression: "activity.amount >= 50.5",
  });
  expect(limits[0]).toEqual({ unit: "TIMES", most: "4", scope: "MEMBER", period: "MONTH" });
});
