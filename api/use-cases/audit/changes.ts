import type { AuditEvent } from "#api/sql/rows.ts";

/** One field before and after; nested values as JSON. */
export type AuditChange = { field: string; before: string | null; after: string | null };

/** An event's before and after, side by side. */
export function changesOf({ before, after }: AuditEvent): AuditChange[] {
  const [from, to] = [fieldsOf(before), fieldsOf(after)];
  const fields = [...new Set([...Object.keys(from), ...Object.keys(to)])].sort();
  return fields.map((field) => ({ field, before: textOf(from[field]), after: textOf(to[field]) }));
}

function fieldsOf(side: unknown): Record<string, unknown> {
  return typeof side === "object" && side !== null ? (side as Record<string, unknown>) : {};
}

function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
