import { expect, test } from "vitest";
import { isSegmentProblem, readSegment, rulesOf, type SegmentMember, segmentRule } from "./segment.ts";

const today = { day: "2026-03-10", now: new Date("2026-03-10T12:00:00Z") };
const ana: SegmentMember = {
  memberId: "mem_ana",
  birthday: "1990-03-14",
  lastVisitOn: "2026-01-05",
  tags: ["vip"],
  recency: 2,
  hasRedeemed: false,
  balance: 1_200n,
  tier: "gold",
  plan: "plus",
  clubs: ["runners"],
  windows: new Map<string, bigint>([
    ['visitsAt("GROCER", 60)', 3n],
    ['visitsAt("FUEL", 60)', 0n],
    ["spend(365)", 500_000_000n],
    ['daysSinceVisitAt("GROCER")', 64n],
    ["partners(30)", 2n],
  ]),
};

test.each([
  ['visitsAt("GROCER", 60) > 0 && visitsAt("FUEL", 60) == 0', true],
  ['visitsAt("FUEL", 60) > 0', false],
  ["member.daysSinceVisit >= 60", true],
  ["member.daysToBirthday < 7", true],
  ["!member.hasRedeemed && member.balance >= 1000", true],
  ["member.recency <= 2", true],
  ['"vip" in member.tags', true],
  ["spend(365) >= 500", true],
  ["spend(365) > 500", false],
  ['daysSinceVisitAt("GROCER") == 64 && partners(30) == 2', true],
  ['member.tier == "gold" && member.plan == "plus"', true],
  ['member.tier == "silver"', false],
  ['"runners" in member.clubs', true],
  ["1 / member.frequency > 0", false],
])("of Ana %s is %s", (text, holds) => {
  expect(rulesOf([segmentRule(text)], ana, today)).toEqual(holds ? [0] : []);
});

test.each([
  ["receipt.total > 5", "UNKNOWN_FACT", 1],
  ['line.category == "coffee"', "UNKNOWN_FACT", 1],
  ['"a" in member.segments', "UNKNOWN_FACT", 15],
  ["member.offers.size() > 0", "UNKNOWN_FACT", 8],
  ["member.colour == 1", "UNKNOWN_FACT", 8],
  ["member.balance", "WRONG_TYPE", 1],
  ['member.balance == "a"', "WRONG_TYPE", 1],
  ['stamps("coffee") > 1', "UNKNOWN_FUNCTION", 1],
  ["visits(member.balance) > 1", "WINDOW_ARGUMENT", 15],
  ["true &&", "SYNTAX", 8],
])("a segment does not say %s", (text, code, column) => {
  const read = readSegment(text);
  expect(isSegmentProblem(read) ? { code: read.code, column: read.column } : read.text).toEqual({ code, column });
});
