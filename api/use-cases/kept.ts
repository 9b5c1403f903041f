import type { Deps } from "#api/use-cases/deps.ts";
import { together } from "#api/use-cases/together.ts";

/** What seldom changes and is asked for by every receipt. */
export type Kind = "programme" | "partner" | "terminal" | "location" | "ladder" | "gift";

type FindMany<Row> = (deps: Deps, ids: readonly string[]) => Promise<ReadonlyMap<string, Row>>;
type Kept<Row> = { version: string; row: Row };

const KEPT_MAX = 50_000;

/**
 * Rows that seldom change, parsed once: each read asks the database whether its row is still the one that is kept, and all
 * kinds of all requests in flight ask that together. So a read is as true as one of the row itself.
 */
export function kept<Row>(kind: Kind, findMany: FindMany<Row>) {
  const rows = new WeakMap<Deps["db"], Map<string, Kept<Row>>>();
  const find = together<Row>(findMany);

  return async (deps: Deps, ids: readonly string[]): Promise<(Row | null)[]> => {
    const ours = rows.get(deps.db) ?? new Map<string, Kept<Row>>();
    rows.set(deps.db, ours);
    const seen = await versions(
      deps,
      ids.map((id) => `${kind} ${id}`),
    );
    return Promise.all(ids.map((id, at) => current(deps, { id, version: seen[at] ?? null, ours })));
  };

  type Asked = { id: string; version: string | null; ours: Map<string, Kept<Row>> };

  /** Kept under the version that was seen before the row was read: if it changed in between, it is read again. */
  async function current(deps: Deps, { id, version, ours }: Asked): Promise<Row | null> {
    if (version === null) return null;
    const known = ours.get(id);
    if (known?.version === version) return known.row;
    const [row] = await find(deps, [id]);
    if (!row) return null;
    if (ours.size >= KEPT_MAX) ours.clear();
    ours.set(id, { version, row });
    return row;
  }
}

/** A row's version is where it lies and which transaction wrote it; a partner's is that of its contracts too, a terminal's of its outlet. */
const versions = together<string>(async ({ db }, keys) => {
  const idsOf = (kind: Kind) => keys.flatMap((key) => (key.startsWith(`${kind} `) ? [key.slice(kind.length + 1)] : []));
  const rows = await db.$queryRaw<{ key: string; version: string }[]>`
    /* kept_versions */
    SELECT 'programme ' || a.id AS key, concat(p.ctid, p.xmin) AS version
    FROM unnest(${idsOf("programme")}::text[]) AS a(id), programme p
    UNION ALL
    SELECT 'partner ' || p.id, concat(p.ctid, p.xmin,
      (SELECT string_agg(concat(c.ctid, c.xmin), ' ' ORDER BY c.id) FROM contract c WHERE c.partner_id = p.id))
    FROM partner p WHERE p.id = ANY (${idsOf("partner")}::text[])
    UNION ALL
    SELECT 'terminal ' || t.id, concat(t.ctid, t.xmin, l.ctid, l.xmin)
    FROM terminal t JOIN location l ON l.id = t.location_id WHERE t.id = ANY (${idsOf("terminal")}::text[])
    UNION ALL
    SELECT 'location ' || l.id, concat(l.ctid, l.xmin) FROM location l WHERE l.id = ANY (${idsOf("location")}::text[])
    UNION ALL
    SELECT 'gift ' || g.code, concat(g.ctid, g.xmin) FROM gift g WHERE g.code = ANY (${idsOf("gift")}::text[])
    UNION ALL
    SELECT 'ladder ' || a.id, concat(t.ctid, t.xmin)
    FROM unnest(${idsOf("ladder")}::text[]) AS a(id), tier_ladder t WHERE t.valid_until IS NULL`;
  return new Map(rows.map(({ key, version }) => [key, version]));
});
