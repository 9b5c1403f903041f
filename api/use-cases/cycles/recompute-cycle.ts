import { type MoneyE6, minorUnitE6 } from "#api/kernel/money.ts";
import type { CycleRow } from "#api/ledger/cycles.ts";
import { type Netting, nettings } from "#api/ledger/nettings.ts";
import { readNetted, readPositions } from "#api/ledger/read/positions.ts";
import type { Obligation } from "#api/sql/rows.ts";
import { BooksBroken } from "#api/use-cases/cycles/refusals.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";

/** A cycle netted again from its lines, beside what is stored and what was posted. */
export type Recomputed = {
  /** The rules that do not hold, as `npm run verify` names them; none: all three agree. */
  rules: string[];
  /** How far stored or posted amounts are from the recomputed ones, all partners together, never below zero. */
  differenceE6: MoneyE6;
};

/** Refuses when what is stored, or what was posted, is anything else than the cycle's lines give. */
export async function requireRecomputed(deps: Deps, cycle: CycleRow): Promise<void> {
  const { rules } = await recompute(deps, cycle);
  if (rules.length > 0) throw new BooksBroken(rules);
}

/** Nets a netted cycle again. */
export async function recompute(deps: Deps, cycle: CycleRow): Promise<Recomputed> {
  const { minorDigits } = await findProgramme(deps);
  const stored = await deps.db.obligation.findMany({ where: { cycleId: cycle.id, version: cycle.version } });
  const positions = (await readPositions(deps.db, [cycle.id])).get(cycle.id) ?? [];
  const posted = await readNetted(deps.db, cycle.id);
  const again = new Map(nettings(positions, minorDigits).map((netting) => [netting.partnerId, netting]));
  const isStored = stored.length === again.size && stored.every((one) => agrees(one, again.get(one.partnerId)));
  const unitE6 = minorUnitE6(minorDigits);
  const owed = new Map(stored.map((one) => [one.partnerId, one]));
  const dueOf = (partnerId: string) => (owed.get(partnerId)?.amountMinor ?? 0n) * unitE6;
  const partnerIds = [...new Set([...again.keys(), ...owed.keys(), ...posted.keys()])];
  const isPosted = partnerIds.every((id) => (posted.get(id) ?? 0n) === dueOf(id));
  const differences = partnerIds.map(
    (id) => abs((owed.get(id)?.netE6 ?? 0n) - (again.get(id)?.netE6 ?? 0n)) + abs((posted.get(id) ?? 0n) - dueOf(id)),
  );
  return {
    rules: [...(isStored ? [] : ["I09"]), ...(isPosted ? [] : ["I10"])],
    differenceE6: differences.reduce((sum, difference) => sum + difference, 0n),
  };
}

function agrees(stored: Obligation, again: Netting | undefined): boolean {
  return again !== undefined && stored.netE6 === again.netE6 && stored.carriedE6 === again.carriedE6;
}

const abs = (amount: bigint) => (amount < 0n ? -amount : amount);
