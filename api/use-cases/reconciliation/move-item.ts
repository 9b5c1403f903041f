import type { Actor } from "#api/kernel/actor.ts";
import type { ReconItem, Tx } from "#api/sql/rows.ts";
import { nextReconState, openStates, type ReconEvent } from "#api/use-cases/reconciliation/item-states.ts";
import { recordStep } from "#api/use-cases/transitions.ts";

export type ReconMoment = { actor: Actor; at: Date; reason?: string | null; approvalId?: string | null };

/** What changes along with the state. */
export type ReconFacts = Partial<
  Pick<
    ReconItem,
    "kind" | "takenBy" | "resolution" | "openE6" | "hubRef" | "hubValue" | "rule" | "score" | "partnerId" | "cycleId"
  >
> & { suggestions?: never[] };

/** Takes an item one step along its table and leaves the trace; refused otherwise. Callers hold the item still. */
export async function moveItem(
  tx: Tx,
  { actor, at, ...why }: ReconMoment,
  item: ReconItem,
  event: ReconEvent,
  facts: ReconFacts = {},
): Promise<ReconItem> {
  const to = nextReconState(item, event);
  const step = { object: "reconciliation item", objectId: item.id, from: item.state, to, at, ...why };
  await recordStep(tx, actor, { ...step, partnerId: item.partnerId });
  const closedAt = openStates.includes(to) ? null : at;
  return tx.reconItem.update({ where: { id: item.id }, data: { state: to, closedAt, ...facts } });
}
