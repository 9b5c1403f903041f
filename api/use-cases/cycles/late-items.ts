import type { Actor } from "#api/kernel/actor.ts";
import { type LateItem, readLateItems } from "#api/ledger/read/late-items.ts";
import { sideOf } from "#api/use-cases/cycles/side.ts";
import type { Deps } from "#api/use-cases/deps.ts";

/** What came into cycles late; partners see their own part of it. */
export async function findLateItems(
  deps: Deps,
  actor: Actor,
  cycleIds: readonly string[],
): Promise<Map<string, LateItem[]>> {
  const side = sideOf(actor, "position:read");
  return side ? readLateItems(deps.db, cycleIds, side.partnerId) : new Map();
}
