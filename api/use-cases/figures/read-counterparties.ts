import type { Actor } from "#api/kernel/actor.ts";
import type { MoneyE6 } from "#api/kernel/money.ts";
import type { Points } from "#api/kernel/points.ts";
import { findOpenCycle } from "#api/ledger/cycles.ts";
import { readMatrices } from "#api/ledger/read/matrix.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { insideOf } from "#api/use-cases/partners/find-inside.ts";
import { findTerms } from "#api/use-cases/partners/find-terms.ts";

/** What two partners' members did at each other's tills in the open cycle. */
export type CounterpartyView = {
  /** Null: the others together, where the reader's contract names none of them. */
  counterpartyId: string | null;
  /** The partner's own points, spent there, and what it pays for them. */
  pointsThere: Points;
  chargeE6: MoneyE6;
  /** The other's points, spent at the partner, and what it is paid for them. */
  pointsHere: Points;
  creditE6: MoneyE6;
};

/**
 * Of each partner, the others it cleared with in the open cycle; its own points at its own tills are no clearing. A
 * partner whose contract does not name them reads one sum, of whatever others: their number and kind would name them.
 */
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
  const named = isOperators(actor) ? new Set(shown) : await namedTo(deps, shown);
  return new Map(
    shown.map((id) => {
      const others = new Map<string | null, CounterpartyView>();
      for (const { issuerId, redeemerId, points, chargeE6, reimbursementE6 } of cells) {
        if (issuerId !== id && redeemerId !== id) continue;
        const counterpartyId = named.has(id) ? (issuerId === id ? redeemerId : issuerId) : null;
        const other = others.get(counterpartyId) ?? { counterpartyId, ...nothing };
        const added =
          issuerId === id
            ? { pointsThere: other.pointsThere + points, chargeE6: other.chargeE6 + chargeE6 }
            : { pointsHere: other.pointsHere + points, creditE6: other.creditE6 + reimbursementE6 };
        others.set(counterpartyId, { ...other, ...added });
      }
      return [id, [...others.values()]];
    }),
  );
}

const nothing = { pointsThere: 0n, chargeE6: 0n, pointsHere: 0n, creditE6: 0n };

const isOperators = ({ kind }: Actor) => kind === "operator" || kind === "system";

/** The partners whose contract in force tells them the others' names. */
async function namedTo(deps: Deps, partnerIds: readonly string[]): Promise<Set<string>> {
  const terms = await findTerms(deps, partnerIds, deps.clock.now());
  return new Set(partnerIds.filter((id) => terms.get(id)?.contract?.namesCounterparties));
}
