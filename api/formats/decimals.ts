import { type MoneyE6, parseMoney } from "#api/kernel/money.ts";

/** How a source writes numbers. */
export type NumberStyle = {
  decimal: "." | ",";
  /** What stands between thousands: a comma, a dot, an apostrophe, a space; empty: nothing may. */
  thousands: string;
};

/**
 * "-1 234,50" -> -1_234_500_000n. Null for what is no plain decimal, or finer than a millionth: an amount is taken
 * exactly or not at all.
 */
export function readAmount(text: string, style: NumberStyle): MoneyE6 | null {
  const plain = plainDecimal(text.trim(), style);
  return plain === null ? null : parseMoney(plain);
}

/** "1.5" -> 1500n: thousandths, as receipts count quantities. */
export function readQuantity(text: string, style: NumberStyle): bigint | null {
  const e6 = readAmount(text, style);
  return e6 === null || e6 % 1_000n !== 0n ? null : e6 / 1_000n;
}

/** Signs before or after, or an accountant's brackets; the grouping must be one a person would write. */
function plainDecimal(text: string, { decimal, thousands }: NumberStyle): string | null {
  const bracketed = /^\((.+)\)$/.exec(text)?.[1];
  const trailing = /^([^+-].*)-$/.exec(text)?.[1];
  const signed = bracketed ?? trailing;
  const unsigned = signed ?? text.replace(/^[+-]/, "");
  const isNegative = signed !== undefined || text.startsWith("-");
  const [whole = "", fraction, ...more] = unsigned.split(decimal);
  if (more.length > 0 || fraction === "") return null;
  const digits = ungrouped(whole, thousands);
  if (digits === null || (fraction !== undefined && !/^\d+$/.test(fraction))) return null;
  // Zeros beyond the sixth place change nothing; other digits there are refused by parseMoney.
  const kept = fraction?.replace(/(\d{6}\d*?)0+$/, "$1");
  return `${isNegative ? "-" : ""}${digits}${kept ? `.${kept}` : ""}`;
}

function ungrouped(whole: string, thousands: string): string | null {
  if (/^\d+$/.test(whole)) return whole;
  if (thousands === "") return null;
  const groups = whole.split(thousands === " " ? /[ \u00a0\u202f]/ : thousands);
  const isGrouped = groups.every((group, at) => (at === 0 ? /^\d{1,3}$/ : /^\d{3}$/).test(group));
  return isGrouped ? groups.join("") : null;
}
