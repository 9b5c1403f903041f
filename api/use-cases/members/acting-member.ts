import { Forbidden } from "#api/kernel/access.ts";
import { type Actor, systemActor } from "#api/kernel/actor.ts";
import { can, type Permission } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { MemberBlocked } from "#api/use-cases/members/refusals.ts";
import { resolveMember } from "#api/use-cases/members/resolve-members.ts";

/** Whose own deed it is: a member that acts, if it may. */
export function actingMember(actor: Actor, permission: Permission): string {
  can(actor, permission);
  if (actor.kind !== "member") throw new Forbidden(permission);
  return actor.memberId;
}

/** A member that is blocked spends nothing. */
export async function requireUnblocked(deps: Deps, memberId: string): Promise<void> {
  const { status } = await resolveMember(deps, systemActor, { memberId });
  if (status === "BLOCKED") throw new MemberBlocked(memberId);
}
