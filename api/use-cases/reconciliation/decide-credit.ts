import { awaitedStates } from "#api/use-cases/payments/payment-states.ts";
import { aboutOf, type Decision, type Line, matched, parked } from "#api/use-cases/reconciliation/bank-decision.ts";
import { type Desk, type GoingBack, type Known, openOf } from "#api/use-cases/reconciliation/bank-desk.ts";
import { type BankRule, isChargeCode, isDirectDebit } from "#api/use-cases/reconciliation/bank-rules.ts";
import { accepts, comeBack, giveBack, receive } from "#api/use-cases/reconciliation/desk-moves.ts";
import { suggestForCredit } from "#api/use-cases/reconciliation/suggest.ts";
import type { CashMovement } from "#api/use-cases/settlement/bookings.ts";
import { ownPurposeOf } from "#api/use-cases/settlement/end-to-end-id.ts";

const DAY_MS = 86_400_000;

/** Money that came in: by its end-to-end id, its structured reference, or amount, account and day; else it is parked. */
export function decideCredit(desk: Desk, line: Line): Decision {
  const { amountE6 } = line;
  if (line.kind === "CHARGE" || (line.isReversal && isChargeCode(line.bankCode))) {
    return { ...matched("BANK_CODE", line, [{ kind: "bankCharge", amountE6: -amountE6 }]), kind: "BANK_FEE" };
  }
  if (desk.knownRefs.has(line.ref)) return parked(line, "DUPLICATE");
  if (ownPurposeOf(line.endToEndId)) return draw(desk, line);
  const goingBack = desk.goingBack.get(line.endToEndId ?? "");
  if (goingBack) return cameBack(desk, line, goingBack);
  const named = line.endToEndId ? desk.byEndToEndId.get(line.endToEndId) : undefined;
  if (named) return fromNamed(desk, line, named, "END_TO_END_ID");
  const referred = line.creditorReference ? desk.byCreditorRef.get(line.creditorReference) : undefined;
  if (referred) return fromNamed(desk, line, referred, "STRUCTURED_REFERENCE");
  const only = byAmountAndAccount(desk, line);
  if (only) return receiptFor(desk, line, only, "AMOUNT_IBAN_WINDOW");
  return { ...parked(line, "UNKNOWN_RECEIPT"), suggestions: suggestForCredit(desk, line) };
}

/** Cash that a waterfall used of the segregated account. */
function draw(desk: Desk, line: Line): Decision {
  if (line.amountE6 > desk.undrawnE6) return parked(line, "UNKNOWN_RECEIPT");
  desk.undrawnE6 -= line.amountE6;
  return matched("OWN_TRANSFER", line, [{ kind: "collateralDrawn", amountE6: line.amountE6 }]);
}

function fromNamed(desk: Desk, line: Line, known: Known, rule: BankRule): Decision {
  const { payment } = known;
  if (payment.kind === "PAY_OUT") return returnedPayOut(desk, line, known, rule);
  if (isAwaited(desk, known)) return receiptFor(desk, line, known, rule);
  // What was paid is not paid again, and a settled cycle takes no more: the money waits for its owner.
  const isTwice = payment.state === "RECEIVED" || payment.state === "PROVISIONAL";
  return parked(line, isTwice && line.amountE6 === payment.amountE6 ? "DUPLICATE" : "UNKNOWN_RECEIPT", known);
}

const isAwaited = (desk: Desk, known: Known) =>
  known.payment.kind === "PAY_IN" &&
  awaitedStates.includes(known.payment.state) &&
  accepts(known, "pay in part") &&
  openOf(known, desk.programme) > 0n;

function returnedPayOut(desk: Desk, line: Line, known: Known, rule: BankRule): Decision {
  const { payment } = known;
  const fits = payment.state === "BOOKED" && payment.amountE6 === line.amountE6 && accepts(known, "bounce");
  if (!fits) return parked(line, "UNKNOWN_RECEIPT", known);
  giveBack(desk, known, line.returnReason);
  const { partnerId, amountE6 } = payment;
  return matched(rule, line, [{ kind: "payOutReturned", partnerId, amountE6 }], known);
}

/** The payer's bank did not take its money: it waits again, as the receipt of this line. */
function cameBack(desk: Desk, line: Line, goingBack: GoingBack): Decision {
  const { id: hubRef, partnerId, state, amountE6 } = goingBack.payment;
  if (state === "BOOKED" && amountE6 === line.amountE6) comeBack(desk, goingBack, line.returnReason);
  return { ...parked(line, "UNKNOWN_RECEIPT"), partnerId, hubRef };
}

/** More than is open has no owner; less is a break until the rest comes. */
function receiptFor(desk: Desk, line: Line, known: Known, rule: BankRule): Decision {
  const openE6 = openOf(known, desk.programme);
  const takenE6 = line.amountE6 < openE6 ? line.amountE6 : openE6;
  const overE6 = line.amountE6 - takenE6;
  const partial = takenE6 < openE6;
  const { partnerId } = known.payment;
  const over: CashMovement[] = overE6 > 0n ? [{ kind: "receiptUnmatched", amountE6: overE6 }] : [];
  const movements: CashMovement[] = [{ kind: "payIn", partnerId, amountE6: takenE6, partial }, ...over];
  receive(desk, known, takenE6, isDirectDebit(line.bankCode));
  const kind = partial ? ("SHORT_RECEIPT" as const) : overE6 > 0n ? ("AMOUNT_DIFF" as const) : null;
  const whole = matched(rule, line, movements, known);
  const explained = whole.explained.map((part) => ({ ...part, amountE6: takenE6 }));
  return { ...whole, ...aboutOf(known), explained, openE6: overE6, kind, hubValue: openE6 };
}

/** The exact amount, from an account of the partner that owes it, around its due date, and nothing else fits. */
function byAmountAndAccount(desk: Desk, line: Line): Known | null {
  const { counterpartyIban: iban, amountE6 } = line;
  if (!iban) return null;
  const fitting = [...desk.payments.values()].filter(
    (known) =>
      known.payer.ibans.has(iban) &&
      isAwaited(desk, known) &&
      openOf(known, desk.programme) === amountE6 &&
      isAround(desk, known.obligation.dueOn, line.bookedOn),
  );
  const [only, ...others] = fitting;
  return only && others.length === 0 ? only : null;
}

function isAround({ programme }: Desk, dueOn: Date | null, bookedOn: string): boolean {
  const days = dueOn ? Math.abs(new Date(bookedOn).getTime() - dueOn.getTime()) / DAY_MS : 0;
  return days <= programme.matchWindowDays;
}
