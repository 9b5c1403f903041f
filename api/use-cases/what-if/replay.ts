import type { MoneyE6 } from "#api/kernel/money.ts";
import type { StatementSection } from "#api/ledger/chart.ts";
import type { Flow, PackFlow } from "#api/ledger/read/cycle-flows.ts";
import { type NewTerms, priced } from "#api/use-cases/what-if/terms.ts";

/** What a cycle's points come to under some terms: statements' sections by partner, and the operator's accounts. */
export type Replayed = {
  /** By partner, section and origin; `placeOf` makes the key. Positive: the partner owes. */
  sums: Map<string, Place & { amountE6: MoneyE6 }>;
  /** What the operator keeps: positive, it earns. */
  marginE6: MoneyE6;
  breakageE6: MoneyE6;
  /** What comes into the redemption funds and the packs, less what goes out. */
  fundE6: MoneyE6;
};

export type Place = { partnerId: string; section: StatementSection; originCycleId: string };

export const placeOf = ({ partnerId, section, originCycleId }: Place) => `${partnerId}|${section}|${originCycleId}`;

/** The sections that follow from points and prices alone. */
export const replayedSections: ReadonlySet<StatementSection> = new Set<StatementSection>([
  "ISSUER_CHARGE",
  "ISSUE_BILLING",
  "ISSUE_BILLING_REVERSED",
  "DEBT_REPAID",
  "DEBT_RECOVERED",
  "REDEEMER_CREDIT",
  "RETURN_ISSUER",
  "RETURN_REDEEMER",
  "BREAKAGE_SHARE",
  "PREPAID_PACKS",
]);

export type Given = {
  flows: readonly Flow[];
  packs: readonly PackFlow[];
  /** By partner; who is absent keeps the terms that each lot and redemption carries. */
  terms: ReadonlyMap<string, NewTerms>;
  /** The operator's share of breakage under new terms; without any, the contract's or else the programme's. */
  breakageBpsOf(issuerId: string, terms: NewTerms | undefined): number;
  operatorId: string;
};

/** Puts prices to what happened. Pure: the same points and terms come to the same amounts. */
export function replay(given: Given): Replayed {
  const { terms, operatorId } = given;
  const replayed: Replayed = { sums: new Map(), marginE6: 0n, breakageE6: 0n, fundE6: 0n };
  const bill = (place: Place, amountE6: MoneyE6) => {
    // The operator's own points are its cost, not anybody's statement.
    if (place.partnerId === operatorId || amountE6 === 0n) return;
    const key = placeOf(place);
    replayed.sums.set(key, { ...place, amountE6: (replayed.sums.get(key)?.amountE6 ?? 0n) + amountE6 });
  };
  for (const flow of given.flows) post(replayed, bill, flow, given);
  for (const { partnerId, originCycleId, points, priceE6 } of given.packs) {
    const own = terms.get(partnerId);
    if (own?.funding && own.funding !== "PREPAID") continue;
    const paid = points * (own?.issueRateE6 ?? priceE6);
    bill({ partnerId, section: "PREPAID_PACKS", originCycleId }, paid);
    replayed.fundE6 += paid;
  }
  return replayed;
}

type Bill = (place: Place, amountE6: MoneyE6) => void;

function post(replayed: Replayed, bill: Bill, flow: Flow, given: Given): void {
  const { kind, originCycleId, issuerId, redeemerId, points } = flow;
  const { issueRateE6, fundedRateE6, isPacked } = priced(flow, given.terms.get(issuerId));
  const [whole, funded] = [points * issueRateE6, points * fundedRateE6];
  const issuer = (section: StatementSection, amountE6: MoneyE6) =>
    bill({ partnerId: issuerId, section, originCycleId }, amountE6);
  const redeemer = (section: StatementSection, direction: 1n | -1n) => {
    if (redeemerId === null) return;
    const paid = points * redeemRateOf(flow, issueRateE6, given.terms.get(redeemerId));
    bill({ partnerId: redeemerId, section, originCycleId }, -direction * paid);
    replayed.marginE6 += direction * (whole - paid);
    replayed.fundE6 -= direction * funded;
  };
  switch (kind) {
    case "ISSUED":
      // Whoever would have bought its points in advance would have bought those that it issued.
      if (!isPacked || flow.isPacked) return;
      replayed.fundE6 += whole;
      issuer("PREPAID_PACKS", whole);
      return;
    case "AVAILABLE":
      if (isPacked) return;
      replayed.fundE6 += funded;
      issuer("ISSUE_BILLING", funded);
      return;
    case "TAKEN_BACK":
      if (isPacked) return;
      replayed.fundE6 -= funded;
      issuer("ISSUE_BILLING_REVERSED", -funded);
      return;
    case "REDEEMED":
      issuer("ISSUER_CHARGE", whole - funded);
      redeemer("REDEEMER_CREDIT", 1n);
      return;
    case "RETURNED":
      issuer("RETURN_ISSUER", funded - whole);
      redeemer("RETURN_REDEEMER", -1n);
      return;
    case "DEBT_REPAID":
      replayed.marginE6 += whole;
      replayed.fundE6 -= funded;
      issuer("DEBT_REPAID", whole - funded);
      return;
    case "DEBT_RECOVERED":
      replayed.marginE6 -= whole;
      issuer("DEBT_RECOVERED", -whole);
      return;
    case "CUT":
      replayed.fundE6 -= funded;
      issuer("BREAKAGE_SHARE", -funded);
      return;
    case "LAPSED": {
      const times = BigInt(flow.times);
      const operators = operatorShare(funded, issuerId, given) * times;
      replayed.fundE6 -= funded * times;
      replayed.breakageE6 += operators;
      issuer("BREAKAGE_SHARE", operators - funded * times);
      return;
    }
  }
}

/** Rounded down lot by lot, as the books do. */
function operatorShare(valueE6: MoneyE6, issuerId: string, { terms, breakageBpsOf, operatorId }: Given): MoneyE6 {
  if (issuerId === operatorId) return valueE6;
  return (valueE6 * BigInt(breakageBpsOf(issuerId, terms.get(issuerId)))) / 10_000n;
}

/** A partner's own points spent at itself may be paid at their price. */
function redeemRateOf(flow: Flow, issueRateE6: MoneyE6, terms: NewTerms | undefined): MoneyE6 {
  const policy = terms?.onUsPolicy ?? flow.onUsPolicy;
  if (flow.issuerId === flow.redeemerId && policy === "MARGIN_FREE") return issueRateE6;
  return terms?.redeemRateE6 ?? flow.redeemRateE6 ?? 0n;
}
