import type { ASTNode } from "@marcbachmann/cel-js";
import type { ReasonAgainst } from "#api/engine/explanation.ts";
import type { Expression } from "#api/engine/expressions/expression.ts";
import { ReceiptView } from "#api/engine/expressions/views.ts";
import { conjunctsOf, pathOf, textsOf } from "#api/engine/expressions/walk.ts";
import type { CompiledEffect } from "./compiled.ts";

/** Without one of these keys a rule cannot apply; what it says against itself then. */
export type Requirement = { keys: readonly string[]; because: ReasonAgainst; condition: number | null };

/** One flag for each hour of the week, from Monday midnight. */
export type Hours = { open: readonly boolean[]; condition: number };

/** What can be told about a rule before any of its conditions is asked: an index finds it by that. */
export type Access = { receipt: Requirement | null; member: Requirement | null; hours: readonly Hours[] };

type Sought = {
  coupon: string | null;
  conditions: readonly Expression[];
  effects: readonly CompiledEffect[];
};

export function accessOf({ coupon, conditions, effects }: Sought): Access {
  const found = conditions.flatMap(({ ast }, condition) =>
    conjunctsOf(ast).flatMap((part): Requirement[] => {
      const keys = keysOf(part, null);
      return keys ? [{ keys, because: "CONDITION", condition }] : [];
    }),
  );
  const member = found.find(({ keys }) => keys.every(isMembers)) ?? null;
  const receipt = found.filter(({ keys }) => !keys.some(isMembers));
  if (coupon !== null) receipt.push({ keys: [`coupon:${coupon}`], because: "NO_COUPON", condition: null });
  const lines = effects.map(lineKeysOf);
  if (lines.every((keys) => keys !== null)) {
    receipt.push({ keys: [...new Set(lines.flat())], because: "NOTHING_TO_GIVE", condition: null });
  }
  const [best = null] = receipt.toSorted((one, other) => rankOf(one) - rankOf(other));
  return { receipt: best, member, hours: conditions.flatMap(hoursOf) };
}

/** Which key a fact's value is found by; the rarer a value, the earlier its kind. */
const kinds: Readonly<Record<string, string>> = {
  "line.sku": "sku",
  "receipt.coupons": "coupon",
  "activity.kind": "activity",
  "line.brand": "brand",
  "line.category": "category",
  "receipt.location": "location",
  "receipt.payments": "payment",
  "receipt.partner": "partner",
  "member.tier": "tier",
  "member.plan": "plan",
  "member.tags": "tag",
  "member.segments": "segment",
  "member.clubs": "club",
  "member.offers": "offer",
};
const ranks = Object.values(kinds);
const ofMember = new Set(["tier", "plan", "tag", "segment", "club", "offer"]);

const kindOf = (key: string) => key.slice(0, key.indexOf(":"));
const isMembers = (key: string) => ofMember.has(kindOf(key));
const rankOf = ({ keys }: Requirement) => Math.max(...keys.map((key) => ranks.indexOf(kindOf(key))));

/** The keys of which one must be there for a part of a condition to hold; null when it cannot be told. */
export function keysOf(part: ASTNode, variable: string | null): string[] | null {
  if (part.op === "||") {
    const [left, right] = part.args.map((side) => keysOf(side, variable));
    return left && right && left.some(isMembers) === right.some(isMembers) ? [...left, ...right] : null;
  }
  if (part.op === "==") {
    const [left, right] = part.args;
    return named(left, right, variable) ?? named(right, left, variable);
  }
  if (part.op === "in") {
    const [left, right] = part.args;
    return right.op === "list" ? named(left, right, variable) : named(right, left, variable);
  }
  return part.op === "rcall" ? keysOfLines(part.args) : null;
}

/** `receipt.lines.exists(l, l.category == "coffee" && …)` needs a line of that category. */
function keysOfLines([name, list, args]: [string, ASTNode, ASTNode[]]): string[] | null {
  const [variable, body] = args;
  if (name !== "exists" || pathOf(list) !== "receipt.lines" || variable?.op !== "id" || !body) return null;
  return firstKeys(body, variable.args);
}

function firstKeys(body: ASTNode, variable: string): string[] | null {
  const found = conjunctsOf(body)
    .map((part) => keysOf(part, variable))
    .filter((keys) => keys !== null && !keys.some(isMembers));
  return found[0] ?? null;
}

function named(fact: ASTNode, literal: ASTNode, variable: string | null): string[] | null {
  const path = pathOf(fact) ?? "";
  const name = variable !== null && path.startsWith(`${variable}.`) ? `line.${path.slice(variable.length + 1)}` : path;
  const kind = kinds[name];
  const texts = textsOf(literal);
  return kind && texts && texts.length > 0 ? texts.map((text) => `${kind}:${text}`) : null;
}

/** The lines without which an effect gives nothing. */
function lineKeysOf(effect: CompiledEffect): string[] | null {
  return "where" in effect && effect.where ? firstKeys(effect.where.ast, "line") : null;
}

const weekly = new Set(["receipt.weekday", "receipt.hour"]);
const HOURS_OF_WEEK = 168;

/** A condition about nothing but hours and weekdays is answered for the whole week beforehand. */
function hoursOf({ reads, ask }: Expression, condition: number): Hours[] {
  if (reads.length === 0 || !reads.every((read) => weekly.has(read))) return [];
  const open = Array.from({ length: HOURS_OF_WEEK }, (_none, hour) => isOpen(ask, hour));
  return [{ open, condition }];
}

function isOpen(ask: Expression["ask"], hourOfWeek: number): boolean {
  const receipt: object = Object.create(ReceiptView.prototype);
  Object.assign(receipt, { weekday: BigInt(Math.floor(hourOfWeek / 24) + 1), hour: BigInt(hourOfWeek % 24) });
  try {
    return ask({ receipt }) === true;
  } catch {
    // What cannot be computed is found out, and said, when the rule is asked.
    return true;
  }
}
