import type { PaymentInstruction } from "#api/sql/rows.ts";

/** A payment that discharges an obligation: every one but what goes back to a payer. */
export type OwedPayment = PaymentInstruction & { obligationId: string; cycleId: string; partnerId: string };

export const isOwed = (payment: PaymentInstruction): payment is OwedPayment => payment.kind !== "RETURN";

/** Money that goes back to whoever sent it: of no cycle, for the receipt it came in with. */
export type ReturnPayment = PaymentInstruction & { receiptItemId: string; creditorIban: string };

export const isReturn = (payment: PaymentInstruction): payment is ReturnPayment => payment.kind === "RETURN";
