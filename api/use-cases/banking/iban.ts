import { parseBic, parseIban } from "#api/kernel/iban.ts";
import { InvalidValue } from "#api/use-cases/partners/refusals.ts";

/** An IBAN without spaces. */
export function checkIban(field: string, value: string): string {
  const iban = parseIban(value);
  if (iban === null) throw new InvalidValue(field, value, "an IBAN whose length and check digits agree");
  return iban;
}

/** A BIC without spaces; null where none is given. */
export function checkBic(value: string | null | undefined): string | null {
  if (!value) return null;
  const bic = parseBic(value);
  if (bic === null) throw new InvalidValue("bic", value, "a BIC of 8 or 11 characters");
  return bic;
}
