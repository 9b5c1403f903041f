import type { PaymentState } from "#api/sql/rows.ts";
import { type Machine, nextState } from "#api/use-cases/machine.ts";

export type PaymentEvent =
  | "submit"
  | "approve in part"
  | "approve"
  | "export"
  | "accept"
  | "reject"
  | "book"
  | "return"
  | "cancel"
  | "unmatch"
  | "receive in part"
  | "receive provisionally"
  | "receive"
  | "take back in part"
  | "take back";

const receipts = {
  "receive in part": "PARTIAL",
  "receive provisionally": "PROVISIONAL",
  receive: "RECEIVED",
} as const;
const taken = { "take back in part": "PARTIAL", "take back": "EXPECTED" } as const;

/**
 * One transfer of money: the upper half goes out, the lower half comes in. What was sent is never edited: a new one
 * replaces what was cancelled, rejected or returned.
 */
export const paymentMachine = {
  DRAFT: { submit: "PENDING_APPROVAL", cancel: "CANCELLED" },
  PENDING_APPROVAL: { "approve in part": "PENDING_APPROVAL", approve: "APPROVED", cancel: "CANCELLED" },
  APPROVED: { export: "EXPORTED", cancel: "CANCELLED" },
  EXPORTED: { accept: "ACCEPTED", reject: "REJECTED", book: "BOOKED" },
  ACCEPTED: { accept: "ACCEPTED", reject: "REJECTED", book: "BOOKED" },
  BOOKED: { return: "RETURNED", unmatch: "EXPORTED" },
  CANCELLED: {},
  REJECTED: {},
  RETURNED: { unmatch: "BOOKED" },
  EXPECTED: { ...receipts, cancel: "CANCELLED" },
  PARTIAL: { ...receipts, ...taken },
  PROVISIONAL: { ...taken, receive: "RECEIVED" },
  RECEIVED: taken,
} as const satisfies Machine<PaymentState, PaymentEvent>;

export const nextPaymentState = (payment: { id: string; state: PaymentState }, event: PaymentEvent): PaymentState =>
  nextState<PaymentState, PaymentEvent>(paymentMachine, { object: "payment", ...payment }, event);

/** Money is still awaited by these. */
export const awaitedStates: readonly PaymentState[] = ["EXPECTED", "PARTIAL"];
/** Not yet given to the bank. */
export const unsentStates: readonly PaymentState[] = ["DRAFT", "PENDING_APPROVAL", "APPROVED"];
/** With the bank, which has not booked it yet. */
export const sentStates: readonly PaymentState[] = ["EXPORTED", "ACCEPTED"];
/** A new one may take their place. */
export const replaceableStates: readonly PaymentState[] = ["CANCELLED", "REJECTED", "RETURNED"];
