import { discountsOf, pointsOf } from "#api/engine/effects.ts";
import { ENGINE_VERSION, type Explanation } from "#api/engine/explanation.ts";
import type { Actor } from "#api/kernel/actor.ts";
import type { MoneyE6 } from "#api/kernel/money.ts";
import type { Points } from "#api/kernel/points.ts";
import { findSpendable } from "#api/ledger/read/redemptions.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { availableInPool } from "#api/use-cases/pools/spend-through.ts";
import { guardOf, isOpenAt } from "#api/use-cases/spending/guard.ts";
import { together } from "#api/use-cases/together.ts";
import { type Assessment, assess, type PurchaseInput } from "./assess.ts";
import { type Granted, grantedBy } from "./granted.ts";
import { redeemableShare } from "./standing.ts";

/** What a purchase would give and allow. */
export type Quote = {
  memberId: string;
  /** Of the receipt so far; what campaigns take off is still in it, unless the till said that it took it off. */
  totalE6: MoneyE6;
  /** What campaigns take off of it. */
  discountE6: MoneyE6;
  /** The part to be paid in money, once that is taken off. */
  paidE6: MoneyE6;
  granted: Granted;
  lines: readonly { seq: number }[];
  pointsEarned: Points;
  pointsSpent: Points;
  /** What the member can spend here now, with what their household lets them; nothing while they lock it. */
  available: Points;
  redeemable: Redeemable;
  explanation: Explanation;
  engineVersion: string;
  quotedAt: Date;
  expiresAt: Date;
};

/** How many points may pay at most, and what sets that bound. */
export type Redeemable = { points: Points; valueE6: MoneyE6; because: RedeemableBound };
export const redeemableBounds = ["BALANCE", "CONTRACT_SHARE", "RECEIPT_TOTAL", "NOT_ACCEPTED", "LOCKED"] as const;
export type RedeemableBound = (typeof redeemableBounds)[number];

/** Balances move; a till asks again rather than trust an old answer. */
const QUOTE_LIFETIME_MS = 10 * 60_000;

/** Who it is, what the receipt would give, how much of it points may pay. Writes nothing, holds nothing. */
export async function quotePurchase(deps: Deps, actor: Actor, input: PurchaseInput): Promise<Quote> {
  const assessed = await assess(deps, actor, "purchase:quote", input);
  const { isOpen, available } = await spendableHere(deps, assessed);
  const quotedAt = deps.clock.now();
  const { receipt, evaluation, shown } = assessed;
  const discountE6 = receipt.given ? 0n : discountsOf(evaluation, receipt.lines.length).amountE6;
  return {
    memberId: assessed.memberId,
    totalE6: receipt.totalE6,
    discountE6,
    paidE6: assessed.paidE6 - discountE6,
    granted: grantedBy(evaluation, shown),
    lines: receipt.lines,
    pointsEarned: pointsOf(evaluation, receipt.lines.length).points,
    pointsSpent: receipt.pointsSpent,
    available,
    redeemable: isOpen ? redeemableOf(assessed, receipt.totalE6 - discountE6, available) : locked,
    explanation: evaluation.explanation,
    engineVersion: ENGINE_VERSION,
    quotedAt,
    expiresAt: new Date(quotedAt.getTime() + QUOTE_LIFETIME_MS),
  };
}

const locked: Redeemable = { points: 0n, valueE6: 0n, because: "LOCKED" };

async function spendableHere(deps: Deps, { memberId, place, occurredAt, programme }: Assessment) {
  const [guard, [own], pooled] = await Promise.all([
    guardOf(deps, memberId),
    balances(deps, [memberId]),
    availableInPool(deps, memberId, occurredAt, programme),
  ]);
  const isOpen = isOpenAt(guard, place.partnerId);
  return { isOpen, available: isOpen ? (own ?? 0n) + pooled : 0n };
}

function redeemableOf({ partner, contract, programme }: Assessment, totalE6: MoneyE6, available: Points): Redeemable {
  const { pointValueE6 } = programme;
  if (!partner.mayRedeem) return { points: 0n, valueE6: 0n, because: "NOT_ACCEPTED" };
  const { redeemShareMaxBps } = contract;
  const share = redeemableShare({ totalE6, redeemShareMaxBps, pointValueE6 }).points;
  const points = available < share ? available : share;
  const bound = redeemShareMaxBps < 10_000 ? "CONTRACT_SHARE" : "RECEIPT_TOTAL";
  return { points, valueE6: points * pointValueE6, because: available < share ? "BALANCE" : bound };
}

const balances = together(({ db }, memberIds) => findSpendable(db, memberIds));
