import type { Locale } from "#portal/i18n/routing.ts";
import { formatDecimal } from "#portal/lib/format.ts";

/** An axis that reaches up to `most` counts all of it alike: 9 000 is "9k" where 18 000 is "18k", and "9,000" elsewhere. */
export function shortNumber(locale: Locale, most: number): (value: number) => string {
  const [size, letter] = most >= 1e6 ? ([1e6, "M"] as const) : most >= 1e4 ? ([1e3, "k"] as const) : ([1, ""] as const);
  return (value) => {
    const shown = formatDecimal(locale, String(Math.round((value / size) * 100) / 100));
    return value === 0 ? shown : `${shown}${letter}`;
  };
}
