import type { Actor } from "#api/kernel/actor.ts";
import type { Page, PageArgs } from "#api/kernel/page.ts";
import type { EntryRow } from "#api/ledger/read/entries.ts";
import { findEntriesAt, type PlaceFilter, type PlaceTotals, sumEntriesAt } from "#api/ledger/read/figures.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { insideOf } from "#api/use-cases/partners/find-inside.ts";

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

/** What they add up to. Null for whoever may not look inside the partner. */
export async function totalEntriesAt(
  deps: Deps,
  actor: Actor,
  partnerId: string,
  filter: PlaceFilter,
): Promise<PlaceTotals | null> {
  if (insideOf(actor, "position:read", [partnerId]).length === 0) return null;
  return sumEntriesAt(deps.db, partnerId, filter);
}
