import { type Actor, actorRef } from "#api/kernel/actor.ts";
import type { PaymentInstruction } from "#api/sql/rows.ts";
import { can } from "#api/use-cases/can.ts";
import { SecondPersonRequired } from "#api/use-cases/cycles/refusals.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { movePayments } from "#api/use-cases/payments/move-payment.ts";
import { type Picked, pickPayments } from "#api/use-cases/payments/pick-payments.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";
import { lockSettlement } from "#api/use-cases/settlement/lock-settlement.ts";
import { LONG_TRANSACTION } from "#api/use-cases/transitions.ts";

/**
 * Finance's yes to pay-outs that somebody else submitted. Above the programme's threshold it takes two people of
 * finance: after the first the payment waits on. All of the named payments are approved, or none.
 */
export async function approvePayments(deps: Deps, actor: Actor, input: Picked): Promise<PaymentInstruction[]> {
  can(actor, "payment:approve");
  const { payOutTwoAboveE6 } = await findProgramme(deps);
  const by = actorRef(actor);
  const at = deps.clock.now();
  const needsTwo = ({ amountE6 }: PaymentInstruction) => payOutTwoAboveE6 !== null && amountE6 > payOutTwoAboveE6;
  return deps.db.$transaction(async (tx) => {
    await lockSettlement(tx);
    const waiting = await pickPayments(tx, input, ["PENDING_APPROVAL"]);
    if (waiting.some(({ submittedBy, approvedBy }) => submittedBy === by || approvedBy === by)) {
      throw new SecondPersonRequired("approve the payment");
    }
    const first = waiting.filter((one) => needsTwo(one) && one.approvedBy === null);
    const whole = waiting.filter((one) => !first.includes(one));
    const moment = { actor, at };
    const half = await movePayments(tx, moment, first, "approve in part", () => ({ approvedBy: by }));
    const done = await movePayments(tx, moment, whole, "approve", ({ approvedBy }) =>
      approvedBy === null ? { approvedBy: by } : { secondApprovedBy: by },
    );
    return [...half, ...done];
  }, LONG_TRANSACTION);
}
