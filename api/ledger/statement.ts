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

/** One row of a statement, as it is stored: amounts are decimal strings of millionths. */
export type StatementLine = {
  section: StatementSection;
  /** Null: the matter began in the statement's own cycle. Else it is a prior-cycle item. */
  originCycleId: string | null;
  amountE6: string;
  entryCount: number;
};

export type StatementFacts = {
  cycleId: string;
  partnerId: string;
  version: number;
  currency: string;
  openingE6: MoneyE6;
  sums: readonly SectionSum[];
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
      ({ section, originCycleId, amountE6, entryCount }): StatementLine => ({
        section,
        originCycleId: originCycleId === facts.cycleId ? null : originCycleId,
        amountE6: String(amountE6),
        entryCount,
      }),
    )
    .sort(inOrder);
  const positionE6 = lines.reduce((sum, line) => sum + BigInt(line.amountE6), facts.openingE6);
  if (positionE6 !== facts.settledE6 + facts.carriedE6) {
    throw new Error(`statement of ${facts.partnerId}: ${positionE6} is not ${facts.settledE6} + ${facts.carriedE6}`);
  }
  return { lines, positionE6, hash: fingerprint({ ...facts, lines, positionE6 }) };
}

const sections = Object.keys(statementSections);

function inOrder(a: StatementLine, b: StatementLine): number {
  const [first, second] = [a.originCycleId ?? "", b.originCycleId ?? ""];
  if (first !== second) return first < second ? -1 : 1;
  return sections.indexOf(a.section) - sections.indexOf(b.section);
}
