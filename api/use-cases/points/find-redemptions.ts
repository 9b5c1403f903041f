import { type Actor, partnerOf } from "#api/kernel/actor.ts";
import { type Redemption, findRedemptions as redemptionsById } from "#api/ledger/read/redemptions.ts";
import { may } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { everyIdOf } from "#api/use-cases/members/one-person.ts";

/** Redemptions by id, as far as the actor may see them: the redeemer its own, a member their own, the operator all. */
export async function findRedemptions(
  deps: Deps,
  actor: Actor,
  ids: readonly string[],
): Promise<Map<string, Redemption>> {
  if (!may(actor, "purchase:read")) return new Map();
  const sees = await visibleTo(deps, actor);
  const found = await redemptionsById(deps.db, ids);
  return new Map([...found].filter(([, redemption]) => sees(redemption)));
}

async function visibleTo(deps: Deps, actor: Actor): Promise<(redemption: Redemption) => boolean> {
  const partnerId = partnerOf(actor);
  if (partnerId) return ({ redeemerId }) => redeemerId === partnerId;
  if (actor.kind !== "member") return () => true;
  const own = new Set(await everyIdOf(deps.db, actor.memberId));
  return ({ memberId }) => own.has(memberId);
}
