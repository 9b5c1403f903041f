import type { PaymentInstruction, PaymentState, Tx } from "#api/sql/rows.ts";
import { NoPaymentReady, PaymentNotFound } from "#api/use-cases/payments/refusals.ts";

/** The payments a deed is about: the named ones, or every pay-out of the cycle that is where the deed begins. */
export type Picked = { cycleId: string; paymentIds?: readonly string[] | null | undefined };

/** In the order of their ids. Named ones come whatever state they are in, so that the machine can refuse by name. */
export async function pickPayments(
  tx: Tx,
  { cycleId, paymentIds }: Picked,
  states: readonly [PaymentState, ...PaymentState[]],
): Promise<PaymentInstruction[]> {
  const named = paymentIds ? { id: { in: [...paymentIds] } } : { state: { in: [...states] } };
  const found = await tx.paymentInstruction.findMany({
    where: { cycleId, kind: "PAY_OUT", ...named },
    orderBy: { id: "asc" },
  });
  const missing = paymentIds?.find((id) => !found.some((one) => one.id === id));
  if (missing !== undefined) throw new PaymentNotFound(missing);
  if (found.length === 0) throw new NoPaymentReady(states[0]);
  return found;
}
