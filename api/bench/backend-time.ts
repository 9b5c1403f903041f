import { readFile } from "node:fs/promises";
import type { Pool } from "#api/sql/client.ts";

/** Linux counts processor time in hundredths of a second. */
const MS_PER_TICK = 10;

/**
 * How much of the processor's time, in milliseconds, the database's connections and this process use from now until
 * `stop`; NaN where the system does not tell. A busy machine makes it little longer, unlike the clock.
 */
export async function watchProcessor(pool: Pool): Promise<{ stop(): Promise<number> }> {
  const [before, own] = [await timeOfBackends(pool), process.cpuUsage()];
  return {
    stop: async () => {
      const after = await timeOfBackends(pool);
      const { user, system } = process.cpuUsage(own);
      const backends = [...after].reduce((sum, [pid, ms]) => sum + ms - (before.get(pid) ?? 0), 0);
      return backends + (user + system) / 1000;
    },
  };
}

async function timeOfBackends(pool: Pool): Promise<Map<number, number>> {
  const { rows } = await pool.query<{ pid: number }>(
    "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND backend_type = 'client backend'",
  );
  return new Map(await Promise.all(rows.map(async ({ pid }) => [pid, await timeOf(pid)] as const)));
}

/** The 14th and 15th fields are its own time and the system's on its behalf; the second may have blanks in it. */
async function timeOf(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11] ?? Number.NaN) + Number(fields[12] ?? Number.NaN)) * MS_PER_TICK;
}
