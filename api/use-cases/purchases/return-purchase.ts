import { InvalidReceipt } from "#api/engine/refusals.ts";
import { type ReturnedLine, remaining, type TakenBack, takeBack } from "#api/engine/return.ts";
import type { Actor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import type { MoneyE6 } from "#api/kernel/money.ts";
import type { Deed, Movement, NewPurchaseReturn } from "#api/ledger/movements.ts";
import { ExceedsRedemption, ReturnedMeanwhile } from "#api/ledger/refusals.ts";
import type { Programme } from "#api/sql/rows.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { easeDisputeOf } from "#api/use-cases/disputes/ease-dispute.ts";
import { once, type Request, requestOf } from "#api/use-cases/once.ts";
import { findTerms } from "#api/use-cases/partners/find-terms.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";
import { effectsOf, type ReturnAnswer, returnAnswer } from "./answer.ts";
import { businessDateOf, happenedAt } from "./assess.ts";
import type { RecordedPurchase } from "./find-purchases.ts";
import { graceEnd } from "./grace.ts";
import { type PlaceInput, placeOf } from "./place.ts";
import { receiptKey } from "./receipt-key.ts";
import { checkReceiptNumber } from "./record-purchase.ts";
import { type PurchaseRef, returnablePurchase } from "./returnable-purchase.ts";
import { checkMayReturn } from "./standing.ts";
import { storedReturn } from "./stored.ts";
import { type Undone, withinRedemption } from "./within-redemption.ts";

export type ReturnPurchase = PlaceInput & {
  /** Which purchase: by id, or as its receipt says. */
  purchase: PurchaseRef;
  /** By line and quantity; everything that has not come back yet when absent. */
  lines?: readonly ReturnedLine[] | null | undefined;
  /** The number of the return's own slip. */
  receiptNumber: string;
  businessDate?: string | null | undefined;
  occurredAt?: Date | null | undefined;
  idempotencyKey: string;
};

/** Two tills may take back parts of one purchase at the same moment, or a dispute; each retry sees the other's part. */
const RETURN_ATTEMPTS_MAX = 8;

/** Goods come back: points given are taken back, points taken are restored, in proportion to what came back. */
export async function returnPurchase(deps: Deps, actor: Actor, input: ReturnPurchase): Promise<ReturnAnswer> {
  const request = requestOf("returnPurchase", actor, input);
  const decide = () => decideReturn(deps, actor, input);
  for (let attempt = 1; ; attempt++) {
    try {
      const answer = await returnAnswer(deps, await once(deps, request, decide));
      if (answer.purchaseReturn.pointsRestored > 0n) await easeDisputes(deps, answer.purchaseReturn.deedId);
      return answer;
    } catch (refusal) {
      const again = refusal instanceof ReturnedMeanwhile || refusal instanceof ExceedsRedemption;
      if (!again || attempt === RETURN_ATTEMPTS_MAX) throw refusal;
    }
  }
}

/** What came back is disputed no longer. If this dies here, the clock does it. */
async function easeDisputes(deps: Deps, deedId: string): Promise<void> {
  for (const burnId of (await effectsOf(deps, deedId)).burnIds) await easeDisputeOf(deps, burnId);
}

async function decideReturn(deps: Deps, actor: Actor, input: ReturnPurchase): Promise<Omit<Deed, keyof Request>> {
  const place = await placeOf(deps, actor, "purchase:return", input);
  const occurredAt = happenedAt(input.occurredAt, deps.clock.now());
  checkReceiptNumber(input.receiptNumber);
  const [programme, terms, purchase] = await Promise.all([
    findProgramme(deps),
    findTerms(deps, [place.partnerId], occurredAt),
    returnablePurchase(deps, input.purchase, { partnerId: place.partnerId, at: occurredAt }),
  ]);
  const here = terms.get(place.partnerId);
  if (here) checkMayReturn(here.partner);
  checkAfter(purchase, occurredAt);
  const before = purchase.returns.flatMap(({ lines }) => lines);
  const lines = input.lines ?? remaining(purchase.lines, before);
  const back = takeBack(purchase.lines, before, lines);
  const undone = await withinRedemption(deps, purchase.deedId, back);
  const businessDate = businessDateOf(input.businessDate, occurredAt, programme.timeZone);
  return {
    businessKey: receiptKey("return", place, input.receiptNumber, businessDate),
    occurredAt,
    place,
    movements: undoing(purchase, undone, { programme, occurredAt }),
    purchaseReturn: {
      ...returnRow(purchase, undone, { lines, receiptNumber: input.receiptNumber }),
      paidE6: moneyBack(purchase, back),
      last: remaining(purchase.lines, [...before, ...lines]).length === 0,
    },
  };
}

/** Tills that know only the day may state a return some hours before its purchase, not earlier. */
const RETURN_BEFORE_PURCHASE_MAX_MS = 86_400_000;

function checkAfter(purchase: RecordedPurchase, occurredAt: Date): void {
  if (occurredAt.getTime() < purchase.occurredAt.getTime() - RETURN_BEFORE_PURCHASE_MAX_MS) {
    throw new InvalidReceipt(`The goods were bought at ${purchase.occurredAt.toISOString()}, after this return.`);
  }
}

/** Restored points come first, so that they can repay what the clawback finds already spent. */
function undoing(
  { id, memberId }: RecordedPurchase,
  { pointsClawed, pointsRestored, burnId }: Undone,
  { programme, occurredAt }: { programme: Programme; occurredAt: Date },
): Movement[] {
  const movements: Movement[] = [];
  if (burnId && pointsRestored > 0n) {
    const graceExpiresAt = graceEnd(occurredAt, programme);
    movements.push({ kind: "returnRedemption", burnId, points: pointsRestored, graceExpiresAt });
  }
  if (pointsClawed > 0n) movements.push({ kind: "clawback", memberId, purchaseId: id, points: pointsClawed });
  return movements;
}

/** The part of what comes back that was paid in money: the points paid for the rest at what they were worth then. */
function moneyBack({ totalE6, paidE6, pointsSpent }: RecordedPurchase, back: TakenBack): MoneyE6 {
  return pointsSpent === 0n ? back.amountE6 : back.amountE6 - ((totalE6 - paidE6) / pointsSpent) * back.pointsRestored;
}

function returnRow(
  { id, memberId, returns }: RecordedPurchase,
  { burnId: _, ...undone }: Undone,
  { lines, receiptNumber }: { lines: readonly ReturnedLine[]; receiptNumber: string },
): Omit<NewPurchaseReturn, "paidE6" | "last"> {
  return {
    id: newId("purchaseReturn"),
    purchaseId: id,
    memberId,
    seq: returns.length,
    receiptNumber,
    ...undone,
    lines: storedReturn(lines),
  };
}
