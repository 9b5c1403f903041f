import type { MoneyE6 } from "#api/kernel/money.ts";
import type { StatementSection } from "#api/ledger/chart.ts";
import type { SectionSum } from "#api/ledger/statement.ts";

/** What a partner's fees of a cycle are counted from. */
export type Activity = {
  /** Receipts at its tills on which points were earned or spent. */
  receipts: number;
  /** The money its points and redemptions moved. */
  turnoverE6: MoneyE6;
};

type FeeTerms = { feePerCycleE6: MoneyE6; feePerReceiptE6: MoneyE6; feeBps: number };

const FULL_BPS = 10_000n;

/** Fixed, by receipts and by turnover together; a percentage is rounded half up to the millionth. */
export function feeOf({ feePerCycleE6, feePerReceiptE6, feeBps }: FeeTerms, activity: Activity): MoneyE6 {
  const share = (activity.turnoverE6 * BigInt(feeBps) + FULL_BPS / 2n) / FULL_BPS;
  return feePerCycleE6 + feePerReceiptE6 * BigInt(activity.receipts) + share;
}

/** What a partner pays for the points it issued … */
const asIssuer: ReadonlySet<StatementSection> = new Set([
  "ISSUER_CHARGE",
  "ISSUE_BILLING",
  "ISSUE_BILLING_REVERSED",
  "DEBT_REPAID",
  "RETURN_ISSUER",
  "PREPAID_PACKS",
]);

/** … and what it is paid for the points redeemed at its place. */
const asRedeemer: ReadonlySet<StatementSection> = new Set(["REDEEMER_CREDIT", "RETURN_REDEEMER"]);

/**
 * The money a partner's points and redemptions moved: what it pays as an issuer and what it is paid as a redeemer, each
 * net of what came back in the cycle and never below zero, added up. Both are sections of its statement, so that the
 * partner can compute its fee from the same page.
 */
export function turnoverOf(sums: readonly SectionSum[]): MoneyE6 {
  const sumOf = (sections: ReadonlySet<StatementSection>) =>
    sums.filter(({ section }) => sections.has(section)).reduce((sum, { amountE6 }) => sum + amountE6, 0n);
  return notBelowZero(sumOf(asIssuer)) + notBelowZero(-sumOf(asRedeemer));
}

const notBelowZero = (amount: MoneyE6): MoneyE6 => (amount > 0n ? amount : 0n);
