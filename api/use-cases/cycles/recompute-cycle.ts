import { minorUnitE6 } from "#api/kernel/money.ts";
import type { CycleRow } from "#api/ledger/cycles.ts";
import { type Netting, nettings } from "#api/ledger/nettings.ts";
import { readNetted, readPositions } from "#api/ledger/read/positions.ts";
import type { Obligation } from "#api/sql/rows.ts";
import { BooksBroken } from "#api/use-cases/cycles/refusals.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";

/** Nets the cycle again from its lines and refuses when what is stored, or what was posted, is anything else. */
export async function requireRecomputed(deps: Deps, cycle: CycleRow): Promise<void> {
  const { minorDigits } = await findProgramme(deps);
  const stored = await deps.db.obligation.findMany({ where: { cycleId: cycle.id, version: cycle.version } });
  const positions = (await readPositions(deps.db, [cycle.id])).get(cycle.id) ?? [];
  const posted = await readNetted(deps.db, cycle.id);
  const again = new Map(nettings(positions, minorDigits).map((netting) => [netting.partnerId, netting]));
  const isStored = stored.length === again.size && stored.every((one) => agrees(one, again.get(one.partnerId)));
  const unitE6 = minorUnitE6(minorDigits);
  const isPosted = stored.every((one) => (posted.get(one.partnerId) ?? 0n) === one.amountMinor * unitE6);
  const rules = [...(isStored ? [] : ["I09"]), ...(isPosted ? [] : ["I10"])];
  if (rules.length > 0) throw new BooksBroken(rules);
}

function agrees(stored: Obligation, again: Netting | undefined): boolean {
  return again !== undefined && stored.netE6 === again.netE6 && stored.carriedE6 === again.carriedE6;
}
