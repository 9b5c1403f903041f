import type { Actor } from "#api/kernel/actor.ts";
import { can, seesPartner } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { isPublic, type PartnerView, viewPartner } from "#api/use-cases/partners/partner-view.ts";

/** Partners by id, each as far as the viewer may see it. */
export async function findPartners(
  deps: Deps,
  actor: Actor,
  ids: readonly string[],
): Promise<Map<string, PartnerView>> {
  can(actor, "partner:read");
  const rows = await deps.db.partner.findMany({ where: { id: { in: [...ids] } } });
  const visible = rows.filter((row) => isPublic(row) || seesPartner(actor, row.id));
  return new Map(visible.map((row) => [row.id, viewPartner(actor, row)]));
}
