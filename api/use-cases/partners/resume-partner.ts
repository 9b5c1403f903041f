import type { Actor } from "#api/kernel/actor.ts";
import type { Partner } from "#api/sql/rows.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { movePartner } from "#api/use-cases/partners/status.ts";

export type ResumePartner = { partnerId: string; reason: string };

/** Lets a suspended or issue-blocked partner trade again. */
export async function resumePartner(deps: Deps, actor: Actor, input: ResumePartner): Promise<Partner> {
  can(actor, "partner:resume", input);
  const at = deps.clock.now();
  return deps.db.$transaction((tx) => movePartner(tx, actor, { ...input, event: "resume", at }));
}
