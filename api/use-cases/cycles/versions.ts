import type { MoneyE6 } from "#api/kernel/money.ts";
import type { CycleRow } from "#api/ledger/cycles.ts";
import type { PartnerAmount } from "#api/ledger/movements.ts";

/** The last instant inside a cycle: the terms and the tax in force then are the cycle's. */
export const lastInstantOf = ({ cutoffAt }: Pick<CycleRow, "cutoffAt">): Date => new Date(cutoffAt.getTime() - 1);

/** The keys under which this version of a cycle and the ones before it posted. */
export function versionsOf(
  { id, version }: CycleRow,
  keyOf: (cycle: Pick<CycleRow, "id" | "version">) => string,
): string[] {
  return Array.from({ length: version }, (_none, before) => keyOf({ id, version: before + 1 }));
}

/** What is still to be posted so that each partner has what is due, by partner id. */
export function missingOf(due: ReadonlyMap<string, MoneyE6>, posted: ReadonlyMap<string, MoneyE6>): PartnerAmount[] {
  return [...new Set([...due.keys(), ...posted.keys()])]
    .sort()
    .map((partnerId) => ({ partnerId, amountE6: (due.get(partnerId) ?? 0n) - (posted.get(partnerId) ?? 0n) }))
    .filter(({ amountE6 }) => amountE6 !== 0n);
}
