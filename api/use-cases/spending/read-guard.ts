import type { Actor } from "#api/kernel/actor.ts";
import { may } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { type Guard, ownGuards } from "./guard.ts";

export type GuardView = Guard;

const open: Guard = {
  locked: false,
  allowedPartnerIds: [],
  dayMost: null,
  confirmAbove: null,
  confirmNewPlaces: false,
  needsCode: false,
};

/** What members set for themselves; a member hears their own, the operator's support everybody's, tills nothing. */
export async function findGuards(
  deps: Deps,
  actor: Actor,
  memberIds: readonly string[],
): Promise<Map<string, GuardView>> {
  const isOwn = actor.kind === "member" && may(actor, "spend:guard");
  if (!isOwn && actor.kind !== "operator") return new Map();
  const seen = memberIds.filter((id) => actor.kind !== "member" || actor.memberId === id);
  const guards = await ownGuards(deps, seen);
  return new Map(seen.map((id, at) => [id, guards[at] ?? open]));
}
