import { createHash } from "node:crypto";
import { writePain001 } from "#api/formats/pain001.ts";
import { type Actor, actorRef } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import { type CycleRow, findCycle } from "#api/ledger/cycles.ts";
import type { PaymentFile, PaymentInstruction, Programme, Tx } from "#api/sql/rows.ts";
import { can } from "#api/use-cases/can.ts";
import { CycleNotFound } from "#api/use-cases/cycles/refusals.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { takeKey } from "#api/use-cases/keys.ts";
import { readFreeCash, readReturnCash } from "#api/use-cases/payments/free-cash.ts";
import { movePayments } from "#api/use-cases/payments/move-payment.ts";
import { isOwed } from "#api/use-cases/payments/owed-payment.ts";
import { orderOf } from "#api/use-cases/payments/payment-order.ts";
import type { Picked } from "#api/use-cases/payments/pick-payments.ts";
import { PaymentExceedsCash } from "#api/use-cases/payments/refusals.ts";
import { sendablePayOuts, sendableReturns } from "#api/use-cases/payments/sendable.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";
import { layBookings, postBookings } from "#api/use-cases/settlement/bookings.ts";
import { lockSettlement } from "#api/use-cases/settlement/lock-settlement.ts";
import { LONG_TRANSACTION } from "#api/use-cases/transitions.ts";

export type ExportPayments = Picked & { idempotencyKey: string };

/**
 * Writes a cycle's approved pay-outs into one file for the bank and books them as sent; or, without a cycle, what goes
 * back to payers, which the books follow when the bank has carried it out. The same key answers the same bytes, and
 * finishes what a crash left unbooked. Pay-outs never exceed what is free on the settlement account: all of the approved
 * ones go, or the named ones, or none; nobody but a person chooses who waits.
 */
export async function exportPayments(deps: Deps, actor: Actor, input: ExportPayments): Promise<PaymentFile> {
  can(actor, "payment:export");
  const programme = await findProgramme(deps);
  const file = await deps.db.$transaction(async (tx) => {
    await lockSettlement(tx);
    const id = newId("paymentFile");
    const first = await takeKey(tx, actor, { verb: "exportPayments", input, objectId: id });
    if (first) return tx.paymentFile.findUniqueOrThrow({ where: { id: first } });
    const cycle = await namedCycle(tx, input);
    const payments = cycle
      ? await sendablePayOuts(tx, cycle, input, deps.clock.now())
      : await sendableReturns(tx, input);
    const totalE6 = payments.reduce((sum, { amountE6 }) => sum + amountE6, 0n);
    const freeE6 = cycle ? await readFreeCash(tx) : await readReturnCash(tx);
    if (totalE6 > freeE6) throw new PaymentExceedsCash(freeE6, totalE6);
    return send(tx, { actor, at: deps.clock.now(), id, cycle, payments, programme });
  }, LONG_TRANSACTION);
  deps.reach?.("export: file stored");
  await postBookings(deps);
  deps.reach?.("export: entries posted");
  return file;
}

async function namedCycle(tx: Tx, { cycleId = null }: Picked): Promise<CycleRow | null> {
  if (cycleId === null) return null;
  const cycle = await findCycle(tx, cycleId);
  if (!cycle) throw new CycleNotFound(cycleId);
  return cycle;
}

type Sending = {
  actor: Actor;
  at: Date;
  id: string;
  cycle: CycleRow | null;
  payments: readonly PaymentInstruction[];
  programme: Programme;
};

async function send(tx: Tx, { actor, at, id, cycle, payments, programme }: Sending): Promise<PaymentFile> {
  const cycleId = cycle?.id ?? null;
  const nth = (await tx.paymentFile.count({ where: { cycleId } })) + 1;
  const messageId = `${cycle ? `CY${cycle.seq}` : "RTN"}-${nth}`;
  const owed = payments.filter(isOwed);
  const content = writePain001(await orderOf(tx, programme, { messageId, createdAt: at }, payments));
  await movePayments(tx, { actor, at }, payments, "export", () => ({ fileId: id }));
  for (const { obligationId, amountE6 } of owed) {
    await tx.obligation.update({ where: { id: obligationId }, data: { paidE6: amountE6 } });
  }
  await layBookings(
    tx,
    owed.map(({ id: subjectId, partnerId, amountE6, endToEndId }) => ({
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
      cycleId,
      content,
      hash: createHash("sha256").update(content).digest("hex"),
      paymentCount: payments.length,
      totalE6: payments.reduce((sum, { amountE6 }) => sum + amountE6, 0n),
      createdBy: actorRef(actor),
      createdAt: at,
    },
  });
}
