import type { Actor } from "#api/kernel/actor.ts";
import { may } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { readSteps, type StepRow } from "#api/use-cases/steps.ts";

/** How cycles came to where they stand. */
export async function findCycleSteps(
  deps: Deps,
  actor: Actor,
  ids: readonly string[],
): Promise<Map<string, StepRow[]>> {
  return may(actor, "cycle:read") ? readSteps(deps, actor, ids) : new Map();
}
