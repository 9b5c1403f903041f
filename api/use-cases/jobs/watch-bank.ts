import { type Actor, systemActor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import type { PaymentInstruction, Programme, Tx } from "#api/sql/rows.ts";
import { finishImports } from "#api/use-cases/banking/finish-imports.ts";
import { can } from "#api/use-cases/can.ts";
import { businessDay } from "#api/use-cases/cycles/calendar.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { movePayments } from "#api/use-cases/payments/move-payment.ts";
import { isOwed } from "#api/use-cases/payments/owed-payment.ts";
import { awaitedStates } from "#api/use-cases/payments/payment-states.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";
import { openStates } from "#api/use-cases/reconciliation/item-states.ts";
import { moveItem } from "#api/use-cases/reconciliation/move-item.ts";
import { recompareSecured } from "#api/use-cases/reconciliation/recompare-secured.ts";
import { stepOfItem } from "#api/use-cases/reconciliation/write-decisions.ts";
import { postBookings } from "#api/use-cases/settlement/bookings.ts";
import { lockSettlement } from "#api/use-cases/settlement/lock-settlement.ts";
import { finalStates } from "#api/use-cases/settlement/obligation-states.ts";
import { settleCycles } from "#api/use-cases/settlement/settle-cycles.ts";
import { LONG_TRANSACTION, recordSteps } from "#api/use-cases/transitions.ts";

/**
 * What the bank's room does by itself: finishes what a crash broke off, lets direct debits become final, looks again at
 * the segregated account, and says which pay-ins are missing. Answers how many things it changed.
 */
export async function watchBank(deps: Deps, actor: Actor): Promise<number> {
  can(actor, "job:run");
  const programme = await findProgramme(deps);
  await finishImports(deps);
  const posted = await postBookings(deps);
  const changed = await deps.db.$transaction(async (tx) => {
    await lockSettlement(tx);
    const at = deps.clock.now();
    return (
      (await finaliseDirectDebits(tx, at)) +
      (await recompareSecured(tx, programme, at)) +
      (await closeFinal(tx, at)) +
      (await findMissing(tx, programme, at))
    );
  }, LONG_TRANSACTION);
  await settleCycles(deps);
  return posted + changed;
}

/** Nobody can take these back any more. */
async function finaliseDirectDebits(tx: Tx, at: Date): Promise<number> {
  const final = await tx.paymentInstruction.findMany({
    where: { state: "PROVISIONAL", provisionalUntil: { lte: at } },
  });
  await movePayments(tx, { actor: systemActor, at }, final, "receive");
  return final.length;
}

/** Breaks about obligations that were covered otherwise, or paid: nothing more is awaited. */
async function closeFinal(tx: Tx, at: Date): Promise<number> {
  const items = await tx.reconItem.findMany({
    where: {
      source: "BANK",
      kind: { in: ["SHORT_RECEIPT", "MISSING_RECEIPT"] },
      state: { in: ["BREAK", "INVESTIGATING"] },
    },
  });
  const refs = items.flatMap(({ hubRef }) => (hubRef ? [hubRef] : []));
  const payments = await tx.paymentInstruction.findMany({ where: { id: { in: refs } } });
  const obligations = await tx.obligation.findMany({
    where: { id: { in: payments.filter(isOwed).map((one) => one.obligationId) }, state: { in: [...finalStates] } },
    select: { id: true },
  });
  const isFinal = ({ obligationId }: PaymentInstruction) => obligations.some(({ id }) => id === obligationId);
  const done = items.filter(({ hubRef }) => payments.some((one) => one.id === hubRef && isFinal(one)));
  const moment = { actor: systemActor, at, reason: "Its obligation is discharged" };
  for (const item of done) await moveItem(tx, moment, item, "turn up");
  return done.length;
}

/** Pay-ins past their due date and grace, of which nobody was told yet. */
async function findMissing(tx: Tx, { timeZone, paymentGraceDays, currency, minorDigits }: Programme, at: Date) {
  const lastInGrace = businessDay(at, timeZone, -paymentGraceDays);
  const late = await tx.obligation.findMany({
    where: { direction: "PAY_IN", state: { in: ["DUE", "PARTIAL", "OVERDUE"] }, dueOn: { lt: lastInGrace } },
  });
  const payments = await tx.paymentInstruction.findMany({
    where: { obligationId: { in: late.map(({ id }) => id) }, state: { in: [...awaitedStates] } },
  });
  const told = await tx.reconItem.findMany({
    where: {
      hubRef: { in: payments.map(({ id }) => id) },
      kind: { in: ["SHORT_RECEIPT", "MISSING_RECEIPT"] },
      state: { in: [...openStates] },
    },
    select: { hubRef: true },
  });
  const untold = payments.filter(({ id }) => !told.some(({ hubRef }) => hubRef === id));
  const unitE6 = 10n ** BigInt(6 - minorDigits);
  const items = untold.map(({ id: hubRef, partnerId, cycleId, obligationId, endToEndId }) => {
    const obligation = late.find(({ id }) => id === obligationId);
    return {
      id: newId("reconItem"),
      source: "BANK" as const,
      kind: "MISSING_RECEIPT" as const,
      state: "BREAK" as const,
      partnerId,
      cycleId,
      hubRef,
      otherRef: endToEndId,
      hubValue: (obligation?.amountMinor ?? 0n) * unitE6 - (obligation?.paidE6 ?? 0n),
      unit: currency,
      openedAt: at,
    };
  });
  await tx.reconItem.createMany({ data: items });
  await recordSteps(tx, systemActor, items.map(stepOfItem(at)));
  return items.length;
}
