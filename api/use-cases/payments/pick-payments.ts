import type { PaymentInstruction, PaymentState, Tx } from "#api/sql/rows.ts";
import { NoPaymentReady, PaymentNotFound } from "#api/use-cases/payments/refusals.ts";

/**
 * The payments a deed is about: pay-outs of a cycle, or without one what goes back to payers; of these the named ones, or
 * all that are where the deed begins.
 */
export type Picked = { cycleId?: string | null | undefined; paymentIds?: readonly string[] | null | undefined };

/** In the order of their ids. Named ones come whatever state they are in, so that the machine can refuse by name. */
export async function pickPayments(
  tx: Tx,
  { cycleId, paymentIds }: Picked,
  states: readonly [PaymentState, ...PaymentState[]],
): Promise<PaymentInstruction[]> {
  const named = paymentIds ? { id: { in: [...paymentIds] } } : { state: { in: [...states] } };
  const of = cycleId ?? null;
  const those = of === null ? { kind: "RETURN" as const } : { cycleId: of, kind: "PAY_OUT" as const };
  const found = await tx.paymentInstruction.findMany({
    where: { ...those, ...named },
    orderBy: { id: "asc" },
  });
  const missing = paymentIds?.find((id) => !found.some((one) => one.id === id));
  if (missing !== undefined) throw new PaymentNotFound(missing);
  if (found.length === 0) throw new NoPaymentReady(states[0]);
  return found;
}
