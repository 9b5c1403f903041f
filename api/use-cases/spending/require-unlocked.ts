import type { Deps } from "#api/use-cases/deps.ts";
import { ownGuards } from "./guard.ts";
import { SpendLocked } from "./refusals.ts";

/** Points that are locked leave the wallet in no way that a member chooses. */
export async function requireUnlocked(deps: Deps, memberId: string): Promise<void> {
  const [guard] = await ownGuards(deps, [memberId]);
  if (guard?.locked) throw new SpendLocked(memberId);
}
