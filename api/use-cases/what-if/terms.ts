import type { MoneyE6 } from "#api/kernel/money.ts";
import { fundedRateE6 } from "#api/ledger/issue-terms.ts";
import type { Flow } from "#api/ledger/read/cycle-flows.ts";
import type { FundingModel, OnUsPolicy } from "#api/sql/rows.ts";
import type { TermChange, Terms } from "#api/use-cases/partners/contract-terms.ts";

/** The terms that decide what points cost. Absent: as each lot and each redemption carries it. */
export type NewTerms = {
  funding?: FundingModel;
  /** With SPLIT: the part paid when points become available. */
  fundedShareBps?: number;
  issueRateE6?: MoneyE6;
  redeemRateE6?: MoneyE6;
  onUsPolicy?: OnUsPolicy;
  /** Null: the programme's share. */
  breakageOperatorBps?: number | null;
  feePerCycleE6?: MoneyE6;
  feePerReceiptE6?: MoneyE6;
  feeBps?: number;
};

/** Terms that what happened does not depend on, as far as a replay can know: they change what people do. */
const replayed = new Set<keyof Terms>([
  "funding",
  "fundedShareBps",
  "issueRateE6",
  "redeemRateE6",
  "onUsPolicy",
  "breakageOperatorBps",
  "feePerCycleE6",
  "feePerReceiptE6",
  "feeBps",
]);

/** What a proposal changes of what can be replayed. */
export function newTermsOf(changes: readonly TermChange[], { funding, fundedShareBps }: Terms): NewTerms {
  const changed = changes.filter(({ term }) => replayed.has(term)).map(({ term, after }) => [term, after] as const);
  const terms: NewTerms = Object.fromEntries(changed.filter(([term]) => term !== "fundedShareBps"));
  return funding === "SPLIT" && fundedShareBps !== null ? { ...terms, fundedShareBps } : terms;
}

export type Price = { issueRateE6: MoneyE6; fundedRateE6: MoneyE6; isPacked: boolean };

/** What points of a flow cost under new terms; without any, what they cost. */
export function priced(flow: Flow, terms: NewTerms | undefined): Price {
  const { isPacked } = flow;
  const funding = terms?.funding ?? flow.funding;
  const issueRateE6 = terms?.issueRateE6 ?? flow.issueRateE6;
  const isSame = funding === flow.funding && issueRateE6 === flow.issueRateE6 && terms?.fundedShareBps === undefined;
  if (isSame) return { issueRateE6, fundedRateE6: flow.fundedRateE6, isPacked };
  const fundedShareBps = terms?.fundedShareBps ?? shareOf(flow);
  return {
    issueRateE6,
    fundedRateE6: fundedRateE6({ funding, issueRateE6, fundedShareBps }),
    isPacked: funding === "PREPAID",
  };
}

/** The share a SPLIT lot was issued with, to the basis point. */
function shareOf({ issueRateE6, fundedRateE6: funded }: Flow): number {
  return issueRateE6 === 0n ? 0 : Number((funded * 10_000n + issueRateE6 - 1n) / issueRateE6);
}
