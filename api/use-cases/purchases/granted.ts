import type { Effect } from "#api/engine/effects.ts";
import type { Difference, Evaluation } from "#api/engine/evaluate.ts";
import type { Count } from "#api/engine/limits.ts";

/** What a receipt caused: all that it gave, by line and by who pays, and what that took of limits. Stored with it. */
export type Granted = { effects: readonly Effect[]; counts: readonly Count[]; differences: readonly Difference[] };

export const grantedBy = ({ effects, counts, differences }: Evaluation): Granted => ({ effects, counts, differences });

/** Of a receipt that was stored without any, nothing. Whole numbers lie in the database as text. */
export function grantedOf(stored: unknown): Granted {
  return { effects: [], counts: [], differences: [], ...(revived(stored) as Partial<Granted>) };
}

const wholeNumbers = new Set(["total", "worthE6", "cards", "by", "most", "givenE6", "grantedE6"]);

function revived(stored: unknown, name = ""): unknown {
  if (Array.isArray(stored)) {
    return stored.map((one: unknown) => (name === "byLine" ? BigInt(String(one)) : revived(one)));
  }
  if (stored !== null && typeof stored === "object") {
    return Object.fromEntries(Object.entries(stored).map(([key, value]) => [key, revived(value, key)]));
  }
  return wholeNumbers.has(name) && typeof stored === "string" ? BigInt(stored) : stored;
}
