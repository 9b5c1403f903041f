import type { Actor } from "#api/kernel/actor.ts";
import type { PaymentInstruction } from "#api/sql/rows.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { movePayments } from "#api/use-cases/payments/move-payment.ts";
import { unsentStates } from "#api/use-cases/payments/payment-states.ts";
import { type Picked, pickPayments } from "#api/use-cases/payments/pick-payments.ts";
import { lockSettlement } from "#api/use-cases/settlement/lock-settlement.ts";
import { LONG_TRANSACTION } from "#api/use-cases/transitions.ts";

export type CancelPayments = Picked & { paymentIds: readonly string[]; reason: string };

/** Withdraws what was not yet given to the bank: something else may take its place. */
export async function cancelPayments(deps: Deps, actor: Actor, input: CancelPayments): Promise<PaymentInstruction[]> {
  can(actor, "payment:cancel");
  const at = deps.clock.now();
  return deps.db.$transaction(async (tx) => {
    await lockSettlement(tx);
    const named = await pickPayments(tx, input, ["DRAFT", ...unsentStates]);
    const open = named.filter(({ state }) => state !== "CANCELLED");
    await movePayments(tx, { actor, at, reason: input.reason }, open, "cancel");
    return pickPayments(tx, input, ["CANCELLED"]);
  }, LONG_TRANSACTION);
}
