import type { Actor } from "#api/kernel/actor.ts";
import type { MoneyE6 } from "#api/kernel/money.ts";
import { findExposures } from "#api/ledger/exposures.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { insideOf } from "#api/use-cases/partners/find-inside.ts";

/** What the coalition could lose if the partner failed now, and what secures it. */
export type ExposureView = {
  partnerId: string;
  exposureE6: MoneyE6;
  outstandingE6: MoneyE6;
  collateralE6: MoneyE6;
  lossPoolE6: MoneyE6;
  limitE6: MoneyE6 | null;
  /** Null where there is no limit. */
  usedBps: number | null;
};

export async function readExposures(
  deps: Deps,
  actor: Actor,
  partnerIds: readonly string[],
): Promise<Map<string, ExposureView>> {
  const shown = insideOf(actor, "exposure:read", partnerIds);
  if (shown.length === 0) return new Map();
  const rows = await findExposures(deps.db, shown);
  return new Map(
    rows.map(({ partnerId, positionE6, dueE6, outstandingE6, collateralE6, lossPoolE6, limitE6 }) => {
      const owed = atLeastZero(positionE6 + dueE6);
      const exposureE6 = atLeastZero(owed + outstandingE6 - collateralE6 - lossPoolE6);
      const usedBps = limitE6 ? Number((exposureE6 * 10_000n) / limitE6) : null;
      return [partnerId, { partnerId, exposureE6, outstandingE6, collateralE6, lossPoolE6, limitE6, usedBps }];
    }),
  );
}

const atLeastZero = (amount: bigint) => (amount > 0n ? amount : 0n);
