import { systemActor } from "#api/kernel/actor.ts";
import { findCycles } from "#api/ledger/cycles.ts";
import type { Tx } from "#api/sql/rows.ts";
import { instructionFor, stepOf } from "#api/use-cases/payments/make-instructions.ts";
import { movePayments } from "#api/use-cases/payments/move-payment.ts";
import { isOwed, type OwedPayment } from "#api/use-cases/payments/owed-payment.ts";
import { recordSteps } from "#api/use-cases/transitions.ts";

/**
 * Withdraws pay-outs that were submitted or approved for an account no longer in use, and lays a new draft in the place
 * of each: what somebody agreed to for one account is no yes to another. Callers hold the settlement lock.
 */
export async function redraftPayments(tx: Tx, at: Date, bankAccountId: string, reason: string): Promise<void> {
  const submitted = await tx.paymentInstruction.findMany({
    where: { bankAccountId, state: { in: ["PENDING_APPROVAL", "APPROVED"] } },
  });
  await movePayments(tx, { actor: systemActor, at, reason }, submitted, "cancel");
  for (const payment of submitted.filter(isOwed)) await draftAgain(tx, at, payment);
}

async function draftAgain(tx: Tx, at: Date, old: OwedPayment): Promise<void> {
  const cycle = (await findCycles(tx, [old.cycleId])).get(old.cycleId);
  const obligation = await tx.obligation.findUniqueOrThrow({ where: { id: old.obligationId } });
  const partner = await tx.partner.findUniqueOrThrow({ where: { id: old.partnerId } });
  const { minorDigits } = await tx.programme.findFirstOrThrow({ select: { minorDigits: true } });
  const attempts = await tx.paymentInstruction.count({ where: { obligationId: old.obligationId } });
  if (!cycle) return;
  const next = instructionFor(obligation, { cycle, minorDigits, partner }, attempts + 1);
  const made = await tx.paymentInstruction.create({ data: { ...next, replacesId: old.id, createdAt: at } });
  await recordSteps(tx, systemActor, [stepOf(at)(made)]);
}
