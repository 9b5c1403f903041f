import type { Actor } from "#api/kernel/actor.ts";
import { type Page, type PageArgs, pageOf } from "#api/kernel/page.ts";
import type { ReconItem, ReconKind, ReconMatch, ReconSource, ReconState } from "#api/sql/rows.ts";
import { can, may } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { gathered } from "#api/use-cases/partners/find-inside.ts";

const DAY_MS = 86_400_000;

/** What of the items a viewer may see: the operator all, a partner what was made of its own files. */
function ownOf(actor: Actor) {
  if (actor.kind !== "partnerStaff") return {};
  return { source: "PARTNER_FILE" as const, partnerId: actor.partnerId };
}

/** Items by id. */
export async function findReconItems(
  deps: Deps,
  actor: Actor,
  ids: readonly string[],
): Promise<Map<string, ReconItem>> {
  if (!may(actor, "recon:read")) return new Map();
  const rows = await deps.db.reconItem.findMany({ where: { AND: [{ id: { in: [...ids] } }, ownOf(actor)] } });
  return new Map(rows.map((row) => [row.id, row]));
}

/** The items of bank lines, by line. */
export async function findItemsOfLines(
  deps: Deps,
  actor: Actor,
  lineIds: readonly string[],
): Promise<Map<string, ReconItem>> {
  if (!may(actor, "recon:read")) return new Map();
  const rows = await deps.db.reconItem.findMany({
    where: { AND: [{ bankLineId: { in: [...lineIds] } }, ownOf(actor)] },
  });
  return new Map(rows.map((row) => [row.bankLineId ?? "", row]));
}

/** What explains items, by item, in the order it was found; what was undone too. */
export async function findMatchesOf(
  deps: Deps,
  actor: Actor,
  itemIds: readonly string[],
): Promise<Map<string, ReconMatch[]>> {
  const items = [...(await findReconItems(deps, actor, itemIds)).keys()];
  const rows = await deps.db.reconMatch.findMany({ where: { itemId: { in: items } }, orderBy: { id: "asc" } });
  return gathered(items, rows, ({ itemId }) => itemId);
}

export type ReconFilter = {
  states?: readonly ReconState[] | null | undefined;
  kinds?: readonly ReconKind[] | null | undefined;
  source?: ReconSource | null | undefined;
  partnerId?: string | null | undefined;
  cycleId?: string | null | undefined;
  /** Only those at least so many days old. */
  olderThanDays?: number | null | undefined;
  /** Only bank lines of which something has no owner or no explanation yet. */
  isUnapplied?: boolean | null | undefined;
};

/** Compared things, the oldest first: what waits longest is looked at first. The cursor is the id. */
export async function listReconItems(
  deps: Deps,
  actor: Actor,
  filter: ReconFilter,
  { first, after }: PageArgs,
): Promise<Page<ReconItem>> {
  can(actor, "recon:read");
  const { states, kinds, source, partnerId, cycleId, olderThanDays, isUnapplied } = filter;
  const before = olderThanDays ? new Date(deps.clock.now().getTime() - olderThanDays * DAY_MS) : null;
  const rows = await deps.db.reconItem.findMany({
    where: {
      AND: [
        ownOf(actor),
        states ? { state: { in: [...states] } } : {},
        kinds ? { kind: { in: [...kinds] } } : {},
        source ? { source } : {},
        partnerId ? { partnerId } : {},
        cycleId ? { cycleId } : {},
        before ? { openedAt: { lte: before } } : {},
        isUnapplied ? { openE6: { not: 0n } } : {},
        after === null ? {} : { id: { gt: after } },
      ],
    },
    orderBy: { id: "asc" },
    take: first + 1,
  });
  return pageOf(rows, first);
}
