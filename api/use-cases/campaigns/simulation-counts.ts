import { barOf } from "#api/use-cases/campaigns/figures.ts";
import type { Deps } from "#api/use-cases/deps.ts";

/** What a simulation has counted under these names; a name without a row stands at zero. */
export async function readCounts({ db }: Deps, simulationId: string, names: readonly string[]) {
  if (names.length === 0) return new Map<string, bigint>();
  const rows = await db.simulationCount.findMany({ where: { simulationId, name: { in: [...new Set(names)] } } });
  return new Map(rows.map(({ name, value }) => [name, value]));
}

export async function addCounts({ db }: Deps, simulationId: string, added: ReadonlyMap<string, bigint>) {
  if (added.size === 0) return;
  const rows = [...added].map(([name, value]) => ({ name, value: String(value) }));
  await db.$executeRaw`
    INSERT INTO simulation_count (simulation_id, name, value)
    SELECT ${simulationId}, a.name, a.value FROM json_to_recordset(${JSON.stringify(rows)}::json) AS a(name text, value bigint)
    ON CONFLICT (simulation_id, name) DO UPDATE SET value = simulation_count.value + excluded.value`;
}

const MEMBERS_AT_ONCE = 5_000;

/** How many members got something, and in which bars their sums lie. */
export async function memberBars({ db }: Deps, simulationId: string) {
  const bars = new Map<number, number>();
  let reached = 0;
  let after = "member ";
  for (;;) {
    const rows = await db.simulationCount.findMany({
      where: { simulationId, name: { gt: after, startsWith: "member " } },
      orderBy: { name: "asc" },
      take: MEMBERS_AT_ONCE,
    });
    for (const { value } of rows) bars.set(barOf(value), (bars.get(barOf(value)) ?? 0) + 1);
    reached += rows.length;
    const last = rows.at(-1);
    if (!last || rows.length < MEMBERS_AT_ONCE) return { reached, bars };
    after = last.name;
  }
}
