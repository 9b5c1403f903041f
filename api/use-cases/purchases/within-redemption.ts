import type { Points } from "#api/kernel/points.ts";
import { findDisputable } from "#api/ledger/read/disputable.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { effectsOf } from "./answer.ts";

/** The redemption that a return's restored points come out of; null when none are restored. */
export type Undone = { pointsRestored: Points; burnId: string | null };

/**
 * A dispute may have given the member points of this redemption already: a return gives what is left of them and is
 * never refused for it.
 */
export async function withinRedemption<Back extends { pointsRestored: Points }>(
  deps: Deps,
  deedId: string,
  undone: Back,
): Promise<Back & Undone> {
  if (undone.pointsRestored === 0n) return { ...undone, burnId: null };
  const [burnId] = (await effectsOf(deps, { deedId })).burnIds;
  const redemption = burnId ? await findDisputable(deps.db, burnId) : null;
  if (!redemption) throw new Error(`deed ${deedId} spent points without a redemption`);
  const open = redemption.byIssuer.values().reduce((sum, part) => sum + part.open, 0n);
  const pointsRestored = undone.pointsRestored < open ? undone.pointsRestored : open;
  return { ...undone, pointsRestored, burnId: redemption.id };
}
