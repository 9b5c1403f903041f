import { compacted } from "#api/engine/compact-explanation.ts";
import { type Effect, pointsOf } from "#api/engine/effects.ts";
import { localDate } from "#api/engine/lot-dates.ts";
import { InvalidReceipt } from "#api/engine/refusals.ts";
import type { SoldLine } from "#api/engine/return.ts";
import { spread } from "#api/engine/spread.ts";
import { type Actor, partnerOf } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import type { Points } from "#api/kernel/points.ts";
import type { Deed, Movement, NewPurchase } from "#api/ledger/movements.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { once, type Request, requestOf } from "#api/use-cases/once.ts";
import { noSpend, type PreparedSpend, spendProblem } from "#api/use-cases/spending/prepare-spend.ts";
import { type DecidedPurchase, type PurchaseAnswer, purchaseAnswer } from "./answer.ts";
import { type Assessment, assess, businessDateOf, type PurchaseInput } from "./assess.ts";
import { earns } from "./earns.ts";
import { effectCounts } from "./effect-counts.ts";
import { paidByOthers, sumE6 } from "./funders.ts";
import { grantedBy } from "./granted.ts";
import { receiptKey } from "./receipt-key.ts";
import { redemptionOf } from "./redemption.ts";
import { storedLines, storedPayments } from "./stored.ts";
import { withinLimits } from "./within-limits.ts";

export type RecordPurchase = PurchaseInput & {
  receiptNumber: string;
  /** YYYY-MM-DD, as printed; the local date of occurredAt when absent. */
  businessDate?: string | null | undefined;
  idempotencyKey: string;
};

/**
 * The whole receipt in one deed: points taken, points given by whoever funds them, what others pay of its discounts, what
 * all that takes of limits; the receipt kept with the reasons.
 */
export async function recordPurchase(deps: Deps, actor: Actor, input: RecordPurchase): Promise<PurchaseAnswer> {
  const request = requestOf("recordPurchase", actor, input);
  let goesOn = false;
  let spend = noSpend;
  let decided: DecidedPurchase | null = null;
  const posted = await withinLimits(input.partnerId ?? partnerOf(actor), (withheld) =>
    once(deps, request, async () => {
      const assessed = await assess(deps, actor, "purchase:record", input, withheld);
      checkReceiptNumber(input.receiptNumber);
      goesOn = assessed.evaluation.effects.some(({ kind }) => afterwards.has(kind));
      const purchaseId = newId("purchase");
      const [spends, gives] = await Promise.all([
        redemptionOf(deps, assessed, { ...input, purchaseId }),
        earns(deps, assessed, purchaseId),
      ]);
      spend = spends;
      decided = decidedPurchase(assessed, input, purchaseId);
      return deedOf(assessed, decided, { spends, gives });
    }).catch((refusal) => {
      throw spendProblem(refusal, spend);
    }),
  );
  if (goesOn) await deps.enqueue?.(deps.db, "followReceipts", {}, { soon: true });
  if (input.redeem && input.redeem.points > 0n) await deps.enqueue?.(deps.db, "tellSpendings", {}, { soon: true });
  return purchaseAnswer(deps, posted, decided);
}

/** Effects that members wait for after the receipt; the clock sees to them within a minute without being asked. */
const afterwards: ReadonlySet<Effect["kind"]> = new Set(["coupon", "couponUsed", "benefit", "message", "startJourney"]);

const RECEIPT_NUMBER_MAX = 64;

export function checkReceiptNumber(receiptNumber: string): void {
  if (receiptNumber.trim() === "" || receiptNumber.length > RECEIPT_NUMBER_MAX) {
    throw new InvalidReceipt(`A receipt number has 1 to ${RECEIPT_NUMBER_MAX} characters.`);
  }
}

type Prepared = { spends: PreparedSpend; gives: Movement[] };

function deedOf(
  assessed: Assessment,
  decided: DecidedPurchase,
  { spends, gives }: Prepared,
): Omit<Deed, keyof Request> {
  const { place, occurredAt, programme, memberId, evaluation, bounds } = assessed;
  const { id: purchaseId, receiptNumber, businessDate } = decided;
  return {
    businessKey: receiptKey("purchase", place, receiptNumber, businessDate),
    occurredAt,
    place,
    // Points spent go first: what the receipt gives must not pay for it.
    movements: [...spends.movements, ...gives, ...discounts(assessed, purchaseId)],
    counts: [
      ...spends.counts,
      ...evaluation.counts.map(({ counter, by, most }) => ({ counter, by, most })),
      ...effectCounts(evaluation.effects, { memberId, day: localDate(occurredAt, programme.timeZone), bounds }),
    ],
    purchase: stored(decided),
  };
}

/** What the till's own partner takes off moves nothing. */
function discounts({ memberId, place, evaluation }: Assessment, purchaseId: string): Movement[] {
  const parts = paidByOthers(evaluation.effects, place.partnerId);
  return parts.length === 0 ? [] : [{ kind: "fundDiscount", purchaseId, memberId, payeeId: place.partnerId, parts }];
}

function decidedPurchase(assessed: Assessment, input: RecordPurchase, id: string): DecidedPurchase {
  const { memberId, place, occurredAt, programme, receipt, paidE6, evaluation, shown } = assessed;
  const { points, byLine } = pointsOf(evaluation, receipt.lines.length);
  return {
    id,
    ...place,
    memberId,
    receiptNumber: input.receiptNumber,
    businessDate: businessDateOf(input.businessDate, occurredAt, programme.timeZone),
    occurredAt,
    totalE6: receipt.totalE6,
    paidE6,
    pointsEarned: points,
    pointsSpent: receipt.pointsSpent,
    fundedE6: sumE6(paidByOthers(evaluation.effects, place.partnerId)),
    lines: soldLines(assessed, byLine),
    payments: [...receipt.payments],
    explanation: evaluation.explanation,
    granted: grantedBy(evaluation, shown),
  };
}

function stored({ lines, payments, explanation, granted, ...plain }: DecidedPurchase): NewPurchase {
  return {
    ...plain,
    lines: storedLines(lines),
    payments: storedPayments(payments),
    explanation: compacted(explanation),
    granted,
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
