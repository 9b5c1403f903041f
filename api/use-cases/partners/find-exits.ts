import type { Actor } from "#api/kernel/actor.ts";
import { minorUnitE6 } from "#api/kernel/money.ts";
import type { PartnerExit } from "#api/sql/rows.ts";
import { may, seesPartner } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { findExitObstacles } from "#api/use-cases/partners/exit-obstacles.ts";
import { gathered, insideOf } from "#api/use-cases/partners/find-inside.ts";
import type { ExitObstacle } from "#api/use-cases/partners/refusals.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";

/** Exits by id; a partner's people see their own. */
export async function findExits(deps: Deps, actor: Actor, ids: readonly string[]): Promise<Map<string, PartnerExit>> {
  if (!may(actor, "exit:read")) return new Map();
  const rows = await deps.db.partnerExit.findMany({ where: { id: { in: [...ids] } } });
  return new Map(rows.filter(({ partnerId }) => seesPartner(actor, partnerId)).map((row) => [row.id, row]));
}

/** Partners' exits, newest first, withdrawn ones too. */
export async function findExitsOf(
  deps: Deps,
  actor: Actor,
  partnerIds: readonly string[],
): Promise<Map<string, PartnerExit[]>> {
  const shown = insideOf(actor, "exit:read", partnerIds);
  const where = { partnerId: { in: shown } };
  const rows = await deps.db.partnerExit.findMany({ where, orderBy: { noticeAt: "desc" } });
  return gathered(shown, rows, ({ partnerId }) => partnerId);
}

/** What still stands between exits and the release of what was put up; the operator's to know. */
export async function findObstacles(
  deps: Deps,
  actor: Actor,
  exitIds: readonly string[],
): Promise<Map<string, ExitObstacle[]>> {
  if (!may(actor, "default:read")) return new Map();
  const unitE6 = minorUnitE6((await findProgramme(deps)).minorDigits);
  const at = deps.clock.now();
  const exits = await deps.db.partnerExit.findMany({ where: { id: { in: [...exitIds] } } });
  const found = exits.map(async (exit): Promise<[string, ExitObstacle[]]> => {
    const isOver = exit.state === "RELEASED" || exit.state === "WITHDRAWN";
    return [exit.id, isOver ? [] : await findExitObstacles(deps.db, exit, { at, unitE6 })];
  });
  return new Map(await Promise.all(found));
}
