/** A calendar month as a number: months since the year 0, so that they add up. */
export type Month = number;

/** From YYYY-MM, or from a day. */
export function monthOf(text: string): Month {
  return Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7)) - 1;
}

/** YYYY-MM */
export function monthText(month: Month): string {
  return `${String(Math.floor(month / 12)).padStart(4, "0")}-${String((month % 12) + 1).padStart(2, "0")}`;
}

/** YYYY-MM-01 */
export const firstDayOf = (month: Month): string => `${monthText(month)}-01`;

export const isJanuary = (month: Month): boolean => month % 12 === 0;
