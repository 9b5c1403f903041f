import type { Actor } from "#api/kernel/actor.ts";
import { type Page, type PageArgs, pageOf } from "#api/kernel/page.ts";
import type { Obligation } from "#api/sql/rows.ts";
import { partKey } from "#api/use-cases/cycles/positions.ts";
import { isOn, sideOf } from "#api/use-cases/cycles/side.ts";
import type { Deps } from "#api/use-cases/deps.ts";

/** Obligations by id; partners have only their own. */
export async function findObligations(
  deps: Deps,
  actor: Actor,
  ids: readonly string[],
): Promise<Map<string, Obligation>> {
  const side = sideOf(actor, "obligation:read");
  if (!side) return new Map();
  const rows = await deps.db.obligation.findMany({ where: { id: { in: [...ids] } } });
  return new Map(rows.filter(({ partnerId }) => isOn(side, partnerId)).map((row) => [row.id, row]));
}

/** Partners' obligations in cycles, by `partKey`; what a correction superseded is left out. */
export async function findObligationsOfParts(
  deps: Deps,
  actor: Actor,
  keys: readonly string[],
): Promise<Map<string, Obligation>> {
  const side = sideOf(actor, "obligation:read");
  if (!side) return new Map();
  const parts = keys.map((key) => key.split("|"));
  const rows = await deps.db.obligation.findMany({
    where: {
      cycleId: { in: parts.map(([cycleId = ""]) => cycleId) },
      partnerId: { in: parts.map(([, partnerId = ""]) => partnerId).filter((id) => isOn(side, id)) },
      state: { not: "SUPERSEDED" },
    },
  });
  return new Map(rows.map((row) => [partKey(row), row]));
}

/** The key of one version of a partner's part in a cycle. */
export const versionKey = ({ cycleId, partnerId, version }: { cycleId: string; partnerId: string; version: number }) =>
  `${cycleId}|${partnerId}|${version}`;

/** What versions of statements ended in, by `versionKey`, superseded or not. */
export async function findObligationsOfVersions(
  deps: Deps,
  actor: Actor,
  keys: readonly string[],
): Promise<Map<string, Obligation>> {
  const side = sideOf(actor, "obligation:read");
  if (!side) return new Map();
  const parts = keys.map((key) => key.split("|"));
  const rows = await deps.db.obligation.findMany({
    where: {
      cycleId: { in: parts.map(([cycleId = ""]) => cycleId) },
      partnerId: { in: parts.map(([, partnerId = ""]) => partnerId).filter((id) => isOn(side, id)) },
    },
  });
  return new Map(rows.map((row) => [versionKey(row), row]));
}

/** The largest first; the cursor is what it is sorted by. */
export const obligationCursor = ({ netE6, id }: Obligation) => `${netE6 < 0n ? -netE6 : netE6}|${id}`;

/** Cycles' obligations that stand, the largest first; partners have only their own. */
export const listObligations = (deps: Deps, actor: Actor, cycleIds: readonly string[], page: PageArgs) =>
  listBySize(deps, actor, cycleIds, page, { superseded: false });

/** The same of the versions that corrections replaced. */
export const listSupersededObligations = (deps: Deps, actor: Actor, cycleIds: readonly string[], page: PageArgs) =>
  listBySize(deps, actor, cycleIds, page, { superseded: true });

async function listBySize(
  deps: Deps,
  actor: Actor,
  cycleIds: readonly string[],
  { first, after }: PageArgs,
  { superseded }: { superseded: boolean },
): Promise<Map<string, Page<Obligation>>> {
  const side = sideOf(actor, "obligation:read");
  if (!side) return new Map();
  const [afterNet = null, afterId = null] = /^(\d{1,18})\|(.+)$/.exec(after ?? "")?.slice(1) ?? [];
  const found = await deps.db.$queryRaw<{ id: string }[]>`
    SELECT o.id FROM unnest(${[...cycleIds]}::text[]) AS c(id) CROSS JOIN LATERAL (
      SELECT id FROM obligation WHERE cycle_id = c.id AND (state = 'SUPERSEDED') = ${superseded}
        AND (${side.partnerId}::text IS NULL OR partner_id = ${side.partnerId})
        AND (${afterNet}::bigint IS NULL OR (-abs(net_e6), id) > (-${afterNet}::bigint, ${afterId}::text))
      ORDER BY -abs(net_e6), id LIMIT ${first + 1}) o`;
  const rows = await deps.db.obligation.findMany({ where: { id: { in: found.map(({ id }) => id) } } });
  const place = new Map(found.map(({ id }, at) => [id, at]));
  const inOrder = rows.toSorted((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0));
  const ofCycles = Map.groupBy(inOrder, ({ cycleId }) => cycleId);
  return new Map([...ofCycles].map(([id, own]) => [id, pageOf(own, first)]));
}
