import { localDate } from "#api/engine/lot-dates.ts";
import { InvalidReceipt } from "#api/engine/refusals.ts";
import { type ReturnedLine, remaining } from "#api/engine/return.ts";
import type { Actor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import type { Count, Deed, Movement, NewPurchaseReturn } from "#api/ledger/movements.ts";
import { ExceedsRedemption, ReturnedMeanwhile } from "#api/ledger/refusals.ts";
import type { Programme } from "#api/sql/rows.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { easeDisputeOf } from "#api/use-cases/disputes/ease-dispute.ts";
import { keptAs } from "#api/use-cases/members/one-person.ts";
import { once, type Request, requestOf } from "#api/use-cases/once.ts";
import { findTerms } from "#api/use-cases/partners/find-terms.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";
import { effectsOf, type ReturnAnswer, returnAnswer } from "./answer.ts";
import { businessDateOf, happenedAt } from "./assess.ts";
import { effectCounts } from "./effect-counts.ts";
import type { RecordedPurchase } from "./find-purchases.ts";
import { operatorIdOf, sumE6 } from "./funders.ts";
import { graceEnd } from "./grace.ts";
import { type PlaceInput, placeOf } from "./place.ts";
import { receiptKey } from "./receipt-key.ts";
import { checkReceiptNumber } from "./record-purchase.ts";
import { type PurchaseRef, returnablePurchase } from "./returnable-purchase.ts";
import { checkMayReturn } from "./standing.ts";
import { storedReturn } from "./stored.ts";
import { type GoodsBack, goodsBack } from "./taken-back.ts";
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
  for (const burnId of (await effectsOf(deps, { deedId })).burnIds) await easeDisputeOf(deps, burnId);
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
  const lines =
    input.lines ??
    remaining(
      purchase.lines,
      purchase.returns.flatMap((earlier) => earlier.lines),
    );
  const undone = await withinRedemption(deps, purchase.deedId, goodsBack(purchase, lines));
  const businessDate = businessDateOf(input.businessDate, occurredAt, programme.timeZone);
  return {
    businessKey: receiptKey("return", place, input.receiptNumber, businessDate),
    occurredAt,
    place,
    movements: [
      ...restoring(undone, { programme, occurredAt }),
      ...clawbacks(purchase, undone, undone.clawedFrom.has(null) ? await operatorIdOf(deps) : null),
      ...unfunding(purchase, undone),
    ],
    counts: givingBack(purchase, undone, { programme, holder: await keptAs(deps.db, purchase.memberId) }),
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

type Back = GoodsBack & Undone;

/** Restored points come first, so that they can repay what the clawback finds already spent. */
function restoring(
  { pointsRestored, burnId }: Back,
  { programme, occurredAt }: { programme: Programme; occurredAt: Date },
): Movement[] {
  if (!burnId || pointsRestored === 0n) return [];
  return [
    { kind: "returnRedemption", burnId, points: pointsRestored, graceExpiresAt: graceEnd(occurredAt, programme) },
  ];
}

/** From each whose points they were, exactly its own. */
function clawbacks(
  { id: purchaseId, memberId }: RecordedPurchase,
  { pointsClawed, clawedFrom }: Back,
  operatorId: string | null,
): Movement[] {
  const from = clawedFrom.size > 0 || pointsClawed === 0n ? [...clawedFrom] : [[undefined, pointsClawed] as const];
  return from.map(([funder, points]): Movement => {
    const issuerId = funder === undefined ? null : (funder ?? operatorId);
    return { kind: "clawback", memberId, purchaseId, points, issuerId };
  });
}

function unfunding({ id: purchaseId, memberId, partnerId: payeeId }: RecordedPurchase, { unfunded }: Back): Movement[] {
  return unfunded.length === 0 ? [] : [{ kind: "returnDiscount", purchaseId, memberId, payeeId, parts: unfunded }];
}

type Counting = {
  programme: Programme;
  /** On whom it counts today: the buyer, or whom they were merged into. */
  holder: string;
};

/** What the returned part had taken of limits, and counted on the day it was bought. */
function givingBack({ memberId, occurredAt }: RecordedPurchase, { caused }: Back, counting: Counting): Count[] {
  const { programme, holder } = counting;
  const day = localDate(occurredAt, programme.timeZone);
  const taken = [...caused.counts, ...effectCounts(caused.effects, { memberId, day })];
  return taken
    .map(({ counter, by }) => ({ counter: counter.replace(memberId, holder), by: -by, most: null }))
    .filter(({ by }) => by !== 0n);
}

function returnRow(
  { id, memberId, returns }: RecordedPurchase,
  { amountE6, paidE6, last, pointsClawed, pointsRestored, unfunded }: Back,
  { lines, receiptNumber }: { lines: readonly ReturnedLine[]; receiptNumber: string },
): NewPurchaseReturn {
  return {
    id: newId("purchaseReturn"),
    purchaseId: id,
    memberId,
    seq: returns.length,
    receiptNumber,
    ...{ amountE6, paidE6, last, pointsClawed, pointsRestored },
    fundedE6: sumE6(unfunded),
    lines: storedReturn(lines),
  };
}
