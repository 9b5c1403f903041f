import type { Actor } from "#api/kernel/actor.ts";
import type { PaymentInstruction, Tx } from "#api/sql/rows.ts";
import { nextPaymentState, type PaymentEvent } from "#api/use-cases/payments/payment-states.ts";
import { recordSteps } from "#api/use-cases/transitions.ts";

export type PaymentMoment = { actor: Actor; at: Date; reason?: string | null };

/** What changes along with the state. */
export type PaymentFacts = Partial<
  Pick<
    PaymentInstruction,
    | "bankAccountId"
    | "submittedBy"
    | "approvedBy"
    | "secondApprovedBy"
    | "fileId"
    | "bankAnswer"
    | "receivedE6"
    | "provisionalUntil"
  >
>;

/** Takes payments one step along their table together and leaves a trace of each. Callers hold the settlement lock. */
export async function movePayments(
  tx: Tx,
  { actor, at, reason = null }: PaymentMoment,
  payments: readonly PaymentInstruction[],
  event: PaymentEvent,
  factsOf: (payment: PaymentInstruction) => PaymentFacts = () => ({}),
): Promise<PaymentInstruction[]> {
  const moved: PaymentInstruction[] = [];
  for (const payment of payments) {
    const data = { state: nextPaymentState(payment, event), ...factsOf(payment) };
    moved.push(await tx.paymentInstruction.update({ where: { id: payment.id }, data }));
  }
  const steps = moved.map(({ id, state, partnerId }, i) => ({
    object: "payment",
    objectId: id,
    from: payments[i]?.state ?? null,
    to: state,
    at,
    reason,
    partnerId,
  }));
  await recordSteps(tx, actor, steps);
  return moved;
}
