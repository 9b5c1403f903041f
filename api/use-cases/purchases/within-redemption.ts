import type { TakenBack } from "#api/engine/return.ts";
import { findDisputable } from "#api/ledger/read/disputable.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { effectsOf } from "./answer.ts";

/** What a return undoes, with the redemption its restored points come out of; null when none are restored. */
export type Undone = TakenBack & { burnId: string | null };

/**
 * A dispute may have given the member points of this redemption already: a return gives what is left of them and is
 * never refused for it.
 */
export async function withinRedemption(deps: Deps, deedId: string, undone: TakenBack): Promise<Undone> {
  if (undone.pointsRestored === 0n) return { ...undone, burnId: null };
  const [burnId] = (await effectsOf(deps, deedId)).burnIds;
  const redemption = burnId ? await findDisputable(deps.db, burnId) : null;
  if (!redemption) throw new Error(`deed ${deedId} spent points without a redemption`);
  const open = redemption.byIssuer.values().reduce((sum, part) => sum + part.open, 0n);
  const pointsRestored = undone.pointsRestored < open ? undone.pointsRestored : open;
  return { ...undone, pointsRestored, burnId: redemption.id };
}
