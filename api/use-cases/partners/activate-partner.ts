import type { Actor } from "#api/kernel/actor.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { type PartnerView, viewPartner } from "#api/use-cases/partners/partner-view.ts";
import { ContractMissing } from "#api/use-cases/partners/refusals.ts";
import { movePartner } from "#api/use-cases/partners/status.ts";

export type ActivatePartner = { partnerId: string };

/** Lets an onboarded partner trade, once it has terms. */
export async function activatePartner(deps: Deps, actor: Actor, { partnerId }: ActivatePartner): Promise<PartnerView> {
  can(actor, "partner:activate", { partnerId });
  return deps.db.$transaction(async (tx) => {
    const partner = await movePartner(tx, actor, { partnerId, event: "activate", at: deps.clock.now() });
    const contracts = await tx.contract.count({ where: { partnerId } });
    if (contracts === 0) throw new ContractMissing(partnerId);
    return viewPartner(actor, partner);
  });
}
