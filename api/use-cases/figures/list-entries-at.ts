import { localDate } from "#api/engine/lot-dates.ts";
import type { Actor } from "#api/kernel/actor.ts";
import type { Page, PageArgs } from "#api/kernel/page.ts";
import type { EntryRow } from "#api/ledger/read/entries.ts";
import {
  findEntriesAt,
  type PlaceFilter,
  type PlaceTotals,
  sumDaysAt,
  sumEntriesAt,
} from "#api/ledger/read/figures.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { insideOf } from "#api/use-cases/partners/find-inside.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";

/** What happened at a partner's places, newest first. Empty for whoever may not look inside the partner. */
export async function listEntriesAt(
  deps: Deps,
  actor: Actor,
  partnerId: string,
  filter: PlaceFilter,
  page: PageArgs,
): Promise<Page<EntryRow>> {
  if (insideOf(actor, "position:read", [partnerId]).length === 0) return { rows: [], hasNextPage: false };
  return findEntriesAt(deps.db, partnerId, filter, page);
}

/** What they add up to; whole days at once, however many entries they had. Null for whoever may not look inside the partner. */
export async function totalEntriesAt(
  deps: Deps,
  actor: Actor,
  partnerId: string,
  filter: PlaceFilter,
): Promise<PlaceTotals | null> {
  if (insideOf(actor, "position:read", [partnerId]).length === 0) return null;
  const { timeZone } = await findProgramme(deps);
  const [from, until] = [filter.from, filter.until].map((at) => (at ? dayBeginningAt(at, timeZone) : null));
  if (from === undefined || until === undefined) return sumEntriesAt(deps.db, partnerId, filter);
  return sumDaysAt(deps.db, partnerId, { ...filter, from, until });
}

/** The day that begins at this instant in the zone; undefined where it is none's beginning. */
function dayBeginningAt(at: Date, timeZone: string): string | undefined {
  const day = localDate(at, timeZone);
  return localDate(new Date(at.getTime() - 1), timeZone) === day ? undefined : day;
}
