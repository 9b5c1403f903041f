import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { campaignEffect } from "./campaign-effects.ts";
import { reasonsAgainst } from "./explanation.ts";
import { isProblem, readExpression } from "./expressions/expression.ts";
import {
  type Fact,
  type FactType,
  facts,
  factTypes,
  listFunctions,
  segmentFacts,
  segmentWindowFacts,
  windowFacts,
} from "./facts.ts";

const page = readFileSync("docs/rules.md", "utf8");

test.each([
  ["Facts", facts],
  ["Windows", windowFacts],
  ["Facts of segments", segmentFacts],
  ["Windows of segments", segmentWindowFacts],
  ["Sums", listFunctions],
])("the page on rules has exactly the table of %s", (heading, table) => {
  const [, section = ""] = page.split(`### ${heading}\n`);
  const [own = ""] = section.split(/\n##/);
  expect(own.match(/^\| `.*$/gm)).toEqual(table.map(rowOf));
});

test("the page on rules tells of every effect and every reason", () => {
  const kinds = campaignEffect.options.map(({ shape }) => shape.kind.value);
  for (const name of [...kinds, ...reasonsAgainst]) expect(page).toMatch(new RegExp(`^\\| .*\`${name}\``, "m"));
});

/** Something that only a fact of the type can be compared with. */
const alike: Readonly<Record<FactType, string>> = {
  money: "== 1.5",
  "whole number": "== 1",
  text: '== "a"',
  "yes or no": "== true",
  "list of texts": '== ["a"]',
  lines: ".all(l, l.pieces > 0)",
  instant: '== timestamp("2026-01-01T00:00:00Z")',
};

test.each(facts.map((fact) => [fact.name, fact] as const))("%s can be read, and is of its type", (name, { type }) => {
  const scope = name.startsWith("line.") ? "LINE" : "RECEIPT";
  const read = readExpression(`${name} ${alike[type]}`, { wanted: "bool", scope });
  expect(isProblem(read) ? read : read.reads).toEqual([name]);
});

test.each(segmentFacts.map((fact) => [fact.name, fact] as const))("a segment reads %s", (name, { type }) => {
  const text = `${name} ${alike[type]}`;
  const read = readExpression(text, { wanted: "bool", scope: "MEMBER" });
  expect(isProblem(read) ? read : read.reads).toEqual([name]);
  expect(readExpression(text, { wanted: "bool", scope: "RECEIPT" })).toMatchObject({ code: "UNKNOWN_FACT" });
});

const arguments_: Readonly<Record<string, string>> = {
  days: "30",
  partner: '"grocer"',
  amount: "300",
  card: '"coffee"',
};

test.each(windowFacts.map((fact) => [fact.name, fact] as const))(
  "%s can be asked, and says what to load",
  (name, { type }) => {
    const call = name.replaceAll(/\b(days|partner|amount|card)\b/g, (argument) => arguments_[argument] ?? argument);
    const read = readExpression(`${call} ${alike[type]}`, { wanted: "bool", scope: "RECEIPT" });
    expect(isProblem(read) ? read : read.windows.map(({ key }) => key)).toEqual([call]);
  },
);

test.each(segmentWindowFacts.map((fact) => [fact.name, fact] as const))(
  "a segment asks for %s, a receipt does not",
  (name, { type }) => {
    const call = name.replaceAll(/\b(days|partner)\b/g, (argument) => arguments_[argument] ?? argument);
    const read = readExpression(`${call} ${alike[type]}`, { wanted: "bool", scope: "MEMBER" });
    expect(isProblem(read) ? read : read.windows.map(({ key }) => key)).toEqual([call]);
    const ofReceipt = readExpression(`${call} ${alike[type]}`, { wanted: "bool", scope: "RECEIPT" });
    expect(ofReceipt).toMatchObject({ code: "UNKNOWN_FUNCTION" });
  },
);

function rowOf({ name, type, unit, description }: Fact): string {
  return `| \`${name}\` | ${type} | ${unit ?? ""} | ${description} |`;
}

test("the portal says of every fact in three languages what it is; in English the same as here", () => {
  const tables = [...facts, ...windowFacts, ...segmentFacts, ...segmentWindowFacts, ...listFunctions];
  const keyOf = (text: string) => text.replace(/\(.*$/, "").replace(/[. ]/g, "_");
  const english = Object.fromEntries(tables.map(({ name, description }) => [keyOf(name), description]));
  const [en, ru, be] = ["en", "ru", "be"].map(portalWords);
  expect(en?.facts).toEqual(english);
  for (const words of [ru, be]) {
    expect(Object.keys(words?.facts ?? {}).sort()).toEqual(Object.keys(english).sort());
    expect(Object.keys(words?.factTypes ?? {}).sort()).toEqual(factTypes.map(keyOf).sort());
  }
});

type Words = Record<"facts" | "factTypes", Record<string, string>>;
const portalWords = (language: string) =>
  JSON.parse(readFileSync(`portal/messages/${language}/facts.json`, "utf8")) as Words;
