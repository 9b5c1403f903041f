import { type MoneyE6, minorUnitE6 } from "#api/kernel/money.ts";
import type { CycleRow } from "#api/ledger/cycles.ts";
import type { LineTax, SectionSum } from "#api/ledger/statement.ts";
import type { TaxRule } from "#api/sql/rows.ts";
import { lastInstantOf } from "#api/use-cases/cycles/versions.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";

/** The tax rules of one cycle: those in force at its last instant. */
export type TaxRules = {
  hasOnTop: boolean;
  /** The partner's own rule for the section, else everybody's, else null: no rule, no tax. */
  find(partnerId: string, section: string): TaxRule | null;
  unitE6: MoneyE6;
};

export async function taxRulesOf(deps: Deps, cycle: CycleRow): Promise<TaxRules> {
  const at = lastInstantOf(cycle);
  const { minorDigits } = await findProgramme(deps);
  const rules = await deps.db.taxRule.findMany({
    where: { validFrom: { lte: at }, OR: [{ validUntil: null }, { validUntil: { gt: at } }] },
  });
  const byPlace = new Map(rules.map((rule) => [placeOf(rule.partnerId, rule.section), rule]));
  return {
    hasOnTop: rules.some(({ basis }) => basis === "ON_TOP"),
    find: (partnerId, section) =>
      byPlace.get(placeOf(partnerId, section)) ?? byPlace.get(placeOf(null, section)) ?? null,
    unitE6: minorUnitE6(minorDigits),
  };
}

const placeOf = (partnerId: string | null, section: string) => `${partnerId ?? ""}|${section}`;

/** The tax on one line of a statement. Null where none is configured. */
export function taxOnLine(rules: TaxRules, partnerId: string, { section, amountE6 }: SectionSum): LineTax | null {
  const rule = rules.find(partnerId, section);
  return (
    rule && { code: rule.code, rateBps: rule.rateBps, basis: rule.basis, taxE6: taxOn(amountE6, rule, rules.unitE6) }
  );
}

/** What comes on top of a partner's lines. */
export function onTopOf(rules: TaxRules, partnerId: string, sums: readonly SectionSum[]): MoneyE6 {
  return sums.reduce((sum, line) => {
    const tax = taxOnLine(rules, partnerId, line);
    return tax?.basis === "ON_TOP" ? sum + tax.taxE6 : sum;
  }, 0n);
}

const FULL_BPS = 10_000n;

/** INCLUDED: the part of the amount that is tax. ON_TOP: what is added to it. In whole minor units, half away from zero. */
export function taxOn(amountE6: MoneyE6, rule: Pick<TaxRule, "basis" | "rateBps">, unitE6: MoneyE6): MoneyE6 {
  const rate = BigInt(rule.rateBps);
  const base = rule.basis === "INCLUDED" ? FULL_BPS + rate : FULL_BPS;
  return roundedQuotient(amountE6 * rate, base * unitE6) * unitE6;
}

function roundedQuotient(dividend: bigint, divisor: bigint): bigint {
  const magnitude = dividend < 0n ? -dividend : dividend;
  const quotient = (2n * magnitude + divisor) / (2n * divisor);
  return dividend < 0n ? -quotient : quotient;
}
