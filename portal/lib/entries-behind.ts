import "server-only";
import type { Messages } from "#portal/i18n/messages.ts";
import { read } from "#portal/lib/read.ts";
import type { Search } from "#portal/lib/search-params.ts";
import { cycleEntries } from "#schema/documents.ts";

export const BEHIND_PAGE = 50;

type Kinds = Parameters<NonNullable<(typeof cycleEntries)["types"]>>[0]["kinds"];

/** The entries of a cycle that make up a figure: of a partner, a section, a cell of the matrix, or all of them. */
export async function entriesBehind(search: Search, page = BEHIND_PAGE) {
  const cycleId = search["cycle"];
  if (!cycleId) return null;
  const { cycle } = await read(cycleEntries, {
    cycleId,
    first: page,
    after: search["after"] ?? null,
    partnerId: search["partner"] ?? null,
    // Nobody has this id: without a partner there is no effect to tell.
    effectOn: search["partner"] ?? "",
    section: (search["section"] ?? null) as keyof Messages["sectionsOf"] | null,
    originCycleId: search["origin"] ?? null,
    issuerId: search["issuer"] ?? null,
    redeemerId: search["redeemer"] ?? null,
    // What moved members' points that the partner issued.
    lotIssuerId: search["ours"] ? (search["partner"] ?? null) : null,
    kinds: (search["kinds"]?.split(",") ?? null) as Kinds,
  });
  return cycle;
}

export type CycleEntries = NonNullable<Awaited<ReturnType<typeof entriesBehind>>>;
