import type { Actor } from "#api/kernel/actor.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { findDisputes } from "#api/use-cases/disputes/find-disputes.ts";

/** What both sides of a dispute know of the redemption, whoever may see all of it. */
export type Redeemed = { redeemedAt: Date; cycleId: string };

/** By dispute. */
export async function findRedeemed(
  deps: Deps,
  actor: Actor,
  disputeIds: readonly string[],
): Promise<Map<string, Redeemed>> {
  const disputes = [...(await findDisputes(deps, actor, disputeIds)).values()];
  const burns = await deps.db.burn.findMany({
    where: { id: { in: disputes.map(({ burnId }) => burnId) } },
    select: { id: true, capturedAt: true, cycleId: true },
  });
  const byBurn = new Map(burns.map((burn) => [burn.id, burn]));
  return new Map(
    disputes.flatMap(({ id, burnId }): [string, Redeemed][] => {
      const { capturedAt, cycleId } = byBurn.get(burnId) ?? {};
      return capturedAt && cycleId ? [[id, { redeemedAt: capturedAt, cycleId }]] : [];
    }),
  );
}
