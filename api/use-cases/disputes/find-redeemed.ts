import type { Actor } from "#api/kernel/actor.ts";
import { findCaptures } from "#api/ledger/read/disputable.ts";
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
  const captures = await findCaptures(
    deps.db,
    disputes.map(({ burnId }) => burnId),
  );
  return new Map(
    disputes.flatMap(({ id, burnId }): [string, Redeemed][] => {
      const captured = captures.get(burnId);
      return captured ? [[id, captured]] : [];
    }),
  );
}
