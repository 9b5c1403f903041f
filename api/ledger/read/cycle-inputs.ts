import type { Db } from "#api/sql/client.ts";

/** How many entries and lines a cycle's netting rests on: all but the nettings themselves. */
export type Inputs = { entryCount: number; lineCount: number };

/** What a look through a cycle's own entries found: the rules of the books that they break; none when it may be netted. */
export type Looked = { broken: string[]; inputs: Inputs };

/** So many entries are looked at by one statement: less than a second of its work. */
const STRETCH = 50_000;

/** Looks through a cycle whose entries stand still, stretch by stretch (prisma/sql/25-cycle.sql). */
export async function lookThroughCycle(db: Db, cycleId: string, stretch = STRETCH): Promise<Looked> {
  const broken = new Set(await findBrokenCarries(db, cycleId));
  const inputs: Inputs = { entryCount: 0, lineCount: 0 };
  for await (const { rules, entries, lines } of stretchesOf(db, cycleId, stretch)) {
    for (const rule of rules) broken.add(rule);
    inputs.entryCount += entries;
    inputs.lineCount += lines;
  }
  return { broken: [...broken].sort(), inputs };
}

type Stretch = { rules: string[]; entries: number; lines: number };

async function* stretchesOf(db: Db, cycleId: string, stretch: number): AsyncGenerator<Stretch> {
  const [ends] = await db.$queryRaw<{ first: string | null; last: string | null }[]>`
    SELECT min(id) AS first, max(id) AS last FROM entry WHERE cycle_id = ${cycleId}`;
  let first = ends?.first ?? null;
  while (first !== null && ends?.last) {
    const [upTo] = await db.$queryRaw<{ last: string; next: string | null }[]>`
      SELECT max(id) FILTER (WHERE nth <= ${stretch}) AS last, max(id) FILTER (WHERE nth > ${stretch}) AS next
      FROM (SELECT id, row_number() OVER (ORDER BY id) AS nth FROM entry
        WHERE id >= ${first} AND id <= ${ends.last} ORDER BY id LIMIT ${stretch + 1}) ids`;
    const found = await db.$queryRaw<Stretch[]>`
      SELECT rules, entries, lines FROM look_through_entries(${cycleId}, ${first}, ${upTo?.last ?? ends.last})`;
    yield* found;
    first = upTo?.next ?? null;
  }
}

async function findBrokenCarries(db: Db, cycleId: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ rule: string }[]>`
    SELECT DISTINCT rule FROM broken_in_cycle(${cycleId}) ORDER BY rule`;
  return rows.map(({ rule }) => rule);
}
