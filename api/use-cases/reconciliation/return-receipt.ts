import type { Actor } from "#api/kernel/actor.ts";
import type { ReconItem } from "#api/sql/rows.ts";
import { recordAudit } from "#api/use-cases/audit/record-audit.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { TransitionRefused } from "#api/use-cases/machine.ts";
import { RETURN_MARK } from "#api/use-cases/reconciliation/decide-debit.ts";
import { lockBankItem } from "#api/use-cases/reconciliation/lock-items.ts";
import { NothingToExplain } from "#api/use-cases/reconciliation/refusals.ts";
import { returnId } from "#api/use-cases/settlement/end-to-end-id.ts";

export type MarkForReturn = { itemId: string; reason: string };

export type MarkedForReturn = {
  item: ReconItem;
  /** What the transfer back has to carry, so that its line finds the receipt. */
  endToEndId: string;
};

/** Says that a receipt without owner goes back to whoever sent it; the bank's debit under the reference then closes it. */
export async function markForReturn(deps: Deps, actor: Actor, input: MarkForReturn): Promise<MarkedForReturn> {
  can(actor, "recon:work");
  return deps.db.$transaction(async (tx) => {
    const item = await lockBankItem(tx, input.itemId);
    if (item.state !== "INVESTIGATING")
      throw new TransitionRefused("reconciliation item", item.id, item.state, "return");
    if (item.openE6 <= 0n) throw new NothingToExplain(item.id);
    const marked = await tx.reconItem.update({ where: { id: item.id }, data: { resolution: RETURN_MARK } });
    const deed = { action: "markForReturn", object: "reconciliation item", objectId: item.id, reason: input.reason };
    await recordAudit(tx, actor, { ...deed, at: deps.clock.now(), before: item, after: marked });
    return { item: marked, endToEndId: returnId(item.otherRef ?? item.id) };
  });
}
