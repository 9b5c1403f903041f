import type { Actor } from "#api/kernel/actor.ts";
import { findPointsByMonth, type MonthPoints } from "#api/ledger/read/figures.ts";
import { may } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { seesPerson } from "#api/use-cases/members/member-view.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";

const MONTHS = 12;

/** Earned and spent by month over the last twelve: for the member and the operator only, it tells how a person lives. */
export async function readPointsByMonth(
  deps: Deps,
  actor: Actor,
  memberIds: readonly string[],
): Promise<Map<string, MonthPoints[]>> {
  const shown = may(actor, "history:read") ? memberIds.filter((id) => seesPerson(actor, id)) : [];
  if (shown.length === 0) return new Map();
  const { timeZone } = await findProgramme(deps);
  const now = deps.clock.now();
  const from = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - MONTHS + 1, 1));
  const found = await findPointsByMonth(deps.db, shown, { from, timeZone });
  return new Map(shown.map((id) => [id, found.get(id) ?? []]));
}
