import type { Tx } from "#api/sql/rows.ts";
import { sentStates, unsentStates } from "#api/use-cases/payments/payment-states.ts";
import { ReceiptGoingBack } from "#api/use-cases/reconciliation/refusals.ts";

const underWay = [...unsentStates, ...sentStates];

/** The items of receipts whose money a payment is to send back. */
export async function findGoingBack(tx: Tx): Promise<string[]> {
  const payments = await tx.paymentInstruction.findMany({
    where: { kind: "RETURN", state: { in: underWay } },
    select: { receiptItemId: true },
  });
  return payments.flatMap(({ receiptItemId }) => (receiptItemId === null ? [] : [receiptItemId]));
}

/** Refuses to give a receipt's money to anybody else while a payment is to send it back. */
export async function requireNotGoingBack(tx: Tx, itemIds: readonly string[]): Promise<void> {
  const payment = await tx.paymentInstruction.findFirst({
    where: { receiptItemId: { in: [...itemIds] }, state: { in: underWay } },
    select: { id: true, receiptItemId: true },
  });
  if (payment?.receiptItemId) throw new ReceiptGoingBack(payment.receiptItemId, payment.id);
}
