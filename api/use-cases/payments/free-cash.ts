import type { MoneyE6 } from "#api/kernel/money.ts";
import { readBalance } from "#api/ledger/read/positions.ts";
import type { Tx } from "#api/sql/rows.ts";
import { sentStates } from "#api/use-cases/payments/payment-states.ts";

/** What may go back to payers now: what is on the account and not on its way out already. */
export async function readReturnCash(tx: Tx): Promise<MoneyE6> {
  const thereE6 = await readBalance(tx, "BANK_SETTLEMENT", "IN_TRANSIT");
  const { _sum } = await tx.paymentInstruction.aggregate({
    where: { kind: "RETURN", state: { in: [...sentStates] } },
    _sum: { amountE6: true },
  });
  return thereE6 - (_sum.amountE6 ?? 0n);
}

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
