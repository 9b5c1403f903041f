import type { ReconItem, Tx } from "#api/sql/rows.ts";
import { ReconItemNotFound } from "#api/use-cases/partner-files/refusals.ts";
import { lockSettlement } from "#api/use-cases/settlement/lock-settlement.ts";

/** Items of bank lines, in the order named, held still until the transaction ends. */
export async function lockBankItems(tx: Tx, ids: readonly string[]): Promise<ReconItem[]> {
  await lockSettlement(tx);
  const rows = await tx.reconItem.findMany({ where: { id: { in: [...ids] }, source: "BANK" } });
  return ids.map((id) => {
    const found = rows.find((row) => row.id === id);
    if (!found) throw new ReconItemNotFound(id);
    return found;
  });
}

export async function lockBankItem(tx: Tx, id: string): Promise<ReconItem> {
  const [item] = await lockBankItems(tx, [id]);
  if (!item) throw new ReconItemNotFound(id);
  return item;
}
