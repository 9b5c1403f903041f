import "server-only";
import { entryKinds } from "#portal/lib/entry-kinds.ts";
import { dateIn, dayAfter, type Search } from "#portal/lib/search-params.ts";
import { readViewer } from "#portal/lib/viewer.ts";
import { startOfDate } from "#portal/lib/zone.ts";

/** What the address asks of a partner's entries, as the contract takes it. Anything else in the address is no filter. */
export async function placeFilter(search: Search) {
  const { programme } = await readViewer();
  const from = dateIn(search["from"]);
  const until = dateIn(search["until"]);
  return {
    kind: entryKinds.find((kind) => kind === search["kind"]) ?? null,
    locationId: search["outlet"] ?? null,
    from: from ? startOfDate(from, programme.timeZone) : null,
    until: until ? startOfDate(dayAfter(until), programme.timeZone) : null,
  };
}
