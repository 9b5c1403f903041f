import type { Actor } from "#api/kernel/actor.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { type PartnerView, viewPartner } from "#api/use-cases/partners/partner-view.ts";
import { movePartner } from "#api/use-cases/partners/status.ts";

export type BlockIssuing = { partnerId: string; reason: string };

/** Stops the partner from issuing points; members can still spend theirs there. */
export async function blockIssuing(deps: Deps, actor: Actor, input: BlockIssuing): Promise<PartnerView> {
  can(actor, "partner:blockIssuing", input);
  const at = deps.clock.now();
  const moved = await deps.db.$transaction((tx) => movePartner(tx, actor, { ...input, event: "blockIssuing", at }));
  return viewPartner(actor, moved);
}
