import { type Actor, actorRef } from "#api/kernel/actor.ts";
import type { PaymentInstruction, Tx } from "#api/sql/rows.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { movePayments } from "#api/use-cases/payments/move-payment.ts";
import { isOwed, type OwedPayment } from "#api/use-cases/payments/owed-payment.ts";
import { type Picked, pickPayments } from "#api/use-cases/payments/pick-payments.ts";
import { BankAccountMissing } from "#api/use-cases/payments/refusals.ts";
import { lockSettlement } from "#api/use-cases/settlement/lock-settlement.ts";
import { LONG_TRANSACTION } from "#api/use-cases/transitions.ts";

export type SubmitPayments = Picked & { cycleId: string };

/**
 * Lays drafts of pay-outs before finance, each for the account its partner is paid to. Of a whole cycle, those of
 * partners without an account stay drafts; named ones are refused.
 */
export async function submitPayments(deps: Deps, actor: Actor, input: SubmitPayments): Promise<PaymentInstruction[]> {
  can(actor, "payment:submit");
  const at = deps.clock.now();
  return deps.db.$transaction(async (tx) => {
    await lockSettlement(tx);
    const drafts = (await pickPayments(tx, input, ["DRAFT"])).filter(isOwed);
    const accounts = await accountsOf(tx, drafts);
    const missing = drafts.find(({ partnerId }) => !accounts.has(partnerId));
    const payable = drafts.filter(({ partnerId }) => accounts.has(partnerId));
    if (missing && (input.paymentIds || payable.length === 0)) {
      throw new BankAccountMissing(missing.partnerId, "PAYOUT");
    }
    return movePayments(tx, { actor, at }, payable, "submit", ({ partnerId }) => ({
      submittedBy: actorRef(actor),
      bankAccountId: accounts.get(partnerId ?? "") ?? null,
    }));
  }, LONG_TRANSACTION);
}

async function accountsOf(tx: Tx, payments: readonly OwedPayment[]): Promise<Map<string, string>> {
  const partnerIds = payments.map(({ partnerId }) => partnerId);
  const rows = await tx.bankAccount.findMany({
    where: { partnerId: { in: partnerIds }, purpose: "PAYOUT", state: "ACTIVE" },
  });
  return new Map(rows.map(({ partnerId, id }) => [partnerId, id]));
}
