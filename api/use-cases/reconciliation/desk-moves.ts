import type { MoneyE6 } from "#api/kernel/money.ts";
import type { PaymentInstruction, PaymentState } from "#api/sql/rows.ts";
import { nextPaymentState, type PaymentEvent } from "#api/use-cases/payments/payment-states.ts";
import { type Desk, type GoingBack, type Known, openOf } from "#api/use-cases/reconciliation/bank-desk.ts";
import {
  nextObligationState,
  type ObligationEvent,
  obligationMachine,
} from "#api/use-cases/settlement/obligation-states.ts";

const DAY_MS = 86_400_000;

/** Does the obligation's table know the event where it stands? A bank line is never refused for a state of ours. */
export const accepts = ({ obligation }: Known, event: ObligationEvent): boolean =>
  event in obligationMachine[obligation.state];

/** Money came in for a pay-in: never more than is open. A direct debit's stays provisional for a while. */
export function receive(desk: Desk, known: Known, amountE6: MoneyE6, provisional: boolean): void {
  const isWhole = amountE6 === openOf(known, desk.programme);
  moveObligation(desk, known, isWhole ? "pay in full" : "pay in part", known.obligation.paidE6 + amountE6);
  const event = isWhole ? (provisional ? "receive provisionally" : "receive") : "receive in part";
  const until = provisional ? new Date(desk.at.getTime() + desk.programme.directDebitReturnDays * DAY_MS) : null;
  known.payment = { ...known.payment, receivedE6: known.payment.receivedE6 + amountE6, provisionalUntil: until };
  movePayment(desk, known, event);
  if (isWhole) desk.turnedUp.add(known.payment.id);
  if (isWhole) desk.fellShort.delete(known.payment.id);
}

/** A receipt was taken back, in whole or in part: the rest is due again. */
export function takeBack(desk: Desk, known: Known, amountE6: MoneyE6): void {
  const leftE6 = known.obligation.paidE6 - amountE6;
  if (openOf(known, desk.programme) === 0n) desk.fellShort.add(known.payment.id);
  desk.turnedUp.delete(known.payment.id);
  if (known.obligation.state === "SETTLED" || leftE6 === 0n) moveObligation(desk, known, "bounce", leftE6);
  if (leftE6 > 0n) moveObligation(desk, known, "pay in part", leftE6);
  known.payment = { ...known.payment, receivedE6: known.payment.receivedE6 - amountE6 };
  movePayment(desk, known, known.payment.receivedE6 > 0n ? "take back in part" : "take back");
}

/** It was not taken back after all: paid as before, provisionally while the payer's bank may still take it. */
export function payAgain(desk: Desk, known: Known, amountE6: MoneyE6): void {
  const until = known.payment.provisionalUntil;
  receive(desk, known, amountE6, false);
  if (until === null || until <= desk.at || known.payment.state !== "RECEIVED") return;
  known.payment = { ...known.payment, state: "PROVISIONAL", provisionalUntil: until };
}

/** The bank carried a pay-out out. */
export function book(desk: Desk, known: Known): void {
  moveObligation(desk, known, "pay in full", known.obligation.paidE6);
  movePayment(desk, known, "book");
}

/** A pay-out came back: due again, and a new payment may take its place. */
export function giveBack(desk: Desk, known: Known, returnReason: string | null): void {
  moveObligation(desk, known, "bounce", 0n);
  known.payment = { ...known.payment, bankAnswer: returnReason };
  movePayment(desk, known, "return");
}

/** The bank sent a receipt back: its money is here no more. */
export function bookReturn(desk: Desk, goingBack: GoingBack): void {
  const { item, payment } = goingBack;
  moveReturn(desk, goingBack, "book");
  desk.changedReceipts.add(goingBack);
  goingBack.item = { ...item, openE6: item.openE6 - payment.amountE6 };
}

/** What was sent back came again. */
export function comeBack(desk: Desk, goingBack: GoingBack, returnReason: string | null): void {
  goingBack.payment = { ...goingBack.payment, bankAnswer: returnReason };
  moveReturn(desk, goingBack, "return");
}

/** It was not this return after all: it is with the bank, as before, and the receipt's money is here. */
export function unbookReturn(desk: Desk, goingBack: GoingBack): void {
  const { item, payment } = goingBack;
  moveReturn(desk, goingBack, "unmatch");
  desk.changedReceipts.add(goingBack);
  goingBack.item = { ...item, openE6: item.openE6 + payment.amountE6 };
}

/** It was not this pay-out that came back: it is with its partner, as before. */
export function keepBooked(desk: Desk, known: Known): void {
  moveObligation(desk, known, "pay in full", known.payment.amountE6);
  known.payment = { ...known.payment, bankAnswer: null };
  movePayment(desk, known, "unmatch");
}

/** It was not this pay-out after all: it is with the bank, as before. */
export function unbook(desk: Desk, known: Known): void {
  moveObligation(desk, known, "bounce", known.obligation.paidE6);
  movePayment(desk, known, "unmatch");
}

function moveObligation(desk: Desk, known: Known, event: ObligationEvent, paidE6: MoneyE6): void {
  const { id: objectId, state: from, partnerId } = known.obligation;
  const to = nextObligationState(known.obligation, event);
  if (from !== to) desk.steps.push({ object: "obligation", objectId, from, to, at: desk.at, partnerId });
  known.obligation = { ...known.obligation, state: to, paidE6 };
  desk.touched.add(known);
}

function movePayment(desk: Desk, known: Known, event: PaymentEvent): void {
  known.payment = { ...known.payment, state: stepped(desk, known.payment, event) };
  desk.touched.add(known);
}

function moveReturn(desk: Desk, goingBack: GoingBack, event: PaymentEvent): void {
  goingBack.payment = { ...goingBack.payment, state: stepped(desk, goingBack.payment, event) };
  desk.touchedReturns.add(goingBack);
}

function stepped(desk: Desk, payment: PaymentInstruction, event: PaymentEvent): PaymentState {
  const { id: objectId, state: from, partnerId } = payment;
  const to = nextPaymentState(payment, event);
  if (from !== to) desk.steps.push({ object: "payment", objectId, from, to, at: desk.at, partnerId });
  return to;
}
