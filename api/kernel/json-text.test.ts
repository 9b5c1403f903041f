import fc from "fast-check";
import { expect, test } from "vitest";
import { jsonText } from "#api/kernel/json-text.ts";

test("whole numbers are text, whatever they are in", () => {
  const told = { points: 9_007_199_254_740_993n, parts: [1n, { by: -2n }], none: undefined, at: new Date(0) };
  const text = '{"points":"9007199254740993","parts":["1",{"by":"-2"}],"at":"1970-01-01T00:00:00.000Z"}';
  expect(jsonText(told)).toBe(text);
});

test("everything else is as JSON has it", () => {
  const told = [
    Number.NaN,
    '\u2028\ud800"',
    { b: undefined, a: [undefined, () => 1] },
    null,
    true,
    -0,
    1e21,
    Symbol("x"),
  ];
  expect(jsonText(told)).toBe(JSON.stringify(told));
  const same = (value: unknown) => jsonText(value) === JSON.stringify(value);
  fc.assert(fc.property(fc.jsonValue({ maxDepth: 3 }), same));
});
