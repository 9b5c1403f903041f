import { createTranslator } from "next-intl";
import { expect, test } from "vitest";
import { loadMessages } from "#portal/i18n/messages.ts";
import { inputOf, missingFields } from "#portal/lib/deed-input.ts";
import { type Rewarding, rewardDefinition } from "./reward-draft.ts";
import { rewardSections } from "./reward-fields.ts";

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

const messages = await loadMessages("en");
const clock = { zone: "Europe/Minsk", wall: () => "2026-03-01T03:00" };
const fields = rewardSections(createTranslator({ locale: "en", messages, namespace: "activities" }), clock).flatMap(
  (section) => section.fields,
);

function form(values: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries({ startsAt: "2026-03-01T03:00", ...values })) data.set(name, value);
  return data;
}

test("amounts and counts are sent as numbers, however people space them", async () => {
  const typed = form({ points: "25", atLeast: "1 000,50", timesAMonth: "1 200", budget: "50 000" });
  expect(missingFields(fields, typed)).toEqual([]);
  const filled = (await inputOf(fields, typed)) as Rewarding;
  const { rules, limits } = rewardDefinition(filled, { code: "payment", name: payment, payer: "ISSUER" });
  expect(rules[0]?.conditions[1]?.expression).toBe("activity.amount >= 1000.5");
  expect(limits.map(({ most }) => most)).toEqual(["1200", "50000"]);
});

test("what is no number is asked for again and never becomes a rule", () => {
  expect(missingFields(fields, form({ points: "25", atLeast: "fifty", budget: "much" }))).toEqual([
    "atLeast",
    "budget",
  ]);
});
