import type { Actor } from "#api/kernel/actor.ts";
import { may } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import type { ProposalView } from "#api/use-cases/partners/find-proposals.ts";
import { newTermsOf } from "#api/use-cases/what-if/terms.ts";
import { type WhatIf, whatIf } from "#api/use-cases/what-if/what-if.ts";

/** The cycle that a proposal names, replayed under what it would change; null: it names none. */
export async function whatIfProposed(deps: Deps, actor: Actor, proposal: ProposalView): Promise<WhatIf | null> {
  const { partnerId, whatIfCycleId, changes, terms } = proposal;
  if (whatIfCycleId === null || !may(actor, "whatIf:run")) return null;
  const asked = [{ partnerId, ...newTermsOf(changes, terms) }];
  return whatIf(deps, actor, { cycleId: whatIfCycleId, terms: asked });
}
