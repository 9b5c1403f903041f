import type { Actor } from "#api/kernel/actor.ts";
import type { Terminal } from "#api/sql/rows.ts";
import { seesPartner } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { gathered } from "#api/use-cases/partners/find-inside.ts";

/** Terminals by id, without those of partners the viewer may not look into. */
export async function findTerminals(deps: Deps, actor: Actor, ids: readonly string[]): Promise<Map<string, Terminal>> {
  const rows = await deps.db.terminal.findMany({ where: { id: { in: [...ids] } } });
  return new Map(rows.filter((row) => seesPartner(actor, row.partnerId)).map((row) => [row.id, row]));
}

/** The tills at locations, by code. Absent for locations of partners the viewer may not look into. */
export async function findTerminalsOf(
  deps: Deps,
  actor: Actor,
  locationIds: readonly string[],
): Promise<Map<string, Terminal[]>> {
  const locations = await deps.db.location.findMany({
    where: { id: { in: [...locationIds] } },
    select: { id: true, partnerId: true },
  });
  const inside = locations.filter((row) => seesPartner(actor, row.partnerId)).map((row) => row.id);
  const rows = await deps.db.terminal.findMany({ where: { locationId: { in: inside } }, orderBy: { code: "asc" } });
  return gathered(inside, rows, (row) => row.locationId);
}
