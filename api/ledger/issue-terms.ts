import type { MoneyE6 } from "#api/kernel/money.ts";
import type { Points } from "#api/kernel/points.ts";
import type { Funding, IssueTerms } from "#api/ledger/movements.ts";

/** What a contract says about new points. */
export type IssuingContract = {
  partnerId: string;
  funding: Funding;
  issueRateE6: MoneyE6;
  /** SPLIT: the part paid when points become available, basis points. */
  fundedShareBps: number | null;
  prepaidStopPoints: Points | null;
};

/** The terms of new points under a contract, as their lots will carry them. */
export function issueTerms(contract: IssuingContract): IssueTerms {
  const { partnerId: issuerId, funding, issueRateE6, prepaidStopPoints } = contract;
  const terms = { issuerId, funding, issueRateE6, fundedRateE6: fundedRateE6(contract) };
  return funding === "PREPAID" ? { ...terms, stopPoints: prepaidStopPoints ?? 0n } : terms;
}

/** What of the issue price is paid when points become available; a share is rounded down to the millionth. */
export function fundedRateE6({
  funding,
  issueRateE6,
  fundedShareBps,
}: Omit<IssuingContract, "partnerId" | "prepaidStopPoints">): MoneyE6 {
  switch (funding) {
    case "ON_BURN":
      return 0n;
    case "SPLIT":
      return (issueRateE6 * BigInt(fundedShareBps ?? 0)) / 10_000n;
    case "ON_ISSUE":
    case "PREPAID":
      return issueRateE6;
  }
}
