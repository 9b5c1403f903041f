import type { ASTNode } from "@marcbachmann/cel-js";
import { facts } from "#api/engine/facts.ts";
import { RECEIPT_LINES_MAX } from "#api/engine/purchase.ts";
import { childrenOf, pathOf } from "./walk.ts";

/** Steps that one question to an expression may take on the longest receipt; some milliseconds. */
export const COST_MAX = 500_000;

/** How long a list is taken to be that a caller brings along. */
const LIST_LENGTH = 50;

const lists = new Set(facts.filter(({ type }) => type === "list of texts").map(({ name }) => name));
const macros = new Set(["exists", "all", "exists_one", "filter", "map"]);

/** The steps of evaluating an expression once on the longest receipt: known beforehand, since nothing repeats but lists. */
export function costOf(node: ASTNode): number {
  if (node.op === "rcall" && macros.has(node.args[0])) {
    const [, list, args] = node.args;
    const body = args.slice(1).reduce((sum, arg) => sum + costOf(arg), 1);
    return costOf(list) + lengthOf(list) * body;
  }
  const own = node.op === "in" || node.op === "==" || node.op === "!=" ? lengthOf(node.args[1]) : 1;
  const summed = node.op === "rcall" && node.args[0] === "sum" ? lengthOf(node.args[1]) : 0;
  return childrenOf(node).reduce((sum, child) => sum + costOf(child), own + summed);
}

/** How many elements a list has at most; 1 for what is no list. */
function lengthOf(node: ASTNode): number {
  if (node.op === "list") return Math.max(node.args.length, 1);
  if (node.op === "rcall" && macros.has(node.args[0])) return lengthOf(node.args[1]);
  const path = pathOf(node) ?? "";
  if (path === "receipt.lines") return RECEIPT_LINES_MAX;
  return lists.has(path) ? LIST_LENGTH : 1;
}
