import type { Actor } from "#api/kernel/actor.ts";
import type { Contract } from "#api/sql/rows.ts";
import { may, seesPartner } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { gathered, insideOf } from "#api/use-cases/partners/find-inside.ts";

/** Contract versions by id, without those of partners the viewer may not look into. */
export async function findContracts(deps: Deps, actor: Actor, ids: readonly string[]): Promise<Map<string, Contract>> {
  if (!may(actor, "contract:read")) return new Map();
  const rows = await deps.db.contract.findMany({ where: { id: { in: [...ids] } } });
  return new Map(rows.filter((row) => seesPartner(actor, row.partnerId)).map((row) => [row.id, row]));
}

/** All versions of partners' contracts, newest first. */
export async function findContractsOf(
  deps: Deps,
  actor: Actor,
  partnerIds: readonly string[],
): Promise<Map<string, Contract[]>> {
  const inside = insideOf(actor, "contract:read", partnerIds);
  const rows = await deps.db.contract.findMany({
    where: { partnerId: { in: inside } },
    orderBy: { version: "desc" },
  });
  return gathered(inside, rows, (row) => row.partnerId);
}
