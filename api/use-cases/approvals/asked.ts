import type { Approval } from "#api/sql/rows.ts";
import type { AuditChange } from "#api/use-cases/audit/changes.ts";

type Stored = { [name: string]: Stored } | Stored[] | string | number | boolean | null;

/** Shown term by term beside those in force, by what knows contracts. */
const toldElsewhere = new Set(["terms"]);

/**
 * What a request asks for, field by field, so that nobody agrees to what they have not seen; with how it stood where the
 * request kept that. Dots lead into lists and objects: "parts.1.amountE6".
 */
export function askedOf({ payload }: Pick<Approval, "payload">): AuditChange[] {
  const { before, after, ...rest } = payload as Record<string, Stored>;
  const stood = new Map(leavesOf(before ?? null));
  const changes = leavesOf(after ?? null).map(([field, value]) => ({
    field,
    before: stood.get(field) ?? null,
    after: value,
  }));
  const asked = leavesOf(rest).filter(([, value]) => value !== null);
  return [...changes, ...asked.map(([field, value]) => ({ field, before: null, after: value }))];
}

type Leaf = [field: string, value: string | null];

function leavesOf(stored: Stored, path = ""): Leaf[] {
  if (stored === null) return path === "" ? [] : [[path, null]];
  if (typeof stored !== "object") return [[path, String(stored)]];
  const parts = Array.isArray(stored)
    ? stored.map((value, index): [string, Stored] => [String(index + 1), value])
    : Object.entries(stored).filter(([name]) => !toldElsewhere.has(name));
  return parts.flatMap(([name, value]) => leavesOf(value, path === "" ? name : `${path}.${name}`));
}
