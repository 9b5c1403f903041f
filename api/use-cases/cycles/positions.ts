import type { Actor } from "#api/kernel/actor.ts";
import type { MoneyE6 } from "#api/kernel/money.ts";
import type { Page, PageArgs } from "#api/kernel/page.ts";
import { findOpenCycle } from "#api/ledger/cycles.ts";
import {
  type CyclePosition,
  readShownPositions,
  readShownSections,
  type SectionSumRow,
} from "#api/ledger/read/positions.ts";
import { pageOfSorted } from "#api/use-cases/cycles/page-of-sorted.ts";
import { isOn, sideOf } from "#api/use-cases/cycles/side.ts";
import type { Deps } from "#api/use-cases/deps.ts";

export type PositionView = CyclePosition & { netE6: MoneyE6 };

/** The key of one partner's part in one cycle, where both are asked for together. */
export const partKey = ({ cycleId, partnerId }: { cycleId: string; partnerId: string }) => `${cycleId}|${partnerId}`;

/** Positions in cycles, the largest first; partners have only their own. The cursor is the partner. */
export async function listPositions(
  deps: Deps,
  actor: Actor,
  cycleIds: readonly string[],
  page: PageArgs,
): Promise<Map<string, Page<PositionView>>> {
  const side = sideOf(actor, "position:read");
  if (!side) return new Map();
  const found = await readShownPositions(deps.db, cycleIds, side.partnerId === null ? null : [side.partnerId]);
  return new Map(
    [...found].map(([cycleId, rows]) => [
      cycleId,
      pageOfSorted(rows.map(netted).sort(byNet), page, ({ partnerId }) => partnerId),
    ]),
  );
}

/** Partners' positions in the open cycle, by partner; zero where nothing was posted yet. */
export async function findOpenPositions(
  deps: Deps,
  actor: Actor,
  partnerIds: readonly string[],
): Promise<Map<string, PositionView>> {
  const side = sideOf(actor, "position:read");
  const cycle = side && (await findOpenCycle(deps.db));
  if (!side || !cycle) return new Map();
  const seen = partnerIds.filter((id) => isOn(side, id));
  const rows = (await readShownPositions(deps.db, [cycle.id], seen)).get(cycle.id) ?? [];
  const nothing = { cycleId: cycle.id, openingE6: 0n, debitE6: 0n, creditE6: 0n };
  const none = seen.map((partnerId): [string, PositionView] => [partnerId, netted({ ...nothing, partnerId })]);
  return new Map([...none, ...rows.map((row): [string, PositionView] => [row.partnerId, netted(row)])]);
}

/** What positions are made of, by `partKey`. */
export async function findSections(
  deps: Deps,
  actor: Actor,
  keys: readonly string[],
): Promise<Map<string, SectionSumRow[]>> {
  const side = sideOf(actor, "position:read");
  if (!side) return new Map();
  const parts = keys.map((key) => key.split("|"));
  const cycleIds = [...new Set(parts.map(([cycleId = ""]) => cycleId))];
  const partnerIds = [...new Set(parts.map(([, partnerId = ""]) => partnerId))].filter((id) => isOn(side, id));
  const sums = await readShownSections(deps.db, cycleIds, partnerIds);
  return Map.groupBy(
    sums.filter(({ section }) => section !== "NET"),
    partKey,
  );
}

const netted = (row: CyclePosition): PositionView => ({ ...row, netE6: row.openingE6 + row.debitE6 - row.creditE6 });

function byNet(a: PositionView, b: PositionView): number {
  const [x, y] = [abs(a.netE6), abs(b.netE6)];
  return x > y ? -1 : x < y ? 1 : a.partnerId < b.partnerId ? -1 : 1;
}

const abs = (amount: bigint) => (amount < 0n ? -amount : amount);
