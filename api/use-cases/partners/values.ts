import { InvalidValue } from "#api/use-cases/partners/refusals.ts";

const TEXT_MAX = 200;

/** A short name that people type and statements print. */
export function checkCode(field: string, value: string): string {
  if (!/^[A-Za-z0-9][A-Za-z0-9_.-]{0,39}$/.test(value)) {
    throw new InvalidValue(
      field,
      value,
      "1 to 40 letters, digits, dots, dashes or underscores, a letter or digit first",
    );
  }
  return value;
}

/** Words for people: trimmed, not empty, no control characters. */
export function checkText(field: string, value: string): string {
  const text = value.trim();
  if (text.length === 0 || text.length > TEXT_MAX || /\p{Cc}/u.test(text)) {
    throw new InvalidValue(field, value, `1 to ${TEXT_MAX} characters on one line`);
  }
  return text;
}

/** The same where the text may be missing. */
export function checkOptionalText(field: string, value: string | null | undefined): string | null {
  return value === null || value === undefined ? null : checkText(field, value);
}

/** A whole number of days, basis points and the like. */
export function checkWhole(field: string, value: number, [min, max]: readonly [number, number]): number {
  if (!Number.isInteger(value) || value < min || value > max) {
    throw new InvalidValue(field, String(value), `a whole number from ${min} to ${max}`);
  }
  return value;
}

/** An amount or a rate that cannot be below zero. */
export function checkNotNegative(field: string, value: bigint): bigint {
  if (value < 0n) throw new InvalidValue(field, String(value), "zero or more");
  return value;
}
