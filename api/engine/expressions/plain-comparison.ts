import type { ASTNode } from "@marcbachmann/cel-js";
import { type FactType, facts, segmentFacts } from "#api/engine/facts.ts";
import type { WindowNeed } from "#api/engine/windows.ts";
import { type MoneyValue, moneyOfNumber } from "./money-value.ts";
import type { FindWindow } from "./views.ts";
import { pathOf } from "./walk.ts";
import { isWindow, needOf, WINDOWS } from "./window-calls.ts";

type Views = Readonly<Record<string, unknown>>;
type Read = (views: Views) => unknown;

const signs: Readonly<Record<string, (left: bigint, right: bigint) => boolean>> = {
  "<": (left, right) => left < right,
  "<=": (left, right) => left <= right,
  ">": (left, right) => left > right,
  ">=": (left, right) => left >= right,
  "==": (left, right) => left === right,
};

const types = new Map<string, FactType>([...facts, ...segmentFacts].map(({ name, type }) => [name, type]));

/**
 * Thresholds are most of what conditions are made of: one fact or window on the left, one number or text on the right. Those
 * are compared without going through the language, with the same answer; null for anything else.
 */
export function plainComparison(ast: ASTNode): ((views: Views) => boolean) | null {
  const holds = signs[ast.op];
  if (!holds || !Array.isArray(ast.args)) return null;
  const [fact, literal] = ast.args as [ASTNode, ASTNode];
  const found = reading(fact);
  if (!found || literal.op !== "value") return null;
  const { read, type } = found;
  const { args: value } = literal;
  if (type === "text" && ast.op === "==" && typeof value === "string") return (views) => read(views) === value;
  if (type === "whole number" && typeof value === "bigint") return (views) => holds(read(views) as bigint, value);
  if (type !== "money" || (typeof value !== "bigint" && typeof value !== "number")) return null;
  const e6 = moneyOfNumber(value);
  return (views) => holds((read(views) as MoneyValue).e6, e6);
}

function reading(fact: ASTNode): { read: Read; type: FactType } | null {
  const path = pathOf(fact);
  if (path !== null) {
    const [owner = "", field = ""] = path.split(".");
    const type = types.get(path);
    return type ? { read: (views) => (views[owner] as Views)[field], type } : null;
  }
  if (fact.op !== "call" || !isWindow(fact.args[0])) return null;
  const need = needOf(fact.args[0], fact.args[1]);
  return need && { read: (views) => (views[WINDOWS] as FindWindow)(need), type: typeOf(need) };
}

function typeOf({ name }: WindowNeed): FactType {
  if (name === "monthSpendReachedWithin") return "yes or no";
  return name.startsWith("spend") ? "money" : "whole number";
}
