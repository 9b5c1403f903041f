import { type Actor, systemActor } from "#api/kernel/actor.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { MemberBlocked } from "#api/use-cases/members/refusals.ts";
import { resolveMember } from "#api/use-cases/members/resolve-members.ts";
import type { MemberRef } from "#api/use-cases/purchases/context.ts";

/** Members may not look others up, but may give to whom they can name; the answer shows them nothing of the other. */
export async function namedMember(deps: Deps, actor: Actor, ref: MemberRef): Promise<string> {
  const { memberId, status } = await resolveMember(deps, systemActor, ref);
  if (actor.kind === "member" && status === "BLOCKED") throw new MemberBlocked(memberId);
  return memberId;
}
