import { blockId } from "#api/formats/pain001.ts";
import { type AnswerReason, answerTo, type PaymentAnswers } from "#api/formats/pain002.ts";
import type { Actor } from "#api/kernel/actor.ts";
import type { PaymentFile, PaymentInstruction, Tx } from "#api/sql/rows.ts";
import { businessDay } from "#api/use-cases/cycles/calendar.ts";
import { movePayments } from "#api/use-cases/payments/move-payment.ts";
import { isOwed, type OwedPayment } from "#api/use-cases/payments/owed-payment.ts";
import { sentStates } from "#api/use-cases/payments/payment-states.ts";
import { tellRefused } from "#api/use-cases/payments/tell-refused.ts";
import { layBookings } from "#api/use-cases/settlement/bookings.ts";

export type AnswerTally = { accepted: number; rejected: number; pending: number };

type Moment = { actor: Actor; at: Date; timeZone: string };

/**
 * Takes the bank's word on each payment of a file: accepted, or rejected and due again. Payments that are past their
 * answer (booked, returned) keep what they are. Callers hold the settlement lock and post what is laid down.
 */
export async function answerPayments(
  tx: Tx,
  { actor, at, timeZone }: Moment,
  file: PaymentFile,
  answers: PaymentAnswers,
): Promise<void> {
  const executeOn = businessDay(file.createdAt, timeZone).toISOString().slice(0, 10);
  const block = blockId(file.messageId, executeOn);
  const sent = await tx.paymentInstruction.findMany({
    where: { fileId: file.id, state: { in: [...sentStates] } },
    orderBy: { id: "asc" },
  });
  const told = sent.map((payment) => ({
    payment,
    answer: answerTo(answers, { endToEndId: payment.endToEndId, blockId: block }),
  }));
  const said = new Map(told.map(({ payment, answer }) => [payment.id, answer && words(answer.status, answer.reasons)]));
  const of = (outcome: "ACCEPTED" | "REJECTED") =>
    told.filter(({ answer }) => answer?.outcome === outcome).map(({ payment }) => payment);
  const [accepted, rejected] = [of("ACCEPTED"), of("REJECTED")];
  const answerOf = ({ id }: PaymentInstruction) => ({ bankAnswer: said.get(id) ?? null });
  await movePayments(tx, { actor, at }, accepted, "accept", answerOf);
  await movePayments(tx, { actor, at }, rejected, "reject", answerOf);
  // A return that the bank refused moved nothing: its receipt waits as before.
  await makeDueAgain(tx, { actor, at }, rejected.filter(isOwed));
  await tellRefused(tx, at, rejected);
}

/** How the bank has answered a file so far. */
export async function readAnswers(tx: Tx, fileId: string): Promise<AnswerTally> {
  const payments = await tx.paymentInstruction.findMany({
    where: { fileId },
    select: { state: true, bankAnswer: true },
  });
  const rejected = payments.filter(({ state }) => state === "REJECTED").length;
  const pending = payments.filter(({ bankAnswer }) => bankAnswer === null).length;
  return { accepted: payments.length - rejected - pending, rejected, pending };
}

async function makeDueAgain(
  tx: Tx,
  { actor, at }: { actor: Actor; at: Date },
  rejected: readonly OwedPayment[],
): Promise<void> {
  const ids = rejected.map(({ obligationId }) => obligationId);
  await tx.obligation.updateMany({ where: { id: { in: ids } }, data: { paidE6: 0n } });
  await layBookings(
    tx,
    rejected.map(({ id, partnerId, amountE6, endToEndId }) => ({
      key: `payOutRejected:${id}`,
      kind: "uploadBankFile",
      subjectId: id,
      movements: [{ kind: "payOutRejected", partnerId, amountE6 }],
      actor,
      reason: endToEndId,
      occurredAt: at,
    })),
  );
}

const words = (status: string, reasons: readonly AnswerReason[]) =>
  [status, ...reasons.map(({ code, text }) => (text ? `${code} ${text}` : code))].join("; ").slice(0, 500);
