import { fingerprint } from "#api/kernel/fingerprint.ts";
import type { MoneyE6 } from "#api/kernel/money.ts";
import { type StatementSection, statementSections } from "#api/ledger/chart.ts";

/** What a partner's POSITION lines of one cycle add up to in one section, by the cycle in which the matter began. */
export type SectionSum = {
  section: StatementSection;
  originCycleId: string;
  /** Positive: the partner owes. */
  amountE6: MoneyE6;
  entryCount: number;
};

/** The tax on one row, as it is configured: contained in the amount, or charged on top of it in the TAX section. */
export type LineTax = { code: string; rateBps: number; basis: "INCLUDED" | "ON_TOP"; taxE6: MoneyE6 };

export type TaxedSum = SectionSum & { tax?: LineTax | null };

/** One row of a statement, as it is stored: amounts are decimal strings of millionths. */
export type StatementLine = {
  section: StatementSection;
  /** Null: the matter began in the statement's own cycle. Else it is a prior-cycle item. */
  originCycleId: string | null;
  amountE6: string;
  entryCount: number;
  /** Null, all four: no tax is configured for the row. */
  taxCode: string | null;
  taxRateBps: number | null;
  taxBasis: LineTax["basis"] | null;
  taxE6: string | null;
};

export type StatementFacts = {
  cycleId: string;
  partnerId: string;
  version: number;
  currency: string;
  openingE6: MoneyE6;
  sums: readonly TaxedSum[];
  settledE6: MoneyE6;
  carriedE6: MoneyE6;
};

export type Statement = { lines: StatementLine[]; positionE6: MoneyE6; hash: string };

/**
 * A partner's itemised account of a cycle: own items in the order of the sections, then prior-cycle items by origin.
 * Same facts, same bytes, same hash; figures that do not add up never become a statement.
 */
export function statement({ sums, ...facts }: StatementFacts): Statement {
  const lines = sums
    .filter(({ section, amountE6, entryCount }) => section !== "NET" && (amountE6 !== 0n || entryCount > 0))
    .map(
      ({ section, originCycleId, amountE6, entryCount, tax }): StatementLine => ({
        section,
        originCycleId: originCycleId === facts.cycleId ? null : originCycleId,
        amountE6: String(amountE6),
        entryCount,
        taxCode: tax?.code ?? null,
        taxRateBps: tax?.rateBps ?? null,
        taxBasis: tax?.basis ?? null,
        taxE6: tax ? String(tax.taxE6) : null,
      }),
    )
    .sort(inOrder);
  const positionE6 = lines.reduce((sum, line) => sum + BigInt(line.amountE6), facts.openingE6);
  if (positionE6 !== facts.settledE6 + facts.carriedE6) {
    throw new Error(`statement of ${facts.partnerId}: ${positionE6} is not ${facts.settledE6} + ${facts.carriedE6}`);
  }
  const chargedE6 = sumOf(lines.filter(({ section }) => section === "TAX").map(({ amountE6 }) => amountE6));
  const onTopE6 = sumOf(lines.filter(({ taxBasis }) => taxBasis === "ON_TOP").map(({ taxE6 }) => taxE6 ?? "0"));
  if (chargedE6 !== onTopE6) {
    throw new Error(`statement of ${facts.partnerId}: ${chargedE6} of tax was charged, the rows say ${onTopE6}`);
  }
  return { lines, positionE6, hash: fingerprint({ ...facts, lines, positionE6 }) };
}

const sumOf = (amounts: readonly string[]) => amounts.reduce((sum, amount) => sum + BigInt(amount), 0n);

const sections = Object.keys(statementSections);

function inOrder(a: StatementLine, b: StatementLine): number {
  const [first, second] = [a.originCycleId ?? "", b.originCycleId ?? ""];
  if (first !== second) return first < second ? -1 : 1;
  return sections.indexOf(a.section) - sections.indexOf(b.section);
}
