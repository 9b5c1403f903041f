import type { Actor } from "#api/kernel/actor.ts";
import { type Page, type PageArgs, pageOf } from "#api/kernel/page.ts";
import { findHistories, findHistoryRows, type HistoryRow } from "#api/ledger/read/history.ts";
import { may } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { seesPerson } from "#api/use-cases/members/member-view.ts";
import { gathered } from "#api/use-cases/partners/find-inside.ts";

/**
 * Pages of members' histories, newest first, in one query. The cursor is the wallet's version at the entry. Only the
 * member and the operator read it: it tells where a person shops.
 */
export async function listHistories(
  deps: Deps,
  actor: Actor,
  memberIds: readonly string[],
  { first, after }: PageArgs,
): Promise<Map<string, Page<HistoryRow>>> {
  if (!may(actor, "history:read")) return new Map();
  const shown = memberIds.filter((id) => seesPerson(actor, id));
  const rows = await findHistories(deps.db, shown, { before: versionIn(after), take: first });
  const lists = gathered(shown, rows, (row) => row.memberId);
  return new Map([...lists].map(([id, list]) => [id, pageOf(list, first)]));
}

export type HistoryFilter = {
  kinds?: readonly string[] | null | undefined;
  /** First instant inside. */
  from?: Date | null | undefined;
  /** First instant outside. */
  until?: Date | null | undefined;
};

/** A page of one member's history, narrowed to some kinds of entries or to a span of time. */
export async function listFilteredHistory(
  deps: Deps,
  actor: Actor,
  memberId: string,
  { kinds = null, from = null, until = null }: HistoryFilter,
  { first, after }: PageArgs,
): Promise<Page<HistoryRow>> {
  if (!may(actor, "history:read") || !seesPerson(actor, memberId)) return { rows: [], hasNextPage: false };
  const range = { before: versionIn(after), take: first, events: kinds, from, until };
  return pageOf(await findHistories(deps.db, [memberId], range), first);
}

const versionIn = (cursor: string | null) => (cursor !== null && /^\d{1,18}$/.test(cursor) ? BigInt(cursor) : null);

/** What makes a history row unique: one entry can touch two members. */
export const historyKey = ({ memberId, entryId }: { memberId: string; entryId: string }) => `${memberId} ${entryId}`;

/** Single history rows by `historyKey`. */
export async function findHistoryEntries(
  deps: Deps,
  actor: Actor,
  keys: readonly string[],
): Promise<Map<string, HistoryRow>> {
  if (!may(actor, "history:read")) return new Map();
  const entryIds = keys.map((key) => key.split(" ")[1] ?? "");
  const rows = await findHistoryRows(deps.db, [...new Set(entryIds)]);
  return new Map(rows.filter((row) => seesPerson(actor, row.memberId)).map((row) => [historyKey(row), row]));
}
