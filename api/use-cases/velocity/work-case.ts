import { type Actor, actorRef } from "#api/kernel/actor.ts";
import type { VelocityCase } from "#api/sql/rows.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { checkText } from "#api/use-cases/partners/values.ts";
import { recordStep } from "#api/use-cases/transitions.ts";
import { VelocityCaseNotFound } from "#api/use-cases/velocity/refusals.ts";
import { nextCaseState, type VelocityCaseEvent } from "#api/use-cases/velocity/states.ts";

export type WorkVelocityCase = { velocityCaseId: string; note: string };

/** Somebody looks into it. Taking again what one has changes nothing. */
export const takeVelocityCase = (deps: Deps, actor: Actor, input: WorkVelocityCase) => work(deps, actor, input, "take");

/** It was fraud, or misuse. What follows for the member or the till is decided where those are. */
export const confirmVelocityCase = (deps: Deps, actor: Actor, input: WorkVelocityCase) =>
  work(deps, actor, input, "confirm");

/** There was nothing wrong. A member that was blocked is unblocked where members are. */
export const dismissVelocityCase = (deps: Deps, actor: Actor, input: WorkVelocityCase) =>
  work(deps, actor, input, "dismiss");

async function work(
  deps: Deps,
  actor: Actor,
  { velocityCaseId: id, note }: WorkVelocityCase,
  event: VelocityCaseEvent,
): Promise<VelocityCase> {
  can(actor, "velocity:work");
  return deps.db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT FROM velocity_case WHERE id = ${id} FOR UPDATE`;
    const found = await tx.velocityCase.findUnique({ where: { id } });
    if (!found) throw new VelocityCaseNotFound(id);
    const takenBy = actorRef(actor);
    if (event === "take" && found.state === "TAKEN" && found.takenBy === takenBy) return found;
    const reason = checkText("note", note);
    const to = nextCaseState(found, event);
    const at = deps.clock.now();
    await recordStep(tx, actor, { object: "velocityCase", objectId: id, from: found.state, to, at, reason });
    const data = event === "take" ? { state: to, takenBy } : { state: to, closedAt: at };
    return tx.velocityCase.update({ where: { id }, data });
  });
}
