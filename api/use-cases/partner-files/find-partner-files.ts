import type { Actor } from "#api/kernel/actor.ts";
import { type Page, type PageArgs, pageOf } from "#api/kernel/page.ts";
import type { PartnerFile } from "#api/sql/rows.ts";
import { can } from "#api/use-cases/can.ts";
import { sideOf } from "#api/use-cases/cycles/side.ts";
import type { Deps } from "#api/use-cases/deps.ts";

const ownOnly = (partnerId: string | null) => (partnerId === null ? {} : { partnerId });

/** Files by id; a partner has its own. */
export async function findPartnerFiles(
  deps: Deps,
  actor: Actor,
  ids: readonly string[],
): Promise<Map<string, PartnerFile>> {
  const side = sideOf(actor, "partnerFile:read");
  if (!side) return new Map();
  const rows = await deps.db.partnerFile.findMany({ where: { id: { in: [...ids] }, ...ownOnly(side.partnerId) } });
  return new Map(rows.map((row) => [row.id, row]));
}

export type ListPartnerFiles = PageArgs & { partnerId?: string | null | undefined };

/** Newest first. The cursor is the id. */
export async function listPartnerFiles(
  deps: Deps,
  actor: Actor,
  { first, after, partnerId }: ListPartnerFiles,
): Promise<Page<PartnerFile>> {
  can(actor, "partnerFile:read");
  const side = sideOf(actor, "partnerFile:read");
  if (!side) return { rows: [], hasNextPage: false };
  const where = {
    AND: [ownOnly(partnerId ?? null), ownOnly(side.partnerId), after === null ? {} : { id: { lt: after } }],
  };
  return pageOf(await deps.db.partnerFile.findMany({ where, orderBy: { id: "desc" }, take: first + 1 }), first);
}

/** How a compared file came out. */
export type FileResult = {
  total: number;
  matched: number;
  /** Whole rows that agree, in basis points of all that were compared. */
  matchRateBps: number;
  open: number;
  kinds: { kind: string; items: number; open: number }[];
};

/** By file; one that was never compared has no items. */
export async function findFileResults(
  deps: Deps,
  actor: Actor,
  fileIds: readonly string[],
): Promise<Map<string, FileResult>> {
  const seen = [...(await findPartnerFiles(deps, actor, fileIds)).keys()];
  const rows = await deps.db.reconItem.groupBy({
    by: ["fileId", "kind", "state"],
    where: { fileId: { in: seen } },
    _count: true,
  });
  const byFile = Map.groupBy(rows, ({ fileId }) => fileId ?? "");
  return new Map(seen.map((id) => [id, resultOf(byFile.get(id) ?? [])]));
}

type Counted = { kind: string | null; state: string; _count: number };

function resultOf(rows: readonly Counted[]): FileResult {
  const count = (of: (row: Counted) => boolean) => rows.filter(of).reduce((sum, { _count }) => sum + _count, 0);
  const total = count(() => true);
  const matched = count(({ state }) => state === "MATCHED");
  const isOpen = ({ state }: Counted) => state === "NEW" || state === "BREAK" || state === "INVESTIGATING";
  const kinds = [...new Set(rows.flatMap(({ kind }) => kind ?? []))].sort();
  return {
    total,
    matched,
    matchRateBps: total === 0 ? 0 : Math.floor((matched * 10_000) / total),
    open: count(isOpen),
    kinds: kinds.map((kind) => ({
      kind,
      items: count((row) => row.kind === kind),
      open: count((row) => row.kind === kind && isOpen(row)),
    })),
  };
}
