import type { Actor } from "#api/kernel/actor.ts";
import type { CampaignSimulation, Tx } from "#api/sql/rows.ts";
import { type Machine, nextState } from "#api/use-cases/machine.ts";
import { ringPeople } from "#api/use-cases/notices/notify.ts";
import { recordStep } from "#api/use-cases/transitions.ts";

export type SimulationEvent = "start" | "finish" | "fail" | "cancel";

/** One that was begun and left behind is begun again. */
export const simulationMachine: Machine<CampaignSimulation["state"], SimulationEvent> = {
  QUEUED: { start: "RUNNING", fail: "FAILED", cancel: "CANCELLED" },
  RUNNING: { start: "RUNNING", finish: "DONE", fail: "FAILED", cancel: "CANCELLED" },
  DONE: {},
  FAILED: {},
  CANCELLED: {},
};

export const simulationStates = {
  QUEUED: "It waits for its turn.",
  RUNNING: "Receipts are being tried.",
  DONE: "Its figures are there.",
  FAILED: "It could not be done; ask again.",
  CANCELLED: "Whoever asked for it ended it.",
} as const satisfies Record<CampaignSimulation["state"], string>;

type Move = { event: SimulationEvent; at: Date; reason?: string } & Partial<
  Pick<CampaignSimulation, "attempt" | "receiptsDone" | "receiptsTotal" | "error" | "finishedAt" | "progressAt">
>;

/** Moves a locked simulation on, and rings whoever waits for it. */
export async function moveSimulation(
  tx: Tx,
  actor: Actor,
  { id, state, userId }: CampaignSimulation,
  { event, at, reason, ...changes }: Move,
): Promise<CampaignSimulation> {
  const to = nextState(simulationMachine, { object: "campaignSimulation", id, state }, event);
  const step = { object: "campaignSimulation", objectId: id, from: state, to, at };
  await recordStep(tx, actor, { ...step, ...(reason ? { reason } : {}) });
  const moved = await tx.campaignSimulation.update({ where: { id }, data: { state: to, ...changes } });
  await ringPeople(tx, [userId]);
  return moved;
}

/** Holds it still until the transaction ends. */
export async function lockSimulation(tx: Tx, id: string): Promise<CampaignSimulation> {
  await tx.$executeRaw`SELECT FROM campaign_simulation WHERE id = ${id} FOR UPDATE`;
  return tx.campaignSimulation.findUniqueOrThrow({ where: { id } });
}
