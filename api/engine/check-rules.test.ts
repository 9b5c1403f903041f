import { expect, test } from "vitest";
import { percentPoints, rule } from "#api/test/engine.ts";
import { checkRules } from "./check-rules.ts";

const definition = (rules: readonly unknown[], more: Record<string, unknown> = {}) => ({
  name: { en: "Spring" },
  startsAt: "2026-01-01T00:00:00Z",
  rules,
  ...more,
});
const problemsIn = (expression: string) => checkRules(definition([rule([expression], [percentPoints(200)])]));

test("a definition that can be run has no problems", () => {
  const conditions = [
    'member.tier in ["silver", "gold"] && spend(365) >= 500.50',
    'receipt.lines.exists(l, l.category == "coffee" && l.amount * 2 > 3)',
    "receipt.lines.map(l, l.amount).sum() - receipt.total == receipt.total * 0",
    'now < timestamp("2026-12-31T00:00:00Z") || "vip" in member.tags',
  ];
  expect(checkRules(definition([rule(conditions, [percentPoints(200, 'line.sku.startsWith("4")')])]))).toEqual([]);
});

test.each([
  ["receipt.totl > 5", "UNKNOWN_FACT", 1, 9],
  ["weather == 1", "UNKNOWN_FACT", 1, 1],
  ['member.tier == "gold" &&\n  member.shoeSize > 40', "UNKNOWN_FACT", 2, 10],
  ['line.sku == "4"', "UNKNOWN_FACT", 1, 1],
  ['receipt.total > "a lot"', "WRONG_TYPE", 1, 1],
  ["true && receipt.lines.exists(l, l.category == 3)", "WRONG_TYPE", 1, 33],
  ["receipt.pieces", "WRONG_TYPE", 1, 1],
  ["receipt.total + 5 > 6", "WRONG_TYPE", 1, 1],
  ["receipt.total >", "SYNTAX", 1, 16],
  ["spend(30 + 1) > 5", "WINDOW_ARGUMENT", 1, 7],
  ["spend(0) > 5", "WINDOW_ARGUMENT", 1, 7],
  ["spend(732) > 5", "WINDOW_ARGUMENT", 1, 7],
  ["spendAt(receipt.partner, 30) > 5", "WINDOW_ARGUMENT", 1, 17],
  ["monthSpendReachedWithin(-5, 7)", "WINDOW_ARGUMENT", 1, 25],
])("%s is refused: %s in line %i, column %i", (expression, code, line, column) => {
  expect(problemsIn(expression)).toMatchObject([{ path: "rules.0.conditions.0.expression", code, line, column }]);
});

const lines = (body: string) => `receipt.lines.exists(l, ${body})`;

test.each([
  ["every line with every other", lines("receipt.lines.exists(k, k.sku == l.sku)"), "TOO_COSTLY"],
  [
    "every line of every line of every line",
    lines(`receipt.lines.all(k, receipt.lines.all(m, m.sku == k.sku))`),
    "TOO_COSTLY",
  ],
  ["sums in sums", "receipt.lines.map(l, receipt.lines.map(k, k.pieces).sum()).sum() > 3", "TOO_COSTLY"],
  ["brackets without end", `${"(".repeat(500)}true${")".repeat(500)}`, "TOO_LARGE"],
  ["nots without end", `${"!".repeat(3_900)}true`, "TOO_LARGE"],
  ["a thousand comparisons", Array.from({ length: 300 }, () => "1<2").join("&&"), "TOO_LARGE"],
  ["a list of six hundred", `1 in [${Array.from({ length: 600 }, () => 1).join()}]`, "TOO_LARGE"],
  ["a pattern that backtracks", 'receipt.partner.matches("(a+)+b")', "UNKNOWN_FUNCTION"],
  ["text that doubles itself", 'cel.bind(a, "aa", a + a != "")', "UNKNOWN_FUNCTION"],
  ["a look past the types", "dyn(receipt.total) > 5", "UNKNOWN_FUNCTION"],
  ["a variable that hides a fact", "receipt.lines.exists(member, member.pieces > 1)", "NAME_TAKEN"],
])("%s is refused before it is ever run", (_what, expression, code) => {
  const began = performance.now();
  expect(problemsIn(expression).map((problem) => problem.code)).toEqual([code]);
  expect(performance.now() - began).toBeLessThan(2_000);
});

test("an expression about lines may not run through all lines again", () => {
  const effects = [percentPoints(200, "receipt.lines.exists(l, l.sku == line.sku)")];
  expect(checkRules(definition([rule([], effects)]))).toMatchObject([
    { path: "rules.0.effects.0.where", code: "TOO_COSTLY" },
  ]);
});

test("how many pieces are free is a whole number", () => {
  const cheapest = { kind: "cheapest", count: "receipt.pieces > 5", take: { by: "PERCENT", bps: 10_000 } };
  expect(checkRules(definition([rule([], [cheapest])]))).toMatchObject([
    { path: "rules.0.effects.0.count", code: "WRONG_TYPE" },
  ]);
});

test("everything wrong is told at once", () => {
  const rules = [rule(["foo", "receipt.total > 1"], [percentPoints(200, "bar")]), rule(["baz"], [percentPoints(200)])];
  expect(checkRules(definition(rules)).map(({ path }) => path)).toEqual([
    "rules.0.conditions.0.expression",
    "rules.0.effects.0.where",
    "rules.1.conditions.0.expression",
  ]);
});

test.each<[string, Record<string, unknown>, string]>([
  ["shares that do not sum to 100 %", { funding: [{ funder: "ISSUER", bps: 9_999 }] }, "funding"],
  ["an end before the start", { endsAt: "2025-01-01T00:00:00Z" }, "endsAt"],
  ["a limit of a rule that is not there", { limits: [limit({ rule: 1 })] }, "limits"],
  ["a fraction of a point", { limits: [limit({ most: "1.5" })] }, "limits.0.most"],
  ["a name nobody knows", { colour: "red" }, ""],
  ["a priority that is no number", { stacking: { priority: "high" } }, "stacking.priority"],
])("%s is refused with the place", (_what, more, path) => {
  const problems = checkRules(definition([rule([], [percentPoints(200)])], more));
  expect(problems.map((problem) => problem.path)).toEqual([path]);
  expect(problems[0]?.code).toMatch(/^SHAPE_/);
});

function limit(more: Record<string, unknown>) {
  return { unit: "POINTS", most: "5", scope: "MEMBER", period: "DAY", ...more };
}
