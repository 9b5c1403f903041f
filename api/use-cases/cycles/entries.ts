import type { Actor } from "#api/kernel/actor.ts";
import { type Page, type PageArgs, pageOf } from "#api/kernel/page.ts";
import { type AccountKind, moneyAccounts, POINTS_UNIT, pointsAccounts } from "#api/ledger/chart.ts";
import {
  type EntryFilter,
  type EntryRow,
  findEntries,
  findEntriesBehind,
  findLinePages,
  type LineRow,
  readPointsMoved,
} from "#api/ledger/read/entries.ts";
import { can, may } from "#api/use-cases/can.ts";
import { type Side, sideOf } from "#api/use-cases/cycles/side.ts";
import type { Deps } from "#api/use-cases/deps.ts";

/** The chart of accounts, for people. */
export const accountMeanings: Readonly<Record<AccountKind, string>> = { ...pointsAccounts, ...moneyAccounts };

export const isPoints = ({ unit }: LineRow): boolean => unit === POINTS_UNIT;

/** The whole book for the operator's ledger readers; a partner's own accounts for the partner. */
function bookSide(actor: Actor): Side | null {
  if (may(actor, "ledger:read")) return { partnerId: null };
  const side = sideOf(actor, "position:read");
  return side && side.partnerId !== null ? side : null;
}

/** Entries behind a figure of a cycle, newest first; for a partner only those that touched its own position. */
export async function listEntries(
  deps: Deps,
  actor: Actor,
  filter: EntryFilter,
  page: PageArgs,
): Promise<Page<EntryRow>> {
  const side = bookSide(actor);
  if (!side) {
    can(actor, "position:read");
    return { rows: [], hasNextPage: false };
  }
  const asked = page.after !== null && !/^\d{1,18}$/.test(page.after) ? { ...page, after: "0" } : page;
  const own = side.partnerId === null ? filter : ofPartner(side.partnerId, filter);
  const { rows, hasNextPage } = await findEntriesBehind(deps.db, own, asked);
  return { rows: rows.map((row) => seenFrom(side, row)), hasNextPage };
}

/** A partner's accounts are its own, whatever it asks: without an account, its position. */
function ofPartner(partnerId: string, filter: EntryFilter): EntryFilter {
  const { account, ownerId, lotIssuerId } = filter;
  if (!account && !ownerId && !lotIssuerId) return { ...filter, partnerId };
  return { ...filter, partnerId: null, section: null, ownerId: partnerId, lotIssuerId: lotIssuerId && partnerId };
}

/** Entries by id: those with a line on the viewer's own accounts. */
export async function findBookEntries(
  deps: Deps,
  actor: Actor,
  ids: readonly string[],
): Promise<Map<string, EntryRow>> {
  const side = bookSide(actor);
  if (!side) return new Map();
  const rows = await findEntries(deps.db, ids, side.partnerId);
  return new Map([...rows].map(([id, row]) => [id, seenFrom(side, row)]));
}

/** Entries' lines in order; the viewer's own only. The cursor is the line's number. */
export async function listLines(
  deps: Deps,
  actor: Actor,
  entryIds: readonly string[],
  { first, after }: PageArgs,
): Promise<Map<string, Page<LineRow>>> {
  const side = bookSide(actor);
  if (!side) return new Map();
  const from = { after: after === null ? -1 : Number.parseInt(after, 10) || 0, take: first, ...side };
  const lines = await findLinePages(deps.db, entryIds, from);
  return new Map([...lines].map(([id, rows]) => [id, pageOf(rows, first)]));
}

/** How many points entries moved. */
export async function findPointsMoved(
  deps: Deps,
  actor: Actor,
  entryIds: readonly string[],
): Promise<Map<string, bigint>> {
  return bookSide(actor) ? readPointsMoved(deps.db, entryIds) : new Map();
}

/** What happened at another partner's till tells nothing of whose and where. */
function seenFrom({ partnerId }: Side, row: EntryRow): EntryRow {
  if (partnerId === null || row.partnerId === partnerId) return row;
  return {
    ...row,
    partnerId: null,
    memberId: null,
    locationId: null,
    terminalId: null,
    purchaseId: null,
    reason: null,
  };
}
