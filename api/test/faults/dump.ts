import { canonical } from "#api/kernel/fingerprint.ts";
import type { TestDatabase } from "#api/test/database.ts";

type Row = Record<string, unknown>;

/** Never the same twice: when a row was really written, counters that skip, hashes over ids that are new. */
const passing: Readonly<Record<string, readonly string[]>> = {
  "*": ["created_at", "updated_at"],
  entry: ["ord"],
  handled_lot: ["entry_ord"],
  audit_event: ["seq", "hash"],
  audit_link: ["seq", "hash"],
  booking: ["seq"],
  deed: ["fingerprint"],
  purchase: ["ord"],
  request_key: ["fingerprint"],
};

/** Rows whose order is part of what they say. */
const ordered: Readonly<Record<string, string>> = { entry: "ord", audit_event: "seq" };

/** Posted side by side: which of them comes first is chance. */
const sideBySide = "handleLots";

/**
 * Everything a database holds, as text: table by table, row by row. Ids are replaced by the order in which they were
 * made among their kind; `known` ones, made before the story began, stay. Equal books give equal bytes.
 */
export async function dump({ pool }: TestDatabase, known: ReadonlySet<string>): Promise<string> {
  const tables = withoutChance(await readTables(pool));
  const names = namesOf(tables, known);
  const rename = (text: string) => text.replaceAll(anId, (id) => names.get(id) ?? id);
  return tables
    .map(({ name, rows }) => {
      const lines = rows.map((row) => rename(canonical(lasting(name, row))));
      return [`-- ${name}`, ...(name in ordered ? lines : lines.sort())].join("\n");
    })
    .join("\n");
}

/** The ids a database holds already. */
export async function idsIn({ pool }: TestDatabase): Promise<Set<string>> {
  return new Set(idsOf(await readTables(pool)));
}

const anId = /\b[a-z]{3}_[0-9A-HJKMNP-TV-Z]{26}\b/g;

const idsOf = (tables: readonly { rows: Row[] }[]) =>
  tables.flatMap(({ rows }) => rows.flatMap((row) => JSON.stringify(row).match(anId) ?? []));

/** Ids of deeds that went side by side, and of their entries, are dealt out again in the order of the deeds' keys. */
function withoutChance(tables: readonly { name: string; rows: Row[] }[]): { name: string; rows: Row[] }[] {
  const rowsOf = (table: string) => tables.find(({ name }) => name === table)?.rows ?? [];
  const deeds = rowsOf("deed").filter(({ kind }) => kind === sideBySide);
  const byKey = deeds.toSorted((a, b) => (String(a["key"]) < String(b["key"]) ? -1 : 1)).map(({ id }) => String(id));
  const place = (entry: Row) => byKey.indexOf(String(entry["deed_id"]));
  const entries = rowsOf("entry").filter((entry) => place(entry) >= 0);
  const inTurn = entries.toSorted((a, b) => place(a) - place(b)).map(({ id }) => String(id));
  const dealt = new Map([...deal(byKey), ...deal(inTurn)]);
  const again = (row: Row): Row => JSON.parse(JSON.stringify(row).replaceAll(anId, (id) => dealt.get(id) ?? id)) as Row;
  return tables.map(({ name, rows }) => {
    const renamed = rows.map(again);
    return { name, rows: name === "entry" ? inOrderOfIds(renamed, new Set(inTurn)) : renamed };
  });
}

const deal = (ids: readonly string[]) => {
  const sorted = ids.toSorted();
  return ids.map((id, nth): [string, string] => [id, sorted[nth] ?? id]);
};

/** Only the places that `moved` held are filled anew, in the order of the ids. */
function inOrderOfIds(rows: readonly Row[], moved: ReadonlySet<string>): Row[] {
  const sorted = rows
    .filter(({ id }) => moved.has(String(id)))
    .sort((a, b) => (String(a["id"]) < String(b["id"]) ? -1 : 1));
  return rows.map((row) => (moved.has(String(row["id"])) ? (sorted.shift() ?? row) : row));
}

function namesOf(tables: readonly { rows: Row[] }[], known: ReadonlySet<string>): Map<string, string> {
  const fresh = [...new Set(idsOf(tables))].filter((id) => !known.has(id)).sort();
  const byKind = Map.groupBy(fresh, (id) => id.slice(0, 3));
  return new Map(
    [...byKind].flatMap(([kind, ids]) => ids.map((id, place): [string, string] => [id, `${kind}_${place}`])),
  );
}

function lasting(table: string, row: Row): Row {
  const left = new Set([...(passing["*"] ?? []), ...(passing[table] ?? [])]);
  return Object.fromEntries(Object.entries(row).filter(([column]) => !left.has(column)));
}

async function readTables(pool: TestDatabase["pool"]): Promise<{ name: string; rows: Row[] }[]> {
  const { rows: tables } = await pool.query<{ name: string }>(
    `select table_name as name from information_schema.tables
     where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> '_prisma_migrations' order by 1`,
  );
  const read: { name: string; rows: Row[] }[] = [];
  for (const { name } of tables) {
    const order = ordered[name] ? `order by t."${ordered[name]}"` : "";
    const { rows } = await pool.query<{ row: Row }>(`select to_jsonb(t) as row from "${name}" t ${order}`);
    read.push({ name, rows: rows.map(({ row }) => row) });
  }
  return read;
}
