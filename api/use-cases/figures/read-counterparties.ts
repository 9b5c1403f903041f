import type { Actor } from "#api/kernel/actor.ts";
import type { MoneyE6 } from "#api/kernel/money.ts";
import type { Points } from "#api/kernel/points.ts";
import { findOpenCycle } from "#api/ledger/cycles.ts";
import { readMatrices } from "#api/ledger/read/matrix.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { insideOf } from "#api/use-cases/partners/find-inside.ts";

/** What two partners' members did at each other's tills in the open cycle. */
export type CounterpartyView = {
  counterpartyId: string;
  /** The partner's own points, spent there, and what it pays for them. */
  pointsThere: Points;
  chargeE6: MoneyE6;
  /** The other's points, spent at the partner, and what it is paid for them. */
  pointsHere: Points;
  creditE6: MoneyE6;
};

/** Of each partner, the others it cleared with in the open cycle; its own points at its own tills are no clearing. */
export async function readCounterparties(
  deps: Deps,
  actor: Actor,
  partnerIds: readonly string[],
): Promise<Map<string, CounterpartyView[]>> {
  const shown = insideOf(actor, "position:read", partnerIds);
  const cycle = shown.length > 0 ? await findOpenCycle(deps.db) : null;
  if (!cycle) return new Map(shown.map((id) => [id, []]));
  const cells = ((await readMatrices(deps.db, [cycle.id])).get(cycle.id) ?? []).filter(
    ({ issuerId, redeemerId }) => issuerId !== redeemerId,
  );
  return new Map(
    shown.map((id) => {
      const others = new Map<string, CounterpartyView>();
      const of = (counterpartyId: string) =>
        others.get(counterpartyId) ?? { counterpartyId, pointsThere: 0n, chargeE6: 0n, pointsHere: 0n, creditE6: 0n };
      for (const { issuerId, redeemerId, points, chargeE6, reimbursementE6 } of cells) {
        if (issuerId === id) others.set(redeemerId, { ...of(redeemerId), pointsThere: points, chargeE6 });
        if (redeemerId === id) others.set(issuerId, { ...of(issuerId), pointsHere: points, creditE6: reimbursementE6 });
      }
      return [id, [...others.values()]];
    }),
  );
}
