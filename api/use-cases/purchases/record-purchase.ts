import { pointsOf } from "#api/engine/effects.ts";
import { lotExpiry, maturity } from "#api/engine/lot-dates.ts";
import { InvalidReceipt } from "#api/engine/refusals.ts";
import type { SoldLine } from "#api/engine/return.ts";
import { spread } from "#api/engine/spread.ts";
import type { Actor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import type { Points } from "#api/kernel/points.ts";
import { issueTerms } from "#api/ledger/issue-terms.ts";
import type { Deed, Movement, NewPurchase } from "#api/ledger/movements.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { once, type Request, requestOf } from "#api/use-cases/once.ts";
import { captureOf, reservationFor, reserveOf } from "#api/use-cases/points/reservation.ts";
import { type PurchaseAnswer, purchaseAnswer } from "./answer.ts";
import { type Assessment, assess, businessDateOf, type PurchaseInput } from "./assess.ts";
import { receiptKey } from "./receipt-key.ts";
import { checkShare } from "./standing.ts";
import { storedLines, storedPayments } from "./stored.ts";

export type RecordPurchase = PurchaseInput & {
  receiptNumber: string;
  /** YYYY-MM-DD, as printed; the local date of occurredAt when absent. */
  businessDate?: string | null | undefined;
  idempotencyKey: string;
};

/** The whole receipt in one deed: points taken, points given, the receipt kept with the reasons. */
export async function recordPurchase(deps: Deps, actor: Actor, input: RecordPurchase): Promise<PurchaseAnswer> {
  const posted = await once(deps, requestOf("recordPurchase", actor, input), async () => {
    const assessed = await assess(deps, actor, "purchase:record", input);
    checkReceiptNumber(input.receiptNumber);
    const purchaseId = newId("purchase");
    return deedOf(assessed, input, { purchaseId, spends: await redemption(deps, assessed, { ...input, purchaseId }) });
  });
  return purchaseAnswer(deps, posted);
}

const RECEIPT_NUMBER_MAX = 64;

export function checkReceiptNumber(receiptNumber: string): void {
  if (receiptNumber.trim() === "" || receiptNumber.length > RECEIPT_NUMBER_MAX) {
    throw new InvalidReceipt(`A receipt number has 1 to ${RECEIPT_NUMBER_MAX} characters.`);
  }
}

type Prepared = { purchaseId: string; spends: Movement[] };

function deedOf(
  assessed: Assessment,
  input: RecordPurchase,
  { purchaseId, spends }: Prepared,
): Omit<Deed, keyof Request> {
  const { place, occurredAt, programme } = assessed;
  const businessDate = businessDateOf(input.businessDate, occurredAt, programme.timeZone);
  const purchase = purchaseRow(assessed, { id: purchaseId, receiptNumber: input.receiptNumber, businessDate });
  return {
    businessKey: receiptKey("purchase", place, input.receiptNumber, businessDate),
    occurredAt,
    place,
    movements: [...spends, ...earns(assessed, purchase)],
    purchase,
  };
}

/** Points spent go first: what the receipt gives must not pay for it. */
async function redemption(
  deps: Deps,
  assessed: Assessment,
  { redeem, purchaseId }: RecordPurchase & { purchaseId: string },
): Promise<Movement[]> {
  if (!redeem || redeem.points === 0n) return [];
  const { contract, programme, receipt, place, memberId, occurredAt } = assessed;
  const { redeemShareMaxBps } = contract;
  checkShare(redeem.points, { totalE6: receipt.totalE6, redeemShareMaxBps, pointValueE6: programme.pointValueE6 });
  if (redeem.reservationId) {
    const reservation = await reservationFor(deps, redeem.reservationId, { memberId, redeemerId: place.partnerId });
    return [captureOf(reservation.id, redeem.points, contract)];
  }
  const burnId = newId("burn");
  const wanted = { burnId, memberId, redeemerId: place.partnerId, points: redeem.points, purchaseId };
  return [reserveOf(wanted, programme, occurredAt), captureOf(burnId, redeem.points, contract)];
}

/** Life is counted from the day the points can be spent, so that waiting for them costs the member nothing. */
function earns({ memberId, contract, programme, occurredAt }: Assessment, purchase: NewPurchase): Movement[] {
  if (purchase.pointsEarned === 0n) return [];
  const maturesAt = maturity(occurredAt, contract.pendingDays);
  return [
    {
      kind: "earn",
      memberId,
      points: purchase.pointsEarned,
      terms: issueTerms(contract),
      maturesAt,
      expiresAt: lotExpiry(maturesAt ?? occurredAt, programme.pointsValidityMonths, programme.timeZone),
      purchaseId: purchase.id,
    },
  ];
}

type Paper = Pick<NewPurchase, "id" | "receiptNumber" | "businessDate">;

function purchaseRow(assessed: Assessment, paper: Paper): NewPurchase {
  const { memberId, receipt, paidE6, evaluation } = assessed;
  const { points, byLine } = pointsOf(evaluation, receipt.lines.length);
  return {
    ...paper,
    memberId,
    totalE6: receipt.totalE6,
    paidE6,
    pointsEarned: points,
    pointsSpent: receipt.pointsSpent,
    lines: storedLines(soldLines(assessed, byLine)),
    payments: storedPayments(receipt.payments),
    explanation: evaluation.explanation,
  };
}

/** Each line with its share of the points given and taken, so that a return by line undoes exactly that. */
function soldLines({ receipt }: Assessment, earned: readonly Points[]): SoldLine[] {
  const spent = spread(
    receipt.pointsSpent,
    receipt.lines.map((line) => line.amountE6),
  );
  return receipt.lines.map((line, index) => ({
    ...line,
    pointsEarned: earned[index] ?? 0n,
    pointsSpent: spent[index] ?? 0n,
  }));
}
