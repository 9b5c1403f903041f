import type { Db } from "#api/sql/client.ts";
import type { Tx } from "#api/sql/rows.ts";

/** How many entries and lines a cycle's netting rests on: all but the nettings themselves. */
export type Inputs = { entryCount: number; lineCount: number };

export async function countInputs(db: Tx, cycleId: string): Promise<Inputs> {
  const [counted] = await db.$queryRaw<Inputs[]>`
    WITH netting AS (SELECT id FROM entry WHERE cycle_id = ${cycleId} AND event IN ('NET', 'NET_REVERSED'))
    SELECT (SELECT count(*) FROM entry WHERE cycle_id = ${cycleId})::int - (SELECT count(*) FROM netting)::int AS "entryCount",
           (SELECT count(*) FROM line WHERE cycle_id = ${cycleId})::int
             - (SELECT count(*) FROM line WHERE entry_id IN (SELECT id FROM netting))::int AS "lineCount"`;
  return counted ?? { entryCount: 0, lineCount: 0 };
}

/** A month of millions is looked through in one go, in memory of its own; the pool's limits are for tills. */
const LOOK = { maxWait: 10_000, timeout: 300_000 } as const;

/** The rules of the books that a cycle's own entries break (prisma/sql/25-cycle.sql); none when it may be netted. */
export async function findBrokenInCycle(db: Db, cycleId: string): Promise<string[]> {
  return db.$transaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL work_mem = '128MB'`;
    await tx.$executeRaw`SET LOCAL statement_timeout = '5min'`;
    const rows = await tx.$queryRaw<{ rule: string }[]>`
      SELECT DISTINCT rule FROM broken_in_cycle(${cycleId}) ORDER BY rule`;
    return rows.map(({ rule }) => rule);
  }, LOOK);
}
