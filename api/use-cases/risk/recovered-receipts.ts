import { actorRef } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import type { MoneyE6 } from "#api/kernel/money.ts";
import { findEntriesOf } from "#api/ledger/read/entries.ts";
import { readBalance } from "#api/ledger/read/positions.ts";
import type { Tx } from "#api/sql/rows.ts";
import { byHand } from "#api/use-cases/reconciliation/bank-rules.ts";
import { requireNotGoingBack } from "#api/use-cases/reconciliation/going-back.ts";
import { openStates } from "#api/use-cases/reconciliation/item-states.ts";
import { lockBankItem } from "#api/use-cases/reconciliation/lock-items.ts";
import { moveItem } from "#api/use-cases/reconciliation/move-item.ts";
import type { Moment } from "#api/use-cases/settlement/move-obligation.ts";

/** What of a receipt nobody has claimed; or of all receipts, what no item on the reconciliation desk holds. */
export async function readWaiting(tx: Tx, reconItemId: string | null | undefined): Promise<MoneyE6> {
  if (reconItemId) {
    const item = await lockBankItem(tx, reconItemId);
    await requireNotGoingBack(tx, [item.id]);
    return openStates.includes(item.state) && item.openE6 > 0n ? item.openE6 : 0n;
  }
  const held = await tx.reconItem.aggregate({
    where: { source: "BANK", state: { in: [...openStates] }, openE6: { gt: 0n } },
    _sum: { openE6: true },
  });
  return -(await readBalance(tx, "UNAPPLIED")) - (held._sum.openE6 ?? 0n);
}

export type Explained = { obligationId: string; reconItemId: string; amountE6: MoneyE6; deedId: string };

/** The receipt, or a part of it, was a recovery: it leaves the desk when nothing of it is open. */
export async function explainReceipt(tx: Tx, { actor, at }: Moment, explained: Explained): Promise<void> {
  const { obligationId, reconItemId: itemId, amountE6, deedId } = explained;
  const item = await lockBankItem(tx, itemId);
  const [entry] = await findEntriesOf(tx, deedId);
  const said = { rule: byHand.EXPLAINED, score: 100, reason: "Recovered from a default" };
  await tx.reconMatch.create({
    data: {
      id: newId("reconMatch"),
      itemId,
      obligationId,
      entryId: entry?.id ?? null,
      amountE6,
      ...said,
      matchedBy: actorRef(actor),
      matchedAt: at,
    },
  });
  const openE6 = item.openE6 - amountE6;
  if (openE6 > 0n) await tx.reconItem.update({ where: { id: itemId }, data: { openE6 } });
  else await moveItem(tx, { actor, at, reason: said.reason }, item, "turn up", { openE6, hubRef: obligationId });
}
