import { dateIn, dayAfter, type Search } from "#portal/lib/search-params.ts";
import { startOfDate } from "#portal/lib/zone.ts";

/** The last instant of the day that the address names, in `zone`; null: now. */
export function asOf(search: Search, zone: string): string | null {
  const date = dateIn(search["at"]);
  return date && new Date(Date.parse(startOfDate(dayAfter(date), zone)) - 1).toISOString();
}
