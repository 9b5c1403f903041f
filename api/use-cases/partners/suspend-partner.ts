import type { Actor } from "#api/kernel/actor.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { type PartnerView, viewPartner } from "#api/use-cases/partners/partner-view.ts";
import { movePartner } from "#api/use-cases/partners/status.ts";
import { holdPayOuts } from "#api/use-cases/risk/hold-pay-outs.ts";
import { lockSettlement } from "#api/use-cases/settlement/lock-settlement.ts";

export type SuspendPartner = { partnerId: string; reason: string };

/** Stops the partner's tills: nothing is issued or redeemed there until it is resumed. Returns still come in. */
export async function suspendPartner(deps: Deps, actor: Actor, input: SuspendPartner): Promise<PartnerView> {
  can(actor, "partner:suspend", input);
  const at = deps.clock.now();
  const { partnerId, reason } = input;
  const moved = await deps.db.$transaction(async (tx) => {
    await lockSettlement(tx);
    const partner = await movePartner(tx, actor, { ...input, event: "suspend", at });
    await holdPayOuts(tx, { actor, at, reason }, { partnerId });
    return partner;
  });
  return viewPartner(actor, moved);
}
