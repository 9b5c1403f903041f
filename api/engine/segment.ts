import { EvaluationError } from "@marcbachmann/cel-js";
import {
  type Expression,
  type ExpressionProblem,
  isProblem,
  readExpression,
} from "#api/engine/expressions/expression.ts";
import { MoneyValue } from "#api/engine/expressions/money-value.ts";
import { SegmentMemberView } from "#api/engine/expressions/segment-view.ts";
import { WINDOWS } from "#api/engine/expressions/window-calls.ts";
import type { MemberFacts } from "#api/engine/member-facts.ts";
import type { WindowName, WindowNeed } from "#api/engine/windows.ts";
import type { Points } from "#api/kernel/points.ts";

/** What segments may know about a member, as of one day. What no segment asks for may be left out. */
export type SegmentMember = Omit<MemberFacts, "segments" | "offers"> & {
  /** Scores from 1 to 5; null: never bought. */
  recency?: number | null;
  frequency?: number | null;
  monetary?: number | null;
  hasRedeemed?: boolean;
  balance?: Points;
};

/** A segment's expression, checked and ready to be asked; `reads` names every fact and window in it. */
export type SegmentRule = Pick<Expression, "text" | "reads" | "windows" | "ask">;

/** Reads what somebody wrote: true or false of a member. The first thing that is wrong is the answer then. */
export function readSegment(text: string): SegmentRule | ExpressionProblem {
  return readExpression(text, { wanted: "bool", scope: "MEMBER" });
}

export const isSegmentProblem = (read: SegmentRule | ExpressionProblem): read is ExpressionProblem => "code" in read;

/** One that was checked before; throws on others. */
export function segmentRule(text: string): SegmentRule {
  const read = readExpression(text, { wanted: "bool", scope: "MEMBER" });
  if (isProblem(read)) throw new Error(`an unchecked segment was asked for: ${text}: ${read.message}`);
  return read;
}

export type Today = { day: string; now: Date };

/** Which of the rules hold of a member, by their places. What cannot be computed, such as a division by zero, does not hold. */
export function rulesOf(rules: readonly SegmentRule[], member: SegmentMember, { day, now }: Today): number[] {
  const find = (need: WindowNeed) => found(need, member);
  const views = { member: new SegmentMemberView(member, day, find), now, [WINDOWS]: find };
  return rules.flatMap(({ ask }, place) => (holds(ask, views) ? [place] : []));
}

function holds(ask: Expression["ask"], views: Readonly<Record<string, unknown>>): boolean {
  try {
    return ask(views) === true;
  } catch (error) {
    if (error instanceof EvaluationError) return false;
    throw error;
  }
}

const inMoney: ReadonlySet<WindowName> = new Set(["spend", "spendAt", "spendThisMonth", "spendThisMonthAt"]);

function found({ key, name }: WindowNeed, { windows }: SegmentMember) {
  const value = windows?.get(key);
  if (value === undefined || typeof value === "object") throw new Error(`the window ${key} was not loaded`);
  return inMoney.has(name) && typeof value === "bigint" ? new MoneyValue(value) : value;
}
