import type { Connection } from "#api/sql/client.ts";

/** A row as JSON, and its table. */
export type StoredRow = { table: string; row: Record<string, unknown> };
export type Claim = {
  /** Ids of what belongs to one side alone, however far from the side's own name they stand. */
  ids: ReadonlySet<string>;
  /** Values of its rows as the API could print them. */
  values: ReadonlySet<string>;
  /** Those of them that stand in no row but its own. */
  only: ReadonlySet<string>;
};

/** Everybody may know which partners there are and where, and on which cards members can collect there. */
const publicTables = new Set(["partner", "location", "stamp_card"]);
/** Where a row's user is its owner's, and not somebody who did something about it. */
const peopleTables = new Set(["staff", "member"]);

export async function everyRow({ pool }: Pick<Connection, "pool">): Promise<StoredRow[]> {
  const tables = await pool.query<{ name: string }>(
    "select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'",
  );
  const read = tables.rows
    .filter(({ name }) => !publicTables.has(name))
    .map(async ({ name: table }) => {
      const { rows } = await pool.query<{ row: StoredRow["row"] }>(`select to_jsonb(t) as row from "${table}" t`);
      return rows.map(({ row }) => ({ table, row }));
    });
  return (await Promise.all(read)).flat();
}

/**
 * Whose each row is, when the owners of either side are known: a row that names one side only is that side's, and so is
 * what names this row; a dispute's evidence names the dispute, not the partner. What names both sides is nobody's.
 */
export function claimsOf(
  rows: readonly StoredRow[],
  owners: readonly [readonly string[], readonly string[]],
): [Claim, Claim] {
  const sides = owners.map((ids) => new Set(ids));
  const read = rows.map((stored) => ({ ...stored, names: idsIn(stored.row) }));
  const sideOf = (names: readonly string[]) => {
    const named = sides.filter((ids) => names.some((name) => ids.has(name)));
    return named.length === 1 ? named[0] : undefined;
  };
  for (let before = -1, now = 0; now !== before; ) {
    before = now;
    for (const { table, row, names } of read) {
      const side = sideOf(names);
      for (const id of [row["id"], peopleTables.has(table) ? row["user_id"] : null])
        if (side && typeof id === "string" && names.includes(id)) side.add(id);
    }
    now = sides.reduce((sum, { size }) => sum + size, 0);
  }
  const claim = (ids: Set<string>): Claim => {
    const own = read.filter(({ names }) => sideOf(names) === ids);
    const others = new Set(read.filter(({ names }) => sideOf(names) !== ids).flatMap(({ row }) => valuesOf(row)));
    const values = new Set(own.flatMap(({ row }) => valuesOf(row)));
    return { ids, values, only: new Set([...values].filter((value) => !others.has(value))) };
  };
  const [first = new Set<string>(), second = new Set<string>()] = sides;
  return [claim(first), claim(second)];
}

function idsIn(row: object): string[] {
  return [...new Set(JSON.stringify(row).match(/[a-z]{3}_[0-9A-Z]{26}/g))];
}

/** Texts as they are, millionths as decimals too. */
function valuesOf(row: object): string[] {
  return Object.entries(row).flatMap(([column, value]): string[] => {
    if (typeof value === "string") return [value];
    if (typeof value === "number")
      return column.endsWith("_e6") ? [String(value), String(value / 1e6)] : [String(value)];
    if (Array.isArray(value))
      return value.flatMap((item) => (typeof item === "object" && item ? valuesOf(item) : [String(item)]));
    return typeof value === "object" && value !== null ? valuesOf(value) : [];
  });
}
