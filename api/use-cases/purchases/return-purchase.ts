import { InvalidReceipt } from "#api/engine/refusals.ts";
import { type ReturnedLine, remaining, type TakenBack, takeBack } from "#api/engine/return.ts";
import type { Actor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import type { Deed, Movement, NewPurchaseReturn } from "#api/ledger/movements.ts";
import { ReturnedMeanwhile } from "#api/ledger/refusals.ts";
import type { Programme } from "#api/sql/rows.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { once, type Request, requestOf } from "#api/use-cases/once.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";
import { effectsOf, type ReturnAnswer, returnAnswer } from "./answer.ts";
import { businessDateOf, happenedAt } from "./assess.ts";
import type { RecordedPurchase } from "./find-purchases.ts";
import { graceEnd } from "./grace.ts";
import { type PlaceInput, placeOf } from "./place.ts";
import { receiptKey } from "./receipt-key.ts";
import { checkReceiptNumber } from "./record-purchase.ts";
import { type PurchaseRef, returnablePurchase } from "./returnable-purchase.ts";
import { storedReturn } from "./stored.ts";

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

/** Two tills may take back parts of one purchase at the same moment; each retry sees the other's part. */
const RETURN_ATTEMPTS_MAX = 8;

/** Goods come back: points given are taken back, points taken are restored, in proportion to what came back. */
export async function returnPurchase(deps: Deps, actor: Actor, input: ReturnPurchase): Promise<ReturnAnswer> {
  const request = requestOf("returnPurchase", actor, input);
  const decide = () => decideReturn(deps, actor, input);
  for (let attempt = 1; ; attempt++) {
    try {
      return await returnAnswer(deps, await once(deps, request, decide));
    } catch (refusal) {
      if (!(refusal instanceof ReturnedMeanwhile) || attempt === RETURN_ATTEMPTS_MAX) throw refusal;
    }
  }
}

async function decideReturn(deps: Deps, actor: Actor, input: ReturnPurchase): Promise<Omit<Deed, keyof Request>> {
  const place = await placeOf(deps, actor, "purchase:return", input);
  const occurredAt = happenedAt(input.occurredAt, deps.clock.now());
  checkReceiptNumber(input.receiptNumber);
  const [programme, purchase] = await Promise.all([
    findProgramme(deps),
    returnablePurchase(deps, input.purchase, { partnerId: place.partnerId, at: occurredAt }),
  ]);
  checkAfter(purchase, occurredAt);
  const before = purchase.returns.flatMap(({ lines }) => lines);
  const lines = input.lines ?? remaining(purchase.lines, before);
  const undone = takeBack(purchase.lines, before, lines);
  const businessDate = businessDateOf(input.businessDate, occurredAt, programme.timeZone);
  return {
    businessKey: receiptKey("return", place, input.receiptNumber, businessDate),
    occurredAt,
    place,
    movements: await undoing(deps, purchase, undone, { programme, occurredAt }),
    purchaseReturn: returnRow(purchase, undone, { lines, receiptNumber: input.receiptNumber }),
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
async function undoing(
  deps: Deps,
  { id, deedId, memberId }: RecordedPurchase,
  { pointsClawed, pointsRestored }: TakenBack,
  { programme, occurredAt }: { programme: Programme; occurredAt: Date },
): Promise<Movement[]> {
  const movements: Movement[] = [];
  if (pointsRestored > 0n) {
    const [burnId] = (await effectsOf(deps, deedId)).burnIds;
    if (!burnId) throw new Error(`purchase ${id} spent points without a redemption`);
    const graceExpiresAt = graceEnd(occurredAt, programme);
    movements.push({ kind: "returnRedemption", burnId, points: pointsRestored, graceExpiresAt });
  }
  if (pointsClawed > 0n) movements.push({ kind: "clawback", memberId, purchaseId: id, points: pointsClawed });
  return movements;
}

function returnRow(
  { id, memberId, returns }: RecordedPurchase,
  undone: TakenBack,
  { lines, receiptNumber }: { lines: readonly ReturnedLine[]; receiptNumber: string },
): NewPurchaseReturn {
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
