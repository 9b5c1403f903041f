import { formatMoney, type MoneyE6 } from "#api/kernel/money.ts";
import type { CampaignSet } from "./campaign-set.ts";
import type { Effect } from "./effects.ts";
import { ENGINE_VERSION, type Explanation, type ExplanationStep } from "./explanation.ts";
import type { Count, Room } from "./limits.ts";
import type { MemberFacts } from "./member-facts.ts";
import { type Activity, type Currency, moneyPart, type Place, type Receipt } from "./purchase.ts";
import { spread } from "./spread.ts";

/** The partner's own terms on the day of the receipt. */
export type EarnTerms = Currency & {
  contractId: string;
  contractVersion: number;
  /** Basis points of the part paid in money. */
  earnBps: number;
  /** False for a partner that only redeems, or that may not issue at present. */
  mayIssue: boolean;
};

/** Where what the till took off differs from what campaigns grant; nobody funds what is above that. */
export type Difference = { seq: number; campaignId: string; givenE6: MoneyE6; grantedE6: MoneyE6 };

export type Evaluation = {
  effects: Effect[];
  /** What it takes from limits, to be taken in the transaction that books the effects. */
  counts: Count[];
  differences: Difference[];
  explanation: Explanation;
};

export type Question = {
  receipt: Receipt;
  /** Set where no purchase but an activity is evaluated; the receipt then has no lines and comes to nothing. */
  activity?: Activity | null;
  member: MemberFacts;
  campaigns: CampaignSet;
  room: Room;
  terms: EarnTerms;
  place: Place;
  now: Date;
};

/**
 * The one pure door of the engine: the quote, the till, the offline batch and every simulation ask here.
 * The same question gives the same answer, byte for byte.
 */
export function evaluate({ receipt, terms }: Question): Evaluation {
  const base = baseRule(receipt, terms);
  const points = BigInt(base.points);
  const byLine = spread(
    points,
    receipt.lines.map((line) => line.amountE6),
  );
  const parts = { total: points, byLine };
  const funders = [{ partnerId: receipt.partnerId, ...parts }];
  return {
    effects: points > 0n ? [{ kind: "points", source: null, ...parts, funders }] : [],
    counts: [],
    differences: [],
    explanation: {
      engineVersion: ENGINE_VERSION,
      contractId: terms.contractId,
      contractVersion: terms.contractVersion,
      points: String(points),
      steps: [base],
    },
  };
}

/** Points for what was paid in money, rounded down once for the whole receipt. */
function baseRule(receipt: Receipt, terms: EarnTerms): ExplanationStep {
  const money = moneyPart(receipt, terms);
  const exact = { over: money * BigInt(terms.earnBps), under: 10_000n * terms.pointValueE6 };
  const because = reasonAgainst(money, terms);
  return {
    rule: "BASE",
    campaign: null,
    applied: because === null,
    because,
    condition: null,
    about: null,
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
    gave: [],
  };
}

function reasonAgainst(money: MoneyE6, terms: EarnTerms): string | null {
  if (!terms.mayIssue) return "PARTNER_MAY_NOT_ISSUE";
  if (terms.earnBps === 0) return "NO_BASE_RATE";
  return money === 0n ? "NOTHING_PAID_IN_MONEY" : null;
}
