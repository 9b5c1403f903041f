import type { Actor } from "#api/kernel/actor.ts";
import type { Partner } from "#api/sql/rows.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { movePartner } from "#api/use-cases/partners/status.ts";

export type BlockIssuing = { partnerId: string; reason: string };

/** Stops the partner from issuing points; members can still spend theirs there. */
export async function blockIssuing(deps: Deps, actor: Actor, input: BlockIssuing): Promise<Partner> {
  can(actor, "partner:blockIssuing", input);
  const at = deps.clock.now();
  return deps.db.$transaction((tx) => movePartner(tx, actor, { ...input, event: "blockIssuing", at }));
}
