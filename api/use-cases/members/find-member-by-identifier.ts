import type { Actor } from "#api/kernel/actor.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { type MemberView, viewMember } from "#api/use-cases/members/member-view.ts";
import { type MemberLookup, resolveMember } from "#api/use-cases/members/resolve-members.ts";

/** The member who shows a card or says a number: refused when unknown or blocked. */
export async function findMemberByIdentifier(deps: Deps, actor: Actor, lookup: MemberLookup): Promise<MemberView> {
  const { memberId } = await resolveMember(deps, actor, lookup);
  const member = await deps.db.member.findUniqueOrThrow({ where: { id: memberId }, include: { profile: true } });
  return viewMember(actor, member);
}
