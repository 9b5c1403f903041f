import type { Actor } from "#api/kernel/actor.ts";
import { findCycle } from "#api/ledger/cycles.ts";
import type { PaymentInstruction } from "#api/sql/rows.ts";
import { can } from "#api/use-cases/can.ts";
import { CycleNotFound } from "#api/use-cases/cycles/refusals.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { takeKey } from "#api/use-cases/keys.ts";
import { TransitionRefused } from "#api/use-cases/machine.ts";
import { instructionFor } from "#api/use-cases/payments/make-instructions.ts";
import { isOwed } from "#api/use-cases/payments/owed-payment.ts";
import { replaceableStates } from "#api/use-cases/payments/payment-states.ts";
import { PaymentNotFound } from "#api/use-cases/payments/refusals.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";
import { lockSettlement } from "#api/use-cases/settlement/lock-settlement.ts";
import { recordStep } from "#api/use-cases/transitions.ts";

export type ReplacePayment = { paymentId: string; reason: string; idempotencyKey: string };

/**
 * Makes a new pay-out for one that was cancelled, rejected or returned: a draft with an end-to-end id of its own that
 * names what it replaces. One replacement each, and only while its obligation is open.
 */
export async function replacePayment(deps: Deps, actor: Actor, input: ReplacePayment): Promise<PaymentInstruction> {
  can(actor, "payment:submit");
  const { minorDigits } = await findProgramme(deps);
  const at = deps.clock.now();
  return deps.db.$transaction(async (tx) => {
    await lockSettlement(tx);
    const old = await tx.paymentInstruction.findUnique({ where: { id: input.paymentId } });
    if (!old) throw new PaymentNotFound(input.paymentId);
    // The receipt's money waits again: whoever marks it says anew where it goes.
    if (!isOwed(old)) throw new TransitionRefused("payment", old.id, old.kind, "be replaced");
    const cycle = await findCycle(tx, old.cycleId);
    if (!cycle) throw new CycleNotFound(old.cycleId);
    const obligation = await tx.obligation.findUniqueOrThrow({ where: { id: old.obligationId } });
    const partner = await tx.partner.findUniqueOrThrow({ where: { id: old.partnerId } });
    const attempts = await tx.paymentInstruction.count({ where: { obligationId: old.obligationId } });
    const next = instructionFor(obligation, { cycle, minorDigits, partner }, attempts + 1);
    const first = await takeKey(tx, actor, { verb: "replacePayment", input, objectId: next.id });
    if (first) return tx.paymentInstruction.findUniqueOrThrow({ where: { id: first } });
    const replaced = await tx.paymentInstruction.findFirst({ where: { replacesId: old.id } });
    if (replaced || !replaceableStates.includes(old.state)) {
      throw new TransitionRefused("payment", old.id, replaced ? "REPLACED" : old.state, "be replaced");
    }
    if (obligation.state === "SETTLED") {
      throw new TransitionRefused("obligation", obligation.id, obligation.state, "be paid again");
    }
    const made = await tx.paymentInstruction.create({ data: { ...next, replacesId: old.id, createdAt: at } });
    const step = { object: "payment", objectId: made.id, from: null, to: made.state, at, partnerId: made.partnerId };
    await recordStep(tx, actor, { ...step, reason: input.reason });
    return made;
  });
}
