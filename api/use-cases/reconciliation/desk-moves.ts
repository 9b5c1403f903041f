import type { MoneyE6 } from "#api/kernel/money.ts";
import { nextPaymentState, type PaymentEvent } from "#api/use-cases/payments/payment-states.ts";
import { type Desk, type Known, openOf } from "#api/use-cases/reconciliation/bank-desk.ts";
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
}

/** A receipt was taken back, in whole or in part: the rest is due again. */
export function takeBack(desk: Desk, known: Known, amountE6: MoneyE6): void {
  const leftE6 = known.obligation.paidE6 - amountE6;
  if (known.obligation.state === "SETTLED" || leftE6 === 0n) moveObligation(desk, known, "bounce", leftE6);
  if (leftE6 > 0n) moveObligation(desk, known, "pay in part", leftE6);
  known.payment = { ...known.payment, receivedE6: known.payment.receivedE6 - amountE6, provisionalUntil: null };
  movePayment(desk, known, known.payment.receivedE6 > 0n ? "take back in part" : "take back");
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
  const { id: objectId, state: from, partnerId } = known.payment;
  const to = nextPaymentState(known.payment, event);
  if (from !== to) desk.steps.push({ object: "payment", objectId, from, to, at: desk.at, partnerId });
  known.payment = { ...known.payment, state: to };
  desk.touched.add(known);
}
