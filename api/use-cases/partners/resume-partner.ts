import type { Actor } from "#api/kernel/actor.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { type PartnerView, viewPartner } from "#api/use-cases/partners/partner-view.ts";
import { movePartner } from "#api/use-cases/partners/status.ts";
import { liftPayOuts } from "#api/use-cases/risk/hold-pay-outs.ts";
import { lockSettlement } from "#api/use-cases/settlement/lock-settlement.ts";

export type ResumePartner = { partnerId: string; reason: string };

/** Lets a suspended or issue-blocked partner trade again. */
export async function resumePartner(deps: Deps, actor: Actor, input: ResumePartner): Promise<PartnerView> {
  can(actor, "partner:resume", input);
  const at = deps.clock.now();
  const { partnerId, reason } = input;
  const moved = await deps.db.$transaction(async (tx) => {
    await lockSettlement(tx);
    const partner = await movePartner(tx, actor, { ...input, event: "resume", at });
    await liftPayOuts(tx, { actor, at, reason }, partnerId);
    return partner;
  });
  return viewPartner(actor, moved);
}
