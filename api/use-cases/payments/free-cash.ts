import type { MoneyE6 } from "#api/kernel/money.ts";
import { readBalance } from "#api/ledger/read/positions.ts";
import type { Tx } from "#api/sql/rows.ts";

/**
 * What the settlement account may pay out now: the cleared pay-ins and whatever else is free on it. Money that backs
 * points, is on its way out, has no owner, or may still be taken back by its payer's bank is not ours to send.
 */
export async function readFreeCash(tx: Tx): Promise<MoneyE6> {
  const ownedE6 = await readBalance(tx, "BANK_SETTLEMENT", "IN_TRANSIT", "UNAPPLIED", "FUND", "PREPAID");
  const { _sum } = await tx.paymentInstruction.aggregate({
    where: { state: "PROVISIONAL" },
    _sum: { receivedE6: true },
  });
  return ownedE6 - (_sum.receivedE6 ?? 0n);
}
