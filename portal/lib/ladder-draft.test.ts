import { expect, test } from "vitest";
import { benefitLines, type LadderDraft, ladderDraft } from "./ladder-draft.ts";

const inForce: LadderDraft = {
  counts: ["POINTS"],
  period: "CALENDAR_YEAR",
  protectionMonths: 0,
  downgrade: "ONE_STEP",
  tiers: [{ code: "bronze", name: { en: "Bronze" }, from: 0, benefits: [] }],
};

test("an address that says nothing shows what is in force", () => {
  expect(ladderDraft({}, inForce)).toEqual(inForce);
});

test("what the form says becomes a ladder, and an empty row none of its tiers", () => {
  const search = {
    period: "ROLLING_YEAR",
    downgrade: "BY_BALANCE",
    protection: "3",
    counts_POINTS: "on",
    counts_TIER_POINTS: "on",
    code_0: "bronze",
    en_0: "Bronze",
    from_0: "0",
    code_1: "silver",
    en_1: "Silver",
    ru_1: "Серебро",
    from_1: "1 000",
    benefits_1: "line | No queue | Без очереди\nnothing",
    code_2: "",
  };
  expect(ladderDraft(search, inForce)).toEqual({
    counts: ["TIER_POINTS", "POINTS"],
    period: "ROLLING_YEAR",
    protectionMonths: 3,
    downgrade: "BY_BALANCE",
    tiers: [
      { code: "bronze", name: { en: "Bronze" }, from: 0, benefits: [] },
      {
        code: "silver",
        name: { en: "Silver", ru: "Серебро" },
        from: 1_000,
        benefits: [{ code: "line", name: { en: "No queue", ru: "Без очереди" } }],
      },
    ],
  });
});

test("a benefit's line says the same when it is read back", () => {
  const benefits = [{ code: "line", name: { en: "No queue", ru: "Без очереди", be: null } }];
  expect(benefitLines(benefits)).toBe("line | No queue | Без очереди | ");
});
