import { type Actor, actorRef } from "#api/kernel/actor.ts";
import type { ReconItem } from "#api/sql/rows.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { ReconItemNotFound } from "#api/use-cases/partner-files/refusals.ts";
import { moveItem } from "#api/use-cases/reconciliation/move-item.ts";
import { lockSettlement } from "#api/use-cases/settlement/lock-settlement.ts";

/** Somebody looks into a break, of the bank or of a partner's file. Whoever has it already keeps it. */
export async function takeReconItem(deps: Deps, actor: Actor, { itemId }: { itemId: string }): Promise<ReconItem> {
  can(actor, "recon:work");
  return deps.db.$transaction(async (tx) => {
    await lockSettlement(tx);
    const item = await tx.reconItem.findUnique({ where: { id: itemId } });
    if (!item) throw new ReconItemNotFound(itemId);
    const takenBy = actorRef(actor);
    if (item.state === "INVESTIGATING" && item.takenBy === takenBy) return item;
    return moveItem(tx, { actor, at: deps.clock.now() }, item, "take", { takenBy });
  });
}
