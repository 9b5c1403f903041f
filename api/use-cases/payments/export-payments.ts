import { createHash } from "node:crypto";
import { writePain001 } from "#api/formats/pain001.ts";
import { type Actor, actorRef } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import { type CycleRow, findCycle } from "#api/ledger/cycles.ts";
import type { PaymentFile, PaymentInstruction, Programme, Tx } from "#api/sql/rows.ts";
import { can } from "#api/use-cases/can.ts";
import { CycleNotFound, EarlierCycleUnfinished } from "#api/use-cases/cycles/refusals.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { takeKey } from "#api/use-cases/keys.ts";
import { readFreeCash } from "#api/use-cases/payments/free-cash.ts";
import { movePayments } from "#api/use-cases/payments/move-payment.ts";
import { orderOf } from "#api/use-cases/payments/payment-order.ts";
import { unsentStates } from "#api/use-cases/payments/payment-states.ts";
import { type Picked, pickPayments } from "#api/use-cases/payments/pick-payments.ts";
import { NoPaymentReady, PaymentExceedsCash, PaymentHeld } from "#api/use-cases/payments/refusals.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";
import { layBookings, postBookings } from "#api/use-cases/settlement/bookings.ts";
import { lockSettlement } from "#api/use-cases/settlement/lock-settlement.ts";
import { LONG_TRANSACTION } from "#api/use-cases/transitions.ts";

export type ExportPayments = Picked & { idempotencyKey: string };

/**
 * Writes a cycle's approved pay-outs into one file for the bank and books them as sent. The same key answers the same
 * bytes, and finishes what a crash left unbooked. Pay-outs never exceed what is free on the settlement account: all of
 * the approved ones go, or the named ones, or none; nobody but a person chooses who waits.
 */
export async function exportPayments(deps: Deps, actor: Actor, input: ExportPayments): Promise<PaymentFile> {
  can(actor, "payment:export");
  const programme = await findProgramme(deps);
  const file = await deps.db.$transaction(async (tx) => {
    await lockSettlement(tx);
    const id = newId("paymentFile");
    const first = await takeKey(tx, actor, { verb: "exportPayments", input, objectId: id });
    if (first) return tx.paymentFile.findUniqueOrThrow({ where: { id: first } });
    const cycle = await findCycle(tx, input.cycleId);
    if (!cycle) throw new CycleNotFound(input.cycleId);
    const payments = await sendable(tx, cycle, input, deps.clock.now());
    const totalE6 = payments.reduce((sum, { amountE6 }) => sum + amountE6, 0n);
    const freeE6 = await readFreeCash(tx);
    if (totalE6 > freeE6) throw new PaymentExceedsCash(freeE6, totalE6);
    return send(tx, { actor, at: deps.clock.now(), id, cycle, payments, programme });
  }, LONG_TRANSACTION);
  deps.reach?.("export: file stored");
  await postBookings(deps);
  deps.reach?.("export: entries posted");
  return file;
}

/** Approved, not held, to an account that may be used by now; and after everything that earlier cycles have to pay. */
async function sendable(tx: Tx, cycle: CycleRow, input: Picked, at: Date): Promise<PaymentInstruction[]> {
  await requireEarlierSent(tx, cycle);
  const approved = await pickPayments(tx, input, ["APPROVED"]);
  const obligations = await tx.obligation.findMany({ where: { id: { in: approved.map((one) => one.obligationId) } } });
  const accounts = await tx.bankAccount.findMany({ where: { id: { in: accountIds(approved) } } });
  const isHeld = ({ obligationId, bankAccountId }: PaymentInstruction) => {
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
  const unsent = await tx.paymentInstruction.findMany({
    where: { cycleId: { in: earlier.map(({ id }) => id) }, kind: "PAY_OUT", state: { in: [...unsentStates] } },
    select: { cycleId: true, obligationId: true },
  });
  const held = await tx.obligation.findMany({
    where: { id: { in: unsent.map(({ obligationId }) => obligationId) }, state: "ON_HOLD" },
    select: { id: true },
  });
  const waiting = unsent.find(({ obligationId }) => !held.some(({ id }) => id === obligationId));
  const unfinished = waiting && earlier.find(({ id }) => id === waiting.cycleId);
  if (unfinished) throw new EarlierCycleUnfinished(unfinished);
}

type Sending = {
  actor: Actor;
  at: Date;
  id: string;
  cycle: CycleRow;
  payments: readonly PaymentInstruction[];
  programme: Programme;
};

async function send(tx: Tx, { actor, at, id, cycle, payments, programme }: Sending): Promise<PaymentFile> {
  const messageId = `CY${cycle.seq}-${(await tx.paymentFile.count({ where: { cycleId: cycle.id } })) + 1}`;
  const content = writePain001(await orderOf(tx, programme, { messageId, createdAt: at }, payments));
  await movePayments(tx, { actor, at }, payments, "export", () => ({ fileId: id }));
  for (const { obligationId, amountE6 } of payments) {
    await tx.obligation.update({ where: { id: obligationId }, data: { paidE6: amountE6 } });
  }
  await layBookings(
    tx,
    payments.map(({ id: subjectId, partnerId, amountE6, endToEndId }) => ({
      key: `payOutSent:${subjectId}`,
      kind: "exportPayments",
      subjectId,
      movements: [{ kind: "payOutSent", partnerId, amountE6 }],
      actor,
      reason: endToEndId,
      occurredAt: at,
    })),
  );
  return tx.paymentFile.create({
    data: {
      id,
      messageId,
      cycleId: cycle.id,
      content,
      hash: createHash("sha256").update(content).digest("hex"),
      paymentCount: payments.length,
      totalE6: payments.reduce((sum, { amountE6 }) => sum + amountE6, 0n),
      createdBy: actorRef(actor),
      createdAt: at,
    },
  });
}

const accountIds = (payments: readonly PaymentInstruction[]) =>
  payments.flatMap(({ bankAccountId }) => (bankAccountId === null ? [] : [bankAccountId]));
