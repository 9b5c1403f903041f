import type { Actor } from "#api/kernel/actor.ts";
import { type MoneyE6, minorUnitE6 } from "#api/kernel/money.ts";
import { readBalance } from "#api/ledger/read/positions.ts";
import type { Obligation, Tx } from "#api/sql/rows.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { TransitionRefused } from "#api/use-cases/machine.ts";
import { once, requestOf } from "#api/use-cases/once.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";
import { lockSettlement } from "#api/use-cases/settlement/lock-settlement.ts";
import { ObligationNotFound, PaymentExceedsCash } from "#api/use-cases/settlement/refusals.ts";
import { LONG_TRANSACTION } from "#api/use-cases/transitions.ts";

export type InstructPayment = { obligationId: string; idempotencyKey: string };

/** Orders the transfer of what a partner is owed; the obligation is settled when the bank has booked it. */
export async function instructPayment(deps: Deps, actor: Actor, input: InstructPayment): Promise<Obligation> {
  can(actor, "payout:send");
  const { minorDigits } = await findProgramme(deps);
  return deps.db.$transaction(async (tx) => {
    await lockSettlement(tx);
    const obligation = await tx.obligation.findUnique({ where: { id: input.obligationId } });
    if (!obligation) throw new ObligationNotFound(input.obligationId);
    const amountE6 = -obligation.amountMinor * minorUnitE6(minorDigits);
    await once(deps, requestOf("instructPayment", actor, input), async () => {
      requireSendable(obligation);
      await requireCash(tx, amountE6);
      const movements = [{ kind: "payOutSent" as const, partnerId: obligation.partnerId, amountE6 }];
      return { occurredAt: deps.clock.now(), place: null, movements };
    });
    return tx.obligation.update({ where: { id: obligation.id }, data: { paidE6: amountE6 } });
  }, LONG_TRANSACTION);
}

function requireSendable({ id, direction, state, paidE6 }: Obligation): void {
  const isSendable = direction === "PAY_OUT" && paidE6 === 0n && (state === "CONFIRMED" || state === "DUE");
  if (!isSendable) throw new TransitionRefused("obligation", id, paidE6 === 0n ? state : "SENT", "be paid out");
}

/** Pay-in before pay-out: money that backs points, is on its way out or has no owner is not ours to send. */
async function requireCash(tx: Tx, amountE6: MoneyE6): Promise<void> {
  const freeE6 = await readBalance(tx, "BANK_SETTLEMENT", "IN_TRANSIT", "UNAPPLIED", "FUND");
  if (amountE6 > freeE6) throw new PaymentExceedsCash(freeE6);
}
