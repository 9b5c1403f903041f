import type { Actor } from "#api/kernel/actor.ts";
import { type PointsUse, readPointsUse } from "#api/ledger/read/value.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";

export type PointsUses = { byIssuer: PointsUse[]; byCohort: PointsUse[] };

/** How much of what was given is not spent, by issuer and by the month in which members enrolled; the operator's to know. */
export async function readPointsUses(deps: Deps, actor: Actor): Promise<PointsUses> {
  can(actor, "coalitionAnalytics:read");
  const { timeZone } = await findProgramme(deps);
  return readPointsUse(deps.db, timeZone);
}
