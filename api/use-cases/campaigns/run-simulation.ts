import { type Actor, systemActor } from "#api/kernel/actor.ts";
import type { CampaignSimulation, Tx } from "#api/sql/rows.ts";
import type { CampaignFigures } from "#api/use-cases/campaigns/figures.ts";
import { campaignPath, ownerOf } from "#api/use-cases/campaigns/houses.ts";
import { nameOf } from "#api/use-cases/campaigns/run-campaign.ts";
import { lockSimulation, moveSimulation } from "#api/use-cases/campaigns/simulation-states.ts";
import { tryReceipts } from "#api/use-cases/campaigns/try-receipts.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { leftBehind } from "#api/use-cases/left-behind.ts";
import { notify, ringPeople } from "#api/use-cases/notices/notify.ts";

/** Somebody ended it, or another worker took it over. */
class SimulationEnded extends Error {}

/** Tries the receipts, and tells whoever asked. What died in the middle begins again with nothing counted. */
export async function runSimulation(
  deps: Deps,
  { campaignSimulationId: id }: { campaignSimulationId: string },
): Promise<CampaignSimulation> {
  try {
    return await simulate(deps, id);
  } catch (error) {
    if (!(error instanceof SimulationEnded)) return fail(deps, id, error);
    return deps.db.campaignSimulation.findUniqueOrThrow({ where: { id } });
  }
}

/** The same, but what goes wrong is left as it is: for a process that dies. */
export async function simulate(deps: Deps, id: string): Promise<CampaignSimulation> {
  const simulation = await begin(deps, id);
  const figures = await tryReceipts(deps, simulation, (progress) => tell(deps, simulation, progress));
  return finish(deps, simulation, figures);
}

async function begin(deps: Deps, id: string): Promise<CampaignSimulation> {
  return deps.db.$transaction(async (tx) => {
    const found = await lockSimulation(tx, id);
    if (found.state !== "QUEUED" && found.state !== "RUNNING") throw new SimulationEnded();
    await tx.simulationCount.deleteMany({ where: { simulationId: id } });
    const at = deps.clock.now();
    const attempt = found.attempt + 1;
    return moveSimulation(tx, systemActor, found, { event: "start", at, attempt, progressAt: at, receiptsDone: 0 });
  });
}

type Progress = { receiptsDone: number; receiptsTotal: number };

/** Tells how far it is, and learns whether it is still wanted. */
async function tell(deps: Deps, { id, attempt, userId }: CampaignSimulation, progress: Progress): Promise<void> {
  const { count } = await deps.db.campaignSimulation.updateMany({
    where: { id, attempt, state: "RUNNING" },
    data: { ...progress, progressAt: deps.clock.now() },
  });
  if (count === 0) throw new SimulationEnded();
  await ringPeople(deps.db, [userId]);
}

async function finish(
  deps: Deps,
  { id, attempt }: CampaignSimulation,
  figures: CampaignFigures,
): Promise<CampaignSimulation> {
  return deps.db.$transaction(async (tx) => {
    const found = await lockSimulation(tx, id);
    if (found.attempt !== attempt || found.state !== "RUNNING") throw new SimulationEnded();
    await tx.simulationCount.deleteMany({ where: { simulationId: id } });
    const at = deps.clock.now();
    await tx.campaignSimulation.update({ where: { id }, data: { figures } });
    const facts = { campaign: nameOf(found) };
    const href = await pathTo(tx, found);
    await notify(tx, { userId: found.userId, kind: "SIMULATION_DONE", facts, href, at });
    return moveSimulation(tx, systemActor, found, { event: "finish", at, finishedAt: at });
  });
}

async function fail(deps: Deps, id: string, error: unknown): Promise<CampaignSimulation> {
  deps.report?.(error);
  return deps.db.$transaction(async (tx) => {
    const found = await lockSimulation(tx, id);
    if (found.state !== "QUEUED" && found.state !== "RUNNING") return found;
    await tx.simulationCount.deleteMany({ where: { simulationId: id } });
    const at = deps.clock.now();
    const why = error instanceof Error ? error.name : "Error";
    const facts = { campaign: nameOf(found) };
    const href = await pathTo(tx, found);
    await notify(tx, { userId: found.userId, kind: "SIMULATION_FAILED", facts, href, at });
    return moveSimulation(tx, systemActor, found, { event: "fail", at, finishedAt: at, error: why, reason: why });
  });
}

/** Only the house whose campaign it is tries it. */
async function pathTo(tx: Tx, { versionId }: CampaignSimulation): Promise<string> {
  const about = { where: { id: versionId }, include: { campaign: true } };
  const version = await tx.campaignVersion.findUniqueOrThrow(about);
  return campaignPath(ownerOf(version.campaign), version);
}

/** Whoever runs one is heard of more often than this, or is gone. */
const SILENT_MS = 5 * 60 * 1000;
const AT_ONCE_MAX = 5;

/** Runs what nobody has begun, and what was left behind when a process died. */
export async function resumeSimulations(deps: Deps, actor: Actor): Promise<number> {
  can(actor, "job:run");
  const left = await deps.db.campaignSimulation.findMany({
    where: leftBehind(deps.clock.now(), SILENT_MS),
    select: { id: true },
    orderBy: { id: "asc" },
    take: AT_ONCE_MAX,
  });
  for (const { id } of left) await runSimulation(deps, { campaignSimulationId: id });
  return left.length;
}
