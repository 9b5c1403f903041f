import type { Actor } from "#api/kernel/actor.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { type PartnerView, viewPartner } from "#api/use-cases/partners/partner-view.ts";
import { movePartner } from "#api/use-cases/partners/status.ts";

export type ResumePartner = { partnerId: string; reason: string };

/** Lets a suspended or issue-blocked partner trade again. */
export async function resumePartner(deps: Deps, actor: Actor, input: ResumePartner): Promise<PartnerView> {
  can(actor, "partner:resume", input);
  const at = deps.clock.now();
  const moved = await deps.db.$transaction((tx) => movePartner(tx, actor, { ...input, event: "resume", at }));
  return viewPartner(actor, moved);
}
