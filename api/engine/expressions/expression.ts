import type { ASTNode, Environment } from "@marcbachmann/cel-js";
import { facts, segmentFacts } from "#api/engine/facts.ts";
import { RECEIPT_LINES_MAX } from "#api/engine/purchase.ts";
import { monthNeed, type WindowNeed } from "#api/engine/windows.ts";
import { COST_MAX, costOf } from "./cost.ts";
import { languages, type Scope } from "./language.ts";
import { plainComparison } from "./plain-comparison.ts";
import { nodesOf, pathOf } from "./walk.ts";
import { isAskedIn, isWindow, needOf } from "./window-calls.ts";

/** What an expression has to come to. */
export type Wanted = "bool" | "int";

/** An expression that was checked, ready to be asked. */
export type Expression = {
  text: string;
  ast: ASTNode;
  /** Facts it reads, in order of appearance, each once: `member.tier`, `spend(30)`. */
  reads: readonly string[];
  windows: readonly WindowNeed[];
  /** Its value; throws where it cannot be computed, such as a division by zero. */
  ask: (scene: Readonly<Record<string, unknown>>) => unknown;
};

/** Something wrong in an expression; line and column count from 1. */
export type ExpressionProblem = { line: number; column: number; code: string; message: string };

/** Only these may be called: nothing that builds up text, matches patterns or looks past the types. */
const callable = new Set(
  "size exists all exists_one filter map sum startsWith endsWith contains timestamp duration".split(" "),
);
const names = new Set(["receipt", "member", "activity", "line", "now"]);

/** Parses and checks; the first thing that is wrong is the answer then. */
export function readExpression(
  text: string,
  { wanted, scope }: { wanted: Wanted; scope: Scope },
): Expression | ExpressionProblem {
  const parsed = parse(languages[scope], text);
  if (!("ast" in parsed)) return parsed;
  const { ast } = parsed;
  const problem = forbidden(ast, text, scope) ?? tooCostly(ast, text, scope);
  if (problem) return problem;
  const { valid, type = "", error } = parsed.check();
  if (!valid) return problemOf(error, text);
  if (type !== wanted) return at(text, 0, "WRONG_TYPE", `It comes to ${said(type)}, not to ${said(wanted)}.`);
  const windows = windowsOf(ast);
  return { text, ast, reads: readsOf(ast), windows, ask: plainComparison(ast) ?? ((scene) => parsed(scene)) };
}

export function isProblem(read: Expression | ExpressionProblem): read is ExpressionProblem {
  return "code" in read;
}

function parse(language: Environment, text: string): ReturnType<Environment["parse"]> | ExpressionProblem {
  try {
    return language.parse(text);
  } catch (error) {
    return problemOf(error, text);
  }
}

function forbidden(ast: ASTNode, text: string, scope: Scope): ExpressionProblem | null {
  for (const node of nodesOf(ast)) {
    if (node.op === "call" || node.op === "rcall") {
      const [name, ...rest] = node.args;
      const isKnown = isWindow(name) ? isAskedIn(name, scope) : callable.has(name);
      if (!isKnown) return at(text, node.start, "UNKNOWN_FUNCTION", `There is no function ${name} here.`);
      const variable = node.op === "rcall" ? rest.flat().at(1) : undefined;
      if (variable && typeof variable === "object" && variable.op === "id" && names.has(variable.args)) {
        return at(
          text,
          variable.start,
          "NAME_TAKEN",
          `${variable.args} is a fact; call what runs through a list otherwise.`,
        );
      }
    }
    if (node.op === "map" || node.op === "[]")
      return at(text, node.start, "NOT_IN_RULES", "Rules have no maps or indexes.");
  }
  return null;
}

/** A line's expression is asked once for each line. */
function tooCostly(ast: ASTNode, text: string, scope: Scope): ExpressionProblem | null {
  const steps = costOf(ast) * (scope === "LINE" ? RECEIPT_LINES_MAX : 1);
  if (steps <= COST_MAX) return null;
  const message = `On a long receipt it takes ${steps.toLocaleString("en")} steps; ${COST_MAX.toLocaleString("en")} are allowed.`;
  return at(text, 0, "TOO_COSTLY", message);
}

type LibraryError = { name: string; code: string; summary: string; range?: { start: number } | undefined };

/** Our word for what the library finds wrong; whatever else it cannot read is SYNTAX. */
const codes: Readonly<Record<string, string>> = {
  unknown_variable: "UNKNOWN_FACT",
  no_such_key: "UNKNOWN_FACT",
  no_such_overload: "WRONG_TYPE",
  no_matching_overload: "WRONG_TYPE",
  heterogeneous_list_element: "WRONG_TYPE",
  invalid_logical_operand: "WRONG_TYPE",
  limit_exceeded: "TOO_LARGE",
  window_argument: "WINDOW_ARGUMENT",
};

function problemOf(error: unknown, text: string): ExpressionProblem {
  if (error instanceof RangeError) return at(text, 0, "TOO_LARGE", "It is nested too deeply.");
  const { name, code, summary, range } = error as LibraryError;
  const ours = codes[code] ?? (name === "TypeError" ? "WRONG_TYPE" : "SYNTAX");
  return at(text, range?.start ?? 0, ours, `${summary.charAt(0).toUpperCase()}${summary.slice(1).replace(/\.$/, "")}.`);
}

function at(text: string, offset: number, code: string, message: string): ExpressionProblem {
  const before = text.slice(0, offset).split("\n");
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1, code, message };
}

const said = (type: string) => (type === "bool" ? "yes or no" : type === "int" ? "a whole number" : type);

const known = new Set([...facts, ...segmentFacts].map(({ name }) => name));

function readsOf(ast: ASTNode): string[] {
  const found = new Set<string>();
  for (const node of nodesOf(ast)) {
    const path = pathOf(node);
    if (path !== null && known.has(path)) found.add(path);
    for (const { key } of windowsAt(node)) if (!path) found.add(key);
  }
  return [...found];
}

function windowsOf(ast: ASTNode): WindowNeed[] {
  const found = new Map<string, WindowNeed>();
  for (const node of nodesOf(ast)) for (const need of windowsAt(node)) found.set(need.key, need);
  return [...found.values()];
}

const monthFacts = new Map(
  (["spendThisMonth", "visitsThisMonth", "partnersThisMonth"] as const).map((name) => [
    `member.${name}`,
    monthNeed(name),
  ]),
);

function windowsAt(node: ASTNode): WindowNeed[] {
  const month = monthFacts.get(pathOf(node) ?? "");
  if (month) return [month];
  if (node.op !== "call" || !isWindow(node.args[0])) return [];
  const need = needOf(node.args[0], node.args[1]);
  return need ? [need] : [];
}
