import type { ASTNode, Environment } from "@marcbachmann/cel-js";
import { WINDOW_DAYS_MAX, type WindowName, type WindowNeed, windowKey } from "#api/engine/windows.ts";
import { parseMoney } from "#api/kernel/money.ts";
import { moneyOfNumber } from "./money-value.ts";
import type { FindWindow } from "./views.ts";

type Parameter = "days" | "partner" | "amount" | "card";

type Call = Exclude<WindowName, "spendThisMonth" | "visitsThisMonth" | "partnersThisMonth">;

const calls: Readonly<Record<Call, { parameters: readonly Parameter[]; returns: string }>> = {
  spend: { parameters: ["days"], returns: "Money" },
  spendAt: { parameters: ["partner", "days"], returns: "Money" },
  spendThisMonthAt: { parameters: ["partner"], returns: "Money" },
  visits: { parameters: ["days"], returns: "int" },
  visitsAt: { parameters: ["partner", "days"], returns: "int" },
  monthSpendReachedWithin: { parameters: ["amount", "days"], returns: "bool" },
  stamps: { parameters: ["card"], returns: "int" },
  partners: { parameters: ["days"], returns: "int" },
  daysSinceVisitAt: { parameters: ["partner"], returns: "int" },
};

/** Those that a receipt does not ask for, and those that say nothing where there is none. */
const ofSegments: ReadonlySet<string> = new Set<Call>(["partners", "daysSinceVisitAt"]);
const ofReceipts: ReadonlySet<string> = new Set<Call>(["monthSpendReachedWithin", "stamps"]);

/** May an expression of this scope ask for it? */
export const isAskedIn = (name: Call, scope: "RECEIPT" | "LINE" | "MEMBER"): boolean =>
  !(scope === "MEMBER" ? ofReceipts : ofSegments).has(name);

/** What an evaluation finds windows by; no name of the language, so that no variable can hide it. */
export const WINDOWS = "$windows";

type Macro = { need: WindowNeed | null; args: readonly ASTNode[]; returns: string };
type Checker = { createError(code: string, message: string, node: ASTNode): Error; getType(name: string): unknown };
type Context = { getValue(name: string): unknown };

/** Each window is a macro: its arguments are read when the rule is checked, so that a set knows what to load. */
export function registerWindows(language: Environment): void {
  for (const [name, { parameters, returns }] of Object.entries(calls)) {
    const signature = `${name}(${parameters.map(() => "ast").join(", ")}): ${returns}`;
    language.registerFunction(signature, ({ args }: { args: readonly ASTNode[] }) => {
      const need = needOf(name as Call, args);
      return { need, args, returns, typeCheck, evaluate, async: false };
    });
  }
}

/** The window that a call asks for; null when its arguments are not what they should be. */
export function needOf(name: Call, args: readonly ASTNode[]): WindowNeed | null {
  const { parameters } = calls[name];
  const need: WindowNeed = { key: "", name, partner: null, days: null, amountE6: null, card: null };
  const spelt: (string | number)[] = [];
  for (const [index, parameter] of parameters.entries()) {
    const value = literalOf(args[index]);
    const argument = value === null ? null : argumentOf(parameter, value);
    if (!argument) return null;
    Object.assign(need, argument);
    spelt.push(typeof value === "string" ? value : Number(value));
  }
  return { ...need, key: windowKey(name, spelt) };
}

export const isWindow = (name: string): name is Call => Object.hasOwn(calls, name);

type Literal = string | bigint | number;

function literalOf(node: ASTNode | undefined): Literal | null {
  if (node?.op !== "value") return null;
  const { args } = node;
  return typeof args === "string" || typeof args === "bigint" || typeof args === "number" ? args : null;
}

function argumentOf(parameter: Parameter, value: Literal): Partial<WindowNeed> | null {
  if (parameter === "days") {
    if (typeof value !== "bigint" || value < 1n || value > WINDOW_DAYS_MAX) return null;
    return { days: Number(value) };
  }
  if (parameter === "amount") {
    if (typeof value === "string" || parseMoney(String(value)) === null || value <= 0) return null;
    return { amountE6: moneyOfNumber(value) };
  }
  return typeof value === "string" && value !== "" ? { [parameter]: value } : null;
}

function typeCheck(checker: Checker, { need, args, returns }: Macro): unknown {
  const [first] = args;
  if (need || !first) return checker.getType(returns);
  const message = `Arguments are written out: days from 1 to ${WINDOW_DAYS_MAX}, amounts above zero, names as text.`;
  throw checker.createError("window_argument", message, args.find((arg) => literalOf(arg) === null) ?? first);
}

function evaluate(_evaluator: unknown, { need }: Macro, context: Context): unknown {
  const windows = context.getValue(WINDOWS) as FindWindow;
  if (!need) throw new Error("a window was evaluated without having been checked");
  return windows(need);
}
