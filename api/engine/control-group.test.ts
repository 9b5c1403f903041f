import { expect, test } from "vitest";
import { ask, campaign, fixedPoints, percentOff, receiptOf, rule, stepOf } from "#api/test/engine.ts";
import { checkRules } from "./check-rules.ts";
import { groupOf } from "./control-group.ts";

const members = Array.from({ length: 10_000 }, (_none, nth) => `mem_${nth}`);
const heldAt = (controlBps: number) =>
  members.filter((memberId) => groupOf({ id: "cmp_1", memberId, controlBps }) === "CONTROL");

/** One who is held back at a tenth, and one who is not at a half. */
const [held = ""] = heldAt(1_000);
const half = heldAt(5_000);
const free = members.find((memberId) => !half.includes(memberId)) ?? "";

const tried = (more: Record<string, unknown> = {}) =>
  campaign({ controlBps: 1_000, rules: [rule([], [fixedPoints("50")])], ...more });
const gives = (memberId: string, campaigns = [tried()], more: Parameters<typeof ask>[1] = {}) =>
  ask(receiptOf("100.00"), { campaigns, member: { memberId }, terms: { earnBps: 0 }, ...more });

test("as many members are held back as were asked for, and those at a smaller share are among those at a larger", () => {
  const tenth = heldAt(1_000);
  expect(tenth.length).toBeGreaterThan(900);
  expect(tenth.length).toBeLessThan(1_100);
  expect(half).toEqual(expect.arrayContaining(tenth));
  expect(heldAt(0)).toEqual([]);
  const another = members.filter((memberId) => groupOf({ id: "cmp_2", memberId, controlBps: 1_000 }) === "CONTROL");
  expect(another).not.toEqual(tenth);
});

test("M17 a control group: whoever is held back gets nothing of the campaign, and the reason says so", () => {
  expect(gives(free).explanation.points).toBe("50");
  const answer = gives(held, [tried({ limits: [ten] })]);
  expect(answer.explanation.points).toBe("0");
  expect(answer.counts).toEqual([]);
  expect(stepOf(answer)).toMatchObject({ applied: false, because: "CONTROL_GROUP", condition: null });
});

test("every version holds the same members back", () => {
  for (const version of [1, 2, 3]) {
    expect(gives(held, [tried({ version })]).explanation.points).toBe("0");
    expect(gives(free, [tried({ version })]).explanation.points).toBe("50");
  }
});

test("who is held back from one campaign gets the next best of its group", () => {
  const best = { group: "a", mode: "BEST" };
  const next = campaign({ id: "cmp_next", stacking: best, rules: [rule([], [fixedPoints("20")])] });
  expect(gives(free, [tried({ stacking: best }), next]).explanation.points).toBe("50");
  expect(gives(held, [tried({ stacking: best }), next]).explanation.points).toBe("20");
  const alone = tried({ stacking: { exclusive: true, priority: 900 }, rules: [rule([], [percentOff(1_000)])] });
  expect(gives(held, [alone, next]).explanation.points).toBe("20");
});

test("only whom everything else let through is held back, and a limit that is used up tells both groups nothing", () => {
  const vain = tried({ rules: [rule(['member.tier == "gold"'], [fixedPoints("50")])] });
  expect(stepOf(gives(held, [vain], { member: { memberId: held, tier: "gold" } })).because).toBe("CONTROL_GROUP");
  const basic = { member: { memberId: held, tier: "" } };
  const { steps } = gives(held, [vain], basic).explanation;
  expect(steps.every(({ because }) => because !== "CONTROL_GROUP")).toBe(true);
  const limited = [tried({ limits: [ten] })];
  const room = { "campaign:cmp_1:all:points:ever": 0n };
  expect(stepOf(gives(free, limited, { room })).because).toBe("LIMIT");
  expect(stepOf(gives(held, limited, { room })).because).toBe("CONTROL_GROUP");
});

test("at most half are held back, and only where receipts can be compared", () => {
  const plain = { name: { en: "Spring" }, startsAt: "2026-01-01T00:00:00Z", rules: [rule([], [fixedPoints("5")])] };
  const paths = (more: Record<string, unknown>) => checkRules({ ...plain, ...more }).map(({ path }) => path);
  expect(paths({ controlBps: 5_000 })).toEqual([]);
  expect(paths({ controlBps: 5_001 })).toEqual(["controlBps"]);
  expect(paths({ controlBps: -1 })).toEqual(["controlBps"]);
  expect(paths({ controlBps: 1, occasion: "ACTIVITY" })).toEqual(["controlBps"]);
});

const ten = { unit: "POINTS", most: "1000", scope: "CAMPAIGN", period: "EVER" };
