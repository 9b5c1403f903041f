import type { Actor } from "#api/kernel/actor.ts";
import { type PointsUse, readPointsUse } from "#api/ledger/read/value.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";

export type PointsUses = { byIssuer: PointsUse[]; byCohort: PointsUse[] };

/** How much of what was given is not spent, by issuer and by the month in which members enrolled; as of last night; the operator's to know. */
export async function readPointsUses(deps: Deps, actor: Actor): Promise<PointsUses> {
  can(actor, "coalitionAnalytics:read");
  return readPointsUse(deps.db);
}
