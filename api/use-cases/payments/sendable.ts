import type { CycleRow } from "#api/ledger/cycles.ts";
import type { PaymentInstruction, Tx } from "#api/sql/rows.ts";
import { requireEarlierSettling } from "#api/use-cases/cycles/in-order.ts";
import { EarlierCycleUnfinished } from "#api/use-cases/cycles/refusals.ts";
import { isOwed, isReturn, type OwedPayment, type ReturnPayment } from "#api/use-cases/payments/owed-payment.ts";
import { unsentStates } from "#api/use-cases/payments/payment-states.ts";
import { type Picked, pickPayments } from "#api/use-cases/payments/pick-payments.ts";
import { NoPaymentReady, PaymentHeld } from "#api/use-cases/payments/refusals.ts";

/** Approved, not held, to an account that may be used by now; and after everything that earlier cycles have to pay. */
export async function sendablePayOuts(tx: Tx, cycle: CycleRow, input: Picked, at: Date): Promise<OwedPayment[]> {
  await requireEarlierSettling(tx, cycle);
  await requireEarlierSent(tx, cycle);
  const approved = (await pickPayments(tx, input, ["APPROVED"])).filter(isOwed);
  const obligations = await tx.obligation.findMany({ where: { id: { in: approved.map((one) => one.obligationId) } } });
  const accounts = await tx.bankAccount.findMany({ where: { id: { in: accountIds(approved) } } });
  const isHeld = ({ obligationId, bankAccountId }: OwedPayment) => {
    const state = obligations.find(({ id }) => id === obligationId)?.state;
    const account = accounts.find(({ id }) => id === bankAccountId);
    const usable = account?.state === "ACTIVE" && account.usableFrom !== null && account.usableFrom <= at;
    return !usable || (state !== "CONFIRMED" && state !== "DUE");
  };
  const held = approved.find(isHeld);
  if (held && input.paymentIds) throw new PaymentHeld(held.id);
  const free = approved.filter((one) => !isHeld(one));
  if (free.length === 0) throw new NoPaymentReady("APPROVED");
  return free;
}

/** A later cycle's pay-outs would take the cash of an earlier one's. What is held waits without keeping others. */
async function requireEarlierSent(tx: Tx, { seq }: CycleRow): Promise<void> {
  const earlier = await tx.cycle.findMany({ where: { seq: { lt: seq } }, select: { id: true, seq: true } });
  const found = await tx.paymentInstruction.findMany({
    where: { cycleId: { in: earlier.map(({ id }) => id) }, kind: "PAY_OUT", state: { in: [...unsentStates] } },
  });
  const unsent = found.filter(isOwed);
  const held = await tx.obligation.findMany({
    where: { id: { in: unsent.map(({ obligationId }) => obligationId) }, state: "ON_HOLD" },
    select: { id: true },
  });
  const waiting = unsent.find(({ obligationId }) => !held.some(({ id }) => id === obligationId));
  const unfinished = waiting && earlier.find(({ id }) => id === waiting.cycleId);
  if (unfinished) throw new EarlierCycleUnfinished(unfinished);
}

/** What goes back to payers, as two people agreed. No cycle waits for it, and it waits for none. */
export async function sendableReturns(tx: Tx, input: Picked): Promise<ReturnPayment[]> {
  return (await pickPayments(tx, input, ["APPROVED"])).filter(isReturn);
}

const accountIds = (payments: readonly PaymentInstruction[]) =>
  payments.flatMap(({ bankAccountId }) => (bankAccountId === null ? [] : [bankAccountId]));
