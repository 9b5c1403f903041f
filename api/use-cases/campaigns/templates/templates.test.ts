import { describe, expect, test } from "vitest";
import { checkRules } from "#api/engine/check-rules.ts";
import { type FieldKind, fieldKinds } from "./fields.ts";
import { fillTemplate } from "./fill-template.ts";
import { type Template, type TemplateName, templates } from "./templates.ts";

const definition = { name: { en: "Spring" }, startsAt: "2026-03-01T00:00:00.000Z" };

const right: Record<FieldKind, string> = {
  PERCENT: "2.5",
  MONEY: "20.50",
  COUNT: "300",
  DAYS: "7",
  STAMPS: "6",
  TIMES: "1.5",
  NAME: "coffee",
  TEXT: 'beans "and" more\\',
  WEEKDAYS: "5, 1",
  TIME: "07:30",
};
const wrong: Record<FieldKind, string> = {
  PERCENT: "101",
  MONEY: "-1",
  COUNT: "1.5",
  DAYS: "732",
  STAMPS: "1",
  TIMES: "1",
  NAME: "a b",
  TEXT: "x".repeat(101),
  WEEKDAYS: "8",
  TIME: "7:30",
};

const names = Object.keys(templates) as TemplateName[];
const answers = (name: TemplateName, those: "all" | "required") => {
  const { fields }: Template = templates[name];
  const asked = those === "all" ? fields : fields.filter(({ required }) => required);
  return Object.fromEntries(asked.map((field) => [field.name, right[field.kind]]));
};

test("double points on coffee on weekday mornings for Silver", () => {
  const { rules } = fillTemplate("MULTIPLY_POINTS", {
    times: "2",
    category: "coffee",
    tier: "SILVER",
    weekdays: "1,2,3,4,5",
    fromTime: "06:00",
    untilTime: "11:00",
  });
  expect(rules[0]?.conditions.map(({ expression }) => expression)).toEqual([
    'receipt.lines.exists(l, l.category == "coffee")',
    'member.tier == "SILVER"',
    "receipt.weekday in [1, 2, 3, 4, 5]",
    'receipt.time >= "06:00"',
    'receipt.time < "11:00"',
  ]);
  expect(rules[0]?.effects).toMatchObject([{ kind: "multiply", times: "2", where: 'line.category == "coffee"' }]);
});

describe.each(names)("the template %s", (name) => {
  test.each(["all", "required"] as const)("makes rules the engine runs, of %s answers", (those) => {
    const { rules, problems } = fillTemplate(name, answers(name, those));
    expect(problems).toEqual([]);
    expect(checkRules({ ...definition, rules })).toEqual([]);
    const labels = rules.flatMap((rule) => [rule.label, ...rule.conditions.map(({ label }) => label)]);
    for (const label of labels) expect(Object.keys(label).sort()).toEqual(["be", "en", "ru"]);
  });

  test("names each answer that is wrong, missing or not asked for", () => {
    const { fields }: Template = templates[name];
    const bad = Object.fromEntries(fields.map((field) => [field.name, wrong[field.kind]]));
    const found = fillTemplate(name, { ...bad, weather: "rain" }).problems;
    expect(found.map(({ path }) => path)).toEqual([...fields.map((field) => field.name), "weather"]);
    const required = fields.filter((field) => field.required).map((field) => field.name);
    const missing = fillTemplate(name, {}).problems;
    expect(missing.map(({ path, code }) => `${path} ${code}`)).toEqual(required.map((one) => `${one} MISSING`));
  });
});

test("a text cannot leave its quotes", () => {
  const { rules } = fillTemplate("FIXED_POINTS", { number: "1", category: '" || true || "' });
  expect(rules[0]?.conditions[0]?.expression).toBe('receipt.lines.exists(l, l.category == "\\" || true || \\"")');
  expect(Object.keys(fieldKinds).sort()).toEqual(Object.keys(wrong).sort());
});
