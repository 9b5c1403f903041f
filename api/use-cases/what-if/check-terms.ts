import { InvalidValue } from "#api/use-cases/partners/refusals.ts";
import { checkNotNegative, checkWhole } from "#api/use-cases/partners/values.ts";
import type { NewTerms } from "#api/use-cases/what-if/terms.ts";

const SHARE_BPS = [0, 10_000] as const;

/** Terms that a contract could say. */
export function checkNewTerms(terms: NewTerms): NewTerms {
  const { funding, fundedShareBps, issueRateE6, redeemRateE6, breakageOperatorBps } = terms;
  const { feePerCycleE6, feePerReceiptE6, feeBps } = terms;
  if (issueRateE6 !== undefined) checkNotNegative("issueRate", issueRateE6);
  if (redeemRateE6 !== undefined) checkNotNegative("redeemRate", redeemRateE6);
  if (feePerCycleE6 !== undefined) checkNotNegative("feePerCycle", feePerCycleE6);
  if (feePerReceiptE6 !== undefined) checkNotNegative("feePerReceipt", feePerReceiptE6);
  if (feeBps !== undefined) checkWhole("feeBps", feeBps, SHARE_BPS);
  if (breakageOperatorBps !== undefined && breakageOperatorBps !== null) {
    checkWhole("breakageOperatorBps", breakageOperatorBps, SHARE_BPS);
  }
  if (fundedShareBps !== undefined) checkWhole("fundedShareBps", fundedShareBps, [1, 9_999]);
  if (funding === "SPLIT" && fundedShareBps === undefined) {
    throw new InvalidValue("fundedShareBps", "null", "given under this funding model");
  }
  return terms;
}
