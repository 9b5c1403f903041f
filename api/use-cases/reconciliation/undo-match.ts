import type { MoneyE6 } from "#api/kernel/money.ts";
import type { ReconItem, ReconMatch } from "#api/sql/rows.ts";
import { type Desk, type Known, openOf, returnOf } from "#api/use-cases/reconciliation/bank-desk.ts";
import { byHand } from "#api/use-cases/reconciliation/bank-rules.ts";
import { keepBooked, payAgain, takeBack, unbook, unbookReturn } from "#api/use-cases/reconciliation/desk-moves.ts";
import { AmountDoesNotFit, MatchFinal, NothingToExplain } from "#api/use-cases/reconciliation/refusals.ts";
import type { CashMovement } from "#api/use-cases/settlement/bookings.ts";

/** The mirror of what a match moved: payments and obligations on the desk, and what it takes in the books. */
export function undoMatch(desk: Desk, item: ReconItem, match: ReconMatch): CashMovement[] {
  const { paymentId, amountE6, rule } = match;
  if (rule === "OWN_TRANSFER") throw new MatchFinal(item.id, "OWN_TRANSFER");
  if (!paymentId && match.obligationId) throw new MatchFinal(item.id, "RECOVERY");
  const goingBack = returnOf(desk, paymentId);
  if (goingBack) unbookReturn(desk, goingBack);
  if (goingBack || (!paymentId && amountE6 < 0n && wasReturn(item))) return [debit("UNAPPLIED", amountE6)];
  const known = desk.payments.get(paymentId ?? "");
  if (known?.payment.kind === "PAY_IN") return undoPayIn(desk, known, amountE6);
  if (known?.payment.kind === "PAY_OUT") return undoPayOut(desk, known, amountE6);
  if (paymentId || !(rule === "BANK_CODE" || rule === byHand.EXPLAINED)) throw new NothingToExplain(item.id);
  if (amountE6 < 0n) return [debit("BANK_CHARGES", amountE6)];
  // A charge that the bank gave back: it is a charge again, and the money waits for its owner.
  return [debit("BANK_CHARGES", amountE6), debit("UNAPPLIED", -amountE6)];
}

/** A debit that two people explained as a receipt sent back names the receipt's item. */
export const wasReturn = ({ hubRef }: Pick<ReconItem, "hubRef">): boolean => hubRef?.startsWith("rec_") ?? false;

const debit = (as: "BANK_CHARGES" | "IN_TRANSIT" | "UNAPPLIED", amountE6: MoneyE6): CashMovement => ({
  kind: "debitExplained",
  as,
  amountE6,
});

/** What came in waits for its owner again; what its payer's bank took back is paid again, and the debit unexplained. */
function undoPayIn(desk: Desk, known: Known, amountE6: MoneyE6): CashMovement[] {
  const { partnerId } = known.payment;
  if (amountE6 > 0n) {
    takeBack(desk, known, amountE6);
    return [{ kind: "receiptUnapplied", partnerId, amountE6 }];
  }
  const openE6 = openOf(known, desk.programme);
  if (-amountE6 > openE6) throw new AmountDoesNotFit(openE6, -amountE6);
  payAgain(desk, known, -amountE6);
  return [debit("UNAPPLIED", amountE6), { kind: "receiptApplied", partnerId, amountE6: -amountE6 }];
}

/** What was carried out is on its way again; what came back is with its partner, and the receipt without owner. */
function undoPayOut(desk: Desk, known: Known, amountE6: MoneyE6): CashMovement[] {
  if (amountE6 < 0n) {
    unbook(desk, known);
    return [debit("IN_TRANSIT", amountE6)];
  }
  keepBooked(desk, known);
  return [{ kind: "receiptUnapplied", partnerId: known.payment.partnerId, amountE6 }];
}
