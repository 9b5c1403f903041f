import { sentStates } from "#api/use-cases/payments/payment-states.ts";
import { type Decision, type Line, matched, parked } from "#api/use-cases/reconciliation/bank-decision.ts";
import type { Desk, GoingBack, Known } from "#api/use-cases/reconciliation/bank-desk.ts";
import { isChargeCode } from "#api/use-cases/reconciliation/bank-rules.ts";
import { accepts, book, bookReturn, takeBack } from "#api/use-cases/reconciliation/desk-moves.ts";
import { suggestForDebit } from "#api/use-cases/reconciliation/suggest.ts";
import { ownPurposeOf } from "#api/use-cases/settlement/end-to-end-id.ts";

/** Money that left: a charge, a pay-out of ours, a receipt that goes back; else it is parked until somebody explains it. */
export function decideDebit(desk: Desk, line: Line): Decision {
  const amountE6 = -line.amountE6;
  if (line.kind === "CHARGE" || isChargeCode(line.bankCode)) {
    return { ...matched("BANK_CODE", line, [{ kind: "bankCharge", amountE6 }]), kind: "BANK_FEE" };
  }
  if (desk.knownRefs.has(line.ref)) return parked(line, "DUPLICATE");
  if (ownPurposeOf(line.endToEndId)) return refill(desk, line);
  const goingBack = desk.goingBack.get(line.endToEndId ?? "");
  if (goingBack) return sentBack(desk, line, goingBack);
  const named = line.endToEndId ? desk.byEndToEndId.get(line.endToEndId) : undefined;
  if (named) return fromNamed(desk, line, named);
  return { ...parked(line, "MISSING_IN_HUB"), suggestions: suggestForDebit(desk, line) };
}

function fromNamed(desk: Desk, line: Line, known: Known): Decision {
  const amountE6 = -line.amountE6;
  const { payment } = known;
  if (payment.kind === "PAY_IN") return takenBack(desk, line, known);
  if (payment.state === "BOOKED") return parked(line, "DUPLICATE", known);
  if (!sentStates.includes(payment.state) || !accepts(known, "pay in full")) {
    return parked(line, "MISSING_IN_HUB", known);
  }
  if (payment.amountE6 !== amountE6) {
    return { ...parked(line, "AMOUNT_DIFF", known), hubValue: -payment.amountE6 };
  }
  book(desk, known);
  return matched("END_TO_END_ID", line, [{ kind: "payOutBooked", amountE6 }], known);
}

/** The payer's bank took a receipt back: a direct debit returned, a credit reversed. What was paid is owed again. */
function takenBack(desk: Desk, line: Line, known: Known): Decision {
  const amountE6 = -line.amountE6;
  const { partnerId, receivedE6, state } = known.payment;
  const fits = receivedE6 >= amountE6 && known.obligation.paidE6 >= amountE6 && state !== "EXPECTED";
  if (!fits || !(accepts(known, "bounce") || accepts(known, "pay in part"))) {
    return parked(line, "MISSING_IN_HUB", known);
  }
  takeBack(desk, known, amountE6);
  return matched(
    "END_TO_END_ID",
    line,
    [
      { kind: "receiptUnapplied", partnerId, amountE6 },
      { kind: "receiptReturned", amountE6 },
    ],
    known,
  );
}

/** Money without an owner goes back where it came from, by the payment that two people agreed on. */
function sentBack(desk: Desk, line: Line, goingBack: GoingBack): Decision {
  const amountE6 = -line.amountE6;
  const { payment, item } = goingBack;
  const { id: hubRef, partnerId } = payment;
  const about = { partnerId, cycleId: item.cycleId, hubRef };
  if (payment.state === "BOOKED") return { ...parked(line, "DUPLICATE"), ...about };
  if (!sentStates.includes(payment.state)) return { ...parked(line, "MISSING_IN_HUB"), ...about };
  if (payment.amountE6 !== amountE6 || item.openE6 < amountE6) {
    return { ...parked(line, "AMOUNT_DIFF"), ...about, hubValue: -payment.amountE6 };
  }
  bookReturn(desk, goingBack);
  const whole = matched("END_TO_END_ID", line, [{ kind: "receiptReturned", amountE6 }]);
  const explained = whole.explained.map((part) => ({ ...part, paymentId: payment.id }));
  return { ...whole, ...about, explained };
}

/** Cash for what a recovery gave back to collateral and loss pool. */
function refill(desk: Desk, line: Line): Decision {
  const amountE6 = -line.amountE6;
  if (amountE6 > -desk.undrawnE6) return parked(line, "MISSING_IN_HUB");
  desk.undrawnE6 += amountE6;
  return matched("OWN_TRANSFER", line, [{ kind: "collateralRefilled", amountE6 }]);
}
