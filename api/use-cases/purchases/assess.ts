import { type EarnTerms, type Evaluation, evaluate, evaluateInFull } from "#api/engine/evaluate.ts";
import { localDate } from "#api/engine/lot-dates.ts";
import type { Receipt } from "#api/engine/purchase.ts";
import { InvalidReceipt } from "#api/engine/refusals.ts";
import type { Actor } from "#api/kernel/actor.ts";
import { type MoneyE6, minorUnitE6 } from "#api/kernel/money.ts";
import type { Points } from "#api/kernel/points.ts";
import type { Place } from "#api/ledger/movements.ts";
import type { Contract, Programme } from "#api/sql/rows.ts";
import { campaignsFor } from "#api/use-cases/campaigns/campaigns-for.ts";
import { type CouponsShown, goodOnes, lookAtCoupons, nothingShown } from "#api/use-cases/coupons/at-till.ts";
import { countGuesses, requireNoGuessing } from "#api/use-cases/coupons/guesses.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";
import { occasionFor } from "./campaign-occasion.ts";
import { type MemberRef, memberIdOf, termsAt } from "./context.ts";
import { nothingWithheld, type Withheld } from "./payable-campaigns.ts";
import { type PlaceInput, partnerFor, standOf } from "./place.ts";
import { type ReceiptInput, receiptOf, statedDiscounts } from "./receipt.ts";
import { FutureDated } from "./refusals.ts";
import { checkMayTrade, mayIssue, type Standing } from "./standing.ts";

/** Clocks of tills run a little ahead. */
const FUTURE_TOLERANCE_MS = 5 * 60_000;

export type PurchaseInput = ReceiptInput &
  PlaceInput & {
    member: MemberRef;
    /** Now, when absent. */
    occurredAt?: Date | null | undefined;
    /** Points that pay a part; of a reservation, or taken at once. */
    redeem?:
      | {
          points: Points;
          reservationId?: string | null | undefined;
          /** What the member was shown when asked to confirm, if they said it. */
          confirmationCode?: string | null | undefined;
        }
      | null
      | undefined;
  };

/** Everything known about a purchase before anything is written. */
export type Assessment = {
  place: Place;
  memberId: string;
  occurredAt: Date;
  programme: Programme;
  partner: Standing;
  contract: Contract;
  receipt: Receipt;
  paidE6: MoneyE6;
  evaluation: Evaluation;
  /** Campaigns of plans: the points they give follow the end of the subscription. */
  ofPlans: ReadonlySet<string>;
  /** The codes that were shown, before rules used any. */
  shown: CouponsShown;
  /** What counters of coupons and gifts may come to at most. */
  bounds: ReadonlyMap<string, bigint>;
};

/**
 * Guards, loads and evaluates: what the quote shows and what the purchase does come from here, and so agree. What is left
 * of limits is read here, and holds only when it is taken in the call that books.
 */
export async function assess(
  deps: Deps,
  actor: Actor,
  permission: "purchase:quote" | "purchase:record",
  input: PurchaseInput,
  withheld: Withheld = nothingWithheld,
): Promise<Assessment> {
  const partnerId = partnerFor(actor, permission, input);
  const now = deps.clock.now();
  const occurredAt = happenedAt(input.occurredAt, now);
  const [{ place, locationCode }, programme, { partner, contract }, memberId, running] = await Promise.all([
    standOf(deps, actor, permission, input),
    findProgramme(deps),
    termsAt(deps, partnerId, occurredAt),
    memberIdOf(deps, actor, input.member, partnerId),
    campaignsFor(deps, partnerId, occurredAt),
  ]);
  const pointsSpent = input.redeem?.points ?? 0n;
  checkMayTrade(partner, pointsSpent);
  const terms = earnTerms(programme, contract, mayIssue(partner));
  const given = statedDiscounts(input) ?? (permission === "purchase:record" ? [] : null);
  const shown = await couponsShown(deps, { actor, place, memberId, codes: input.coupons ?? [], at: occurredAt });
  const coupons = goodOnes(shown);
  const frame = { partnerId, locationId: place.locationId, occurredAt, pointsSpent, given, coupons };
  const receipt = receiptOf(input, frame, { ...terms, code: programme.currency });
  const till = { partner, locationCode, mayIssue: terms.mayIssue, timeZone: programme.timeZone };
  const { stocks, ...occasion } = await occasionFor(deps, { receipt, running, memberId, till }, withheld);
  const asks = permission === "purchase:quote" ? evaluateInFull : evaluate;
  const evaluation = asks({ receipt, ...occasion, terms, now });
  const bounds = new Map([...shown.bounds, ...stocks]);
  const paidE6 = receipt.totalE6 - pointsSpent * programme.pointValueE6;
  const ofPlans = new Set(
    occasion.campaigns.campaigns.flatMap(({ campaign: { id, audience } }) => (audience.plan ? [id] : [])),
  );
  return {
    place,
    memberId,
    occurredAt,
    programme,
    partner,
    contract,
    receipt,
    paidE6,
    evaluation,
    ofPlans,
    shown,
    bounds,
  };
}

type Showing = { actor: Actor; place: Place; memberId: string; codes: readonly string[]; at: Date };

/** Costs nothing where no code is shown. */
async function couponsShown(deps: Deps, { codes, at, ...shower }: Showing): Promise<CouponsShown> {
  if (codes.length === 0) return nothingShown;
  await requireNoGuessing(deps, shower);
  const { memberId, place } = shower;
  const shown = await lookAtCoupons(deps, { codes, memberId, partnerId: place.partnerId, at });
  await countGuesses(deps, shower, shown.presented);
  return shown;
}

/** When something happened by the till's word; refuses what has not happened yet. */
export function happenedAt(stated: Date | null | undefined, now: Date): Date {
  const occurredAt = stated ?? now;
  if (occurredAt.getTime() > now.getTime() + FUTURE_TOLERANCE_MS) throw new FutureDated(occurredAt, now);
  return occurredAt;
}

/** Night shifts and late closings move a receipt to a neighbouring day, not to another week. */
const BUSINESS_DATE_OFF_MAX_MS = 7 * 86_400_000;

/** The day a receipt belongs to: as printed, else the local date. */
export function businessDateOf(stated: string | null | undefined, occurredAt: Date, timeZone: string): string {
  if (!stated) return localDate(occurredAt, timeZone);
  const off = Math.abs(Date.parse(`${stated}T12:00:00Z`) - occurredAt.getTime());
  if (off > BUSINESS_DATE_OFF_MAX_MS) {
    throw new InvalidReceipt(`The business date ${stated} is more than a week away from ${occurredAt.toISOString()}.`);
  }
  return stated;
}

function earnTerms(programme: Programme, contract: Contract, issues: boolean): EarnTerms {
  return {
    contractId: contract.id,
    contractVersion: contract.version,
    earnBps: contract.earnBps,
    mayIssue: issues,
    pointValueE6: programme.pointValueE6,
    minorUnitE6: minorUnitE6(programme.minorDigits),
  };
}
