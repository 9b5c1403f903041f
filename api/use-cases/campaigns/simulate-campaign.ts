import { Forbidden } from "#api/kernel/access.ts";
import { type Actor, actorRef, personOf } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import type { CampaignSimulation } from "#api/sql/rows.ts";
import { storedDefinition } from "#api/use-cases/campaigns/definition.ts";
import { findSimulations } from "#api/use-cases/campaigns/find-simulations.ts";
import { lockOwn } from "#api/use-cases/campaigns/lock-version.ts";
import { CampaignSimulationNotFound } from "#api/use-cases/campaigns/refusals.ts";
import { lockSimulation, moveSimulation } from "#api/use-cases/campaigns/simulation-states.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { takeKey } from "#api/use-cases/keys.ts";
import { checkWhole } from "#api/use-cases/partners/values.ts";
import { recordStep } from "#api/use-cases/transitions.ts";

/** Two years of receipts tell enough. */
const DAYS_MAX = 731;
const DAY_MS = 24 * 60 * 60 * 1000;

export type SimulateCampaign = { campaignVersionId: string; days: number; idempotencyKey: string };

/** Tries a version, as it is written now, on the receipts of the last days it would have looked at. */
export async function simulateCampaign(deps: Deps, actor: Actor, input: SimulateCampaign): Promise<CampaignSimulation> {
  can(actor, "campaign:simulate");
  const person = personOf(actor);
  if (!person) throw new Forbidden("campaign:simulate");
  const days = checkWhole("days", input.days, [1, DAYS_MAX]);
  const id = newId("campaignSimulation");
  return deps.db.$transaction(async (tx) => {
    const version = await lockOwn(tx, actor, input.campaignVersionId);
    const first = await takeKey(tx, actor, { verb: "simulateCampaign", input, objectId: id });
    if (first) return tx.campaignSimulation.findUniqueOrThrow({ where: { id: first } });
    const at = deps.clock.now();
    const reason = `${days} days of version ${version.version}`;
    await recordStep(tx, actor, { object: "campaignSimulation", objectId: id, from: null, to: "QUEUED", at, reason });
    await deps.enqueue?.(tx, "runSimulation", { campaignSimulationId: id });
    const asked = { requestedBy: actorRef(actor), userId: person.id, createdAt: at };
    const span = { from: new Date(at.getTime() - days * DAY_MS), until: at };
    const definition = storedDefinition(version);
    return tx.campaignSimulation.create({ data: { id, versionId: version.id, definition, ...span, ...asked } });
  });
}

/** Ends it before it is done; whoever asked for it does. */
export async function cancelSimulation(
  deps: Deps,
  actor: Actor,
  { campaignSimulationId: id }: { campaignSimulationId: string },
): Promise<CampaignSimulation> {
  can(actor, "campaign:simulate");
  const found = (await findSimulations(deps, actor, [id])).get(id);
  if (found?.requestedBy !== actorRef(actor)) throw new CampaignSimulationNotFound(id);
  return deps.db.$transaction(async (tx) => {
    const simulation = await lockSimulation(tx, id);
    if (simulation.state === "CANCELLED") return simulation;
    const at = deps.clock.now();
    const cancelled = await moveSimulation(tx, actor, simulation, { event: "cancel", at, finishedAt: at });
    await tx.simulationCount.deleteMany({ where: { simulationId: id } });
    return cancelled;
  });
}
