import type { Actor } from "#api/kernel/actor.ts";
import { findEffects, findRedemptions, type Redemption } from "#api/ledger/read/redemptions.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { findPurchases } from "./find-purchases.ts";

/** The redemption that paid a part of each purchase, by purchase; visible to whoever sees the purchase. */
export async function findPurchaseRedemptions(
  deps: Deps,
  actor: Actor,
  purchaseIds: readonly string[],
): Promise<Map<string, Redemption>> {
  const visible = await findPurchases(deps, actor, purchaseIds);
  const paid = [...visible.values()].filter(({ pointsSpent }) => pointsSpent > 0n);
  const effects = await findEffects(
    deps.db,
    paid.map(({ deedId }) => deedId),
  );
  const burnIdOf = (deedId: string) => effects.get(deedId)?.burnIds[0];
  const found = await findRedemptions(
    deps.db,
    paid.flatMap(({ deedId }) => burnIdOf(deedId) ?? []),
  );
  return new Map(
    paid.flatMap(({ id, deedId }) => {
      const redemption = found.get(burnIdOf(deedId) ?? "");
      return redemption ? [[id, redemption] as const] : [];
    }),
  );
}
