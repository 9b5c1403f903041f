import type { Actor } from "#api/kernel/actor.ts";
import type { Partner } from "#api/sql/rows.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { movePartner } from "#api/use-cases/partners/status.ts";

export type SuspendPartner = { partnerId: string; reason: string };

/** Stops the partner's tills: nothing is issued or redeemed there until it is resumed. Returns still come in. */
export async function suspendPartner(deps: Deps, actor: Actor, input: SuspendPartner): Promise<Partner> {
  can(actor, "partner:suspend", input);
  const at = deps.clock.now();
  return deps.db.$transaction((tx) => movePartner(tx, actor, { ...input, event: "suspend", at }));
}
