import type { Terms } from "#api/use-cases/partners/contract-terms.ts";
import { termNames } from "#api/use-cases/partners/contract-terms.ts";

/** Terms as an approval keeps them: JSON, with bigints as decimal text. */
export type StoredTerms = Record<string, string | number | boolean | null>;

export function storeTerms(terms: Terms): StoredTerms {
  return Object.fromEntries(
    termNames.map((name) => [name, typeof terms[name] === "bigint" ? String(terms[name]) : terms[name]]),
  ) as StoredTerms;
}

/** As `storeTerms` stored them. */
export function readStoredTerms(stored: StoredTerms): Terms {
  return Object.fromEntries(
    termNames.map((name) => [
      name,
      isBig(name) && typeof stored[name] === "string" ? BigInt(stored[name]) : (stored[name] ?? null),
    ]),
  ) as unknown as Terms;
}

const isBig = (name: string) => name.endsWith("E6") || name.endsWith("Points");
