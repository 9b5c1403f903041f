import type { Actor } from "#api/kernel/actor.ts";
import type { LegalEntity } from "#api/sql/rows.ts";
import { may, seesPartner } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { gathered, insideOf } from "#api/use-cases/partners/find-inside.ts";

/** Companies by id, without those of partners the viewer may not look into. */
export async function findLegalEntities(
  deps: Deps,
  actor: Actor,
  ids: readonly string[],
): Promise<Map<string, LegalEntity>> {
  if (!may(actor, "legalEntity:read")) return new Map();
  const rows = await deps.db.legalEntity.findMany({ where: { id: { in: [...ids] } } });
  return new Map(rows.filter((row) => seesPartner(actor, row.partnerId)).map((row) => [row.id, row]));
}

/** The companies behind partners, in the order they were added. */
export async function findLegalEntitiesOf(
  deps: Deps,
  actor: Actor,
  partnerIds: readonly string[],
): Promise<Map<string, LegalEntity[]>> {
  const inside = insideOf(actor, "legalEntity:read", partnerIds);
  const rows = await deps.db.legalEntity.findMany({ where: { partnerId: { in: inside } }, orderBy: { id: "asc" } });
  return gathered(inside, rows, (row) => row.partnerId);
}
