import type { ASTNode } from "@marcbachmann/cel-js";

/** The nodes right below a node. */
export function childrenOf(node: ASTNode): ASTNode[] {
  return nodesIn(node.args);
}

/** A node and everything below it, from the top and the left. */
export function* nodesOf(node: ASTNode): Generator<ASTNode> {
  yield node;
  for (const child of childrenOf(node)) yield* nodesOf(child);
}

function nodesIn(args: unknown): ASTNode[] {
  if (Array.isArray(args)) return args.flatMap(nodesIn);
  return isNode(args) ? [args] : [];
}

function isNode(value: unknown): value is ASTNode {
  return typeof value === "object" && value !== null && "op" in value && "args" in value;
}

/** `receipt.lines` of a chain of dots that begins with a name; null for anything else. */
export function pathOf(node: ASTNode): string | null {
  if (node.op === "id") return node.args;
  if (node.op !== ".") return null;
  const [owner, field] = node.args;
  const path = pathOf(owner);
  return path === null ? null : `${path}.${field}`;
}

/** The texts of a literal or a list of literals; null for anything else. */
export function textsOf(node: ASTNode): string[] | null {
  if (node.op === "value") return typeof node.args === "string" ? [node.args] : null;
  if (node.op !== "list") return null;
  const texts = node.args.map(textsOf);
  return texts.every((found) => found !== null) ? texts.flat() : null;
}

/** The parts of `a && b && c`, each of which must hold. */
export function conjunctsOf(node: ASTNode): ASTNode[] {
  return node.op === "&&" ? node.args.flatMap(conjunctsOf) : [node];
}
