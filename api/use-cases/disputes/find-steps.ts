import type { Actor } from "#api/kernel/actor.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { findDisputes } from "#api/use-cases/disputes/find-disputes.ts";
import { readSteps, type StepRow } from "#api/use-cases/steps.ts";

/** How disputes came to where they stand, oldest first. Both sides read each other's reasons, and the operator's. */
export async function findDisputeSteps(
  deps: Deps,
  actor: Actor,
  disputeIds: readonly string[],
): Promise<Map<string, StepRow[]>> {
  const seen = [...(await findDisputes(deps, actor, disputeIds)).keys()];
  const [steps, said] = await Promise.all([
    readSteps(deps, actor, seen),
    deps.db.transition.findMany({ where: { objectId: { in: seen } }, select: { id: true, reason: true } }),
  ]);
  const reasons = new Map(said.map(({ id, reason }) => [id, reason]));
  const open = (step: StepRow) => ({ ...step, reason: reasons.get(step.id) ?? null });
  return new Map([...steps].map(([id, own]) => [id, own.map(open)]));
}
