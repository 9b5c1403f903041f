import type { Actor } from "#api/kernel/actor.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { findObligations } from "#api/use-cases/settlement/obligations.ts";
import { readSteps, type StepRow } from "#api/use-cases/steps.ts";

/** How obligations came to where they stand; partners' own only. */
export async function findObligationSteps(
  deps: Deps,
  actor: Actor,
  ids: readonly string[],
): Promise<Map<string, StepRow[]>> {
  const seen = await findObligations(deps, actor, ids);
  return readSteps(deps, actor, [...seen.keys()]);
}
