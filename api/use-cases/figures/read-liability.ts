import type { Actor } from "#api/kernel/actor.ts";
import { findLiability, type Liability } from "#api/ledger/read/liability.ts";
import { inSnapshot } from "#api/sql/snapshot.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { insideOf } from "#api/use-cases/partners/find-inside.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";

export type LiabilityOfCycle = Liability & { cycleId: string; expectedRedemptionBps: number; readAt: Date };

/**
 * What an issuer's unspent points come to at the end of a cycle, of the one that runs when none is named. Null where
 * the viewer may not see it, and for a cycle that is not there.
 */
export async function readLiability(
  deps: Deps,
  actor: Actor,
  { partnerId, cycleId }: { partnerId: string; cycleId: string | null },
): Promise<LiabilityOfCycle | null> {
  if (insideOf(actor, "position:read", [partnerId]).length === 0) return null;
  const { timeZone, expectedRedemptionBps } = await findProgramme(deps);
  return inSnapshot(deps.db, async (tx) => {
    const cycle = await tx.cycle.findFirst({ where: cycleId ? { id: cycleId } : { state: "OPEN" } });
    if (!cycle) return null;
    const liability = await findLiability(tx, { partnerId, cycleId: cycle.id, timeZone });
    return { ...liability, cycleId: cycle.id, expectedRedemptionBps, readAt: deps.clock.now() };
  });
}
