import { formatMoney, type MoneyE6 } from "#api/kernel/money.ts";
import type { Points } from "#api/kernel/points.ts";
import { ENGINE_VERSION, type Explanation, type ExplanationStep } from "./explanation.ts";
import { type Currency, moneyPart, type Receipt } from "./purchase.ts";
import { spread } from "./spread.ts";

/** What rules may know about who buys. */
export type MemberFacts = { memberId: string };

/** A funded, dated set of rules. None exist yet; they will enter here and nowhere else. */
export type Campaign = never;

/** The partner's own terms on the day of the receipt. */
export type EarnTerms = Currency & {
  contractId: string;
  contractVersion: number;
  /** Basis points of the part paid in money. */
  earnBps: number;
  /** False for a partner that only redeems, or that may not issue at present. */
  mayIssue: boolean;
};

/** What happens because of a receipt. Points name each line's share, so that a return can take exactly those back. */
export type Effect = { kind: "points"; points: Points; byLine: readonly Points[]; fundedBy: "ISSUER" };

export type Evaluation = { effects: Effect[]; explanation: Explanation };

export type Question = {
  receipt: Receipt;
  member: MemberFacts;
  campaigns: readonly Campaign[];
  terms: EarnTerms;
  now: Date;
};

/**
 * The one pure door of the engine: the quote, the till, the offline batch and every simulation ask here.
 * The same question gives the same answer, byte for byte.
 */
export function evaluate({ receipt, terms }: Question): Evaluation {
  const base = baseRule(receipt, terms);
  const points = BigInt(base.points);
  const weights = receipt.lines.map((line) => line.amountE6);
  const effects: Effect[] =
    points > 0n ? [{ kind: "points", points, byLine: spread(points, weights), fundedBy: "ISSUER" }] : [];
  return {
    effects,
    explanation: {
      engineVersion: ENGINE_VERSION,
      contractId: terms.contractId,
      contractVersion: terms.contractVersion,
      points: String(points),
      steps: [base],
    },
  };
}

/** All points of an evaluation, and each line's part of them. */
export function pointsOf({ effects }: Evaluation, lineCount: number): { points: Points; byLine: Points[] } {
  const byLine = Array.from({ length: lineCount }, (_none, index) =>
    effects.reduce((total, effect) => total + (effect.byLine[index] ?? 0n), 0n),
  );
  return { points: byLine.reduce((total, share) => total + share, 0n), byLine };
}

/** Points for what was paid in money, rounded down once for the whole receipt. */
function baseRule(receipt: Receipt, terms: EarnTerms): ExplanationStep {
  const money = moneyPart(receipt, terms);
  const exact = { over: money * BigInt(terms.earnBps), under: 10_000n * terms.pointValueE6 };
  const because = reasonAgainst(money, terms);
  return {
    rule: "BASE",
    applied: because === null,
    because,
    inputs: [
      { name: "total", value: formatMoney(receipt.totalE6) },
      { name: "pointsSpent", value: String(receipt.pointsSpent) },
      { name: "moneyPart", value: formatMoney(money) },
      { name: "earnRatePercent", value: formatMoney(BigInt(terms.earnBps) * 10_000n, 0) },
      { name: "pointValue", value: formatMoney(terms.pointValueE6) },
    ],
    unrounded: because === null ? formatMoney((exact.over * 1_000_000n) / exact.under, 0) : "0",
    rounding: "DOWN",
    points: because === null ? String(exact.over / exact.under) : "0",
  };
}

function reasonAgainst(money: MoneyE6, terms: EarnTerms): string | null {
  if (!terms.mayIssue) return "PARTNER_MAY_NOT_ISSUE";
  if (terms.earnBps === 0) return "NO_BASE_RATE";
  return money === 0n ? "NOTHING_PAID_IN_MONEY" : null;
}
