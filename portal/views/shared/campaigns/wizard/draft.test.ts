import { expect, test } from "vitest";
import type { Definition } from "#portal/views/shared/campaigns/types.ts";
import { completeness } from "#portal/views/shared/campaigns/words.ts";
import { type Draft, draftOf, inputOf, newDraft, rulesOf, textsIn, unworded, worded } from "./draft.ts";

const ZONE = "Europe/Minsk";
const none = {
  on: null,
  where: null,
  give: null,
  times: null,
  take: null,
  count: null,
  gift: null,
  worth: null,
  card: null,
  size: null,
  draw: null,
  pool: null,
  benefit: null,
  template: null,
  journey: null,
  fundedBy: null,
};
const fuel = { id: "ptn_fuel", name: "Fuel" };

const written: Definition = {
  name: { en: "Coffee", ru: "Кофе", be: null },
  startsAt: "2026-03-01T21:00:00.000Z",
  endsAt: null,
  occasion: "PURCHASE",
  audience: { club: null, plan: null },
  controlBps: 0,
  stacking: { group: "default", mode: "BEST", priority: 700, exclusive: false },
  funding: [
    { kind: "ISSUER", bps: 6_250, partner: null },
    { kind: "PARTNER", bps: 3_750, partner: fuel },
  ],
  rules: [
    {
      label: { en: "Sixth free", ru: null, be: null },
      coupon: "welcome",
      conditions: [{ label: { en: "Mornings", ru: null, be: null }, expression: "receipt.hour < 11" }],
      effects: [
        {
          ...none,
          kind: "CHEAPEST",
          where: 'line.category == "coffee"',
          count: "1",
          take: { by: "PERCENT", bps: 10_000, amount: null, price: null },
        },
        {
          ...none,
          kind: "POINTS",
          on: "LINES",
          give: { by: "PER_AMOUNT", number: 3, per: "2.50", bps: null },
          fundedBy: [{ kind: "OPERATOR", bps: 10_000, partner: null }],
        },
        { ...none, kind: "STAMP", card: "coffee", size: 6, give: { by: "FIXED", number: 1, per: null, bps: null } },
      ],
    },
  ],
  limits: [{ unit: "MONEY", most: "500.00", scope: "CAMPAIGN", period: "EVER", rule: 0, over: "REST" }],
};

test("what was written before goes through the form and comes out as it was", () => {
  const draft = draftOf(written, ZONE);
  expect(draft.startsAt).toBe("2026-03-02T00:00");
  expect(inputOf(draft, draft.rules, ZONE)).toEqual({
    name: { en: "Coffee", ru: "Кофе" },
    startsAt: "2026-03-01T21:00:00.000Z",
    stacking: written.stacking,
    funding: [
      { kind: "ISSUER", bps: 6_250 },
      { kind: "PARTNER", partnerId: "ptn_fuel", bps: 3_750 },
    ],
    rules: [
      {
        label: { en: "Sixth free" },
        coupon: "welcome",
        conditions: [{ label: { en: "Mornings" }, expression: "receipt.hour < 11" }],
        effects: [
          { kind: "CHEAPEST", take: { by: "PERCENT", bps: 10_000 }, count: "1", where: 'line.category == "coffee"' },
          {
            kind: "POINTS",
            give: { by: "PER_AMOUNT", number: 3, per: "2.50" },
            on: "LINES",
            fundedBy: [{ kind: "OPERATOR", bps: 10_000 }],
          },
          { kind: "STAMP", card: "coffee", size: 6, give: { by: "FIXED", number: 1 } },
        ],
      },
    ],
    limits: [{ unit: "MONEY", most: "500.00", scope: "CAMPAIGN", period: "EVER", rule: 0, over: "REST" }],
  });
});

test("whom it is for and how many are held back come out as they were, and rules do not ask for it twice", () => {
  const asks = (expression: string) => ({ label: { en: "For members of the club", ru: null, be: null }, expression });
  const forMembers = {
    ...written,
    occasion: "ACTIVITY" as const,
    audience: { club: "runners", plan: null },
    controlBps: 1_250,
    rules: written.rules.map((rule) => ({
      ...rule,
      conditions: [asks('"runners" in member.clubs'), ...rule.conditions],
    })),
  };
  const draft = draftOf(forMembers, ZONE);
  expect(draft).toMatchObject({ audience: { club: "runners", plan: "" }, control: "12.5" });
  const input = inputOf(draft, draft.rules, ZONE);
  expect(input).toMatchObject({ audience: { club: "runners" }, controlBps: 1_250, occasion: "ACTIVITY" });
  expect(input.rules[0]?.conditions?.map(({ expression }) => expression)).toEqual(["receipt.hour < 11"]);
});

test("a decimal comma is a decimal point, and spaces are none", () => {
  const draft: Draft = {
    ...newDraft("2026-03-01T21:00:00.000Z", ZONE),
    funding: [{ funder: "OPERATOR", percent: "12,5" }],
    limits: [{ unit: "POINTS", most: "100 000", scope: "CAMPAIGN", period: "EVER", over: "NOTHING", rule: null }],
  };
  expect(inputOf(draft, [], ZONE)).toMatchObject({
    funding: [{ kind: "OPERATOR", bps: 1_250 }],
    limits: [{ most: "100000" }],
  });
});

test("what has no words yet is named, and all else can be checked without them", () => {
  const rules = rulesOf(written.rules).map((rule) => ({
    ...rule,
    conditions: rule.conditions.map((one) => ({ ...one, label: { en: " ", ru: "Утром", be: "" } })),
  }));
  const spoken = { name: { en: "", ru: "", be: "" }, rules };
  expect(unworded(spoken)).toEqual(["name.en", "rules.0.conditions.0.label.en"]);
  expect(unworded(worded(spoken))).toEqual([]);
  expect(worded(spoken).rules[0]?.conditions[0]?.label.ru).toBe("Утром");
});

test("a text counts as written only where something stands", () => {
  const rules = rulesOf(written.rules);
  const texts = textsIn(draftOf(written, ZONE), rules);
  expect(completeness(texts)).toEqual([
    { language: "en", done: 3, of: 3 },
    { language: "ru", done: 1, of: 3 },
    { language: "be", done: 0, of: 3 },
  ]);
});
