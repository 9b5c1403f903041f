import type { Actor } from "#api/kernel/actor.ts";
import type { ReconItem } from "#api/sql/rows.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { lockBankItem } from "#api/use-cases/reconciliation/lock-items.ts";
import { moveItem } from "#api/use-cases/reconciliation/move-item.ts";
import { AmountDoesNotFit } from "#api/use-cases/reconciliation/refusals.ts";

export type ResolveReconItem = { itemId: string; resolution: string };

/** Closes a bank break that needs no entry: the partner pays later, the bank corrected itself. Nothing may be open on it. */
export async function resolveReconItem(deps: Deps, actor: Actor, input: ResolveReconItem): Promise<ReconItem> {
  can(actor, "recon:work");
  const { itemId, resolution } = input;
  return deps.db.$transaction(async (tx) => {
    const item = await lockBankItem(tx, itemId);
    if (item.state === "RESOLVED" && item.resolution === resolution) return item;
    if (item.openE6 !== 0n) throw new AmountDoesNotFit(0n, item.openE6);
    return moveItem(tx, { actor, at: deps.clock.now(), reason: resolution }, item, "resolve", { resolution });
  });
}
