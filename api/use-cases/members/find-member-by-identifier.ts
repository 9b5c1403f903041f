import type { Actor } from "#api/kernel/actor.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { membersWithProfile } from "#api/use-cases/members/find-members.ts";
import { type MemberView, viewMember } from "#api/use-cases/members/member-view.ts";
import { type MemberLookup, resolveMember } from "#api/use-cases/members/resolve-members.ts";

/** The member who shows a card or says a number: refused when unknown or blocked. */
export async function findMemberByIdentifier(deps: Deps, actor: Actor, lookup: MemberLookup): Promise<MemberView> {
  const { memberId } = await resolveMember(deps, actor, lookup);
  const [member] = await membersWithProfile(deps, [memberId]);
  if (!member) throw new Error(`${memberId} was found and is gone`);
  return viewMember(actor, member);
}
