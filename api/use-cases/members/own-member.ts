import type { Actor } from "#api/kernel/actor.ts";
import type { Member, Tx } from "#api/sql/rows.ts";
import { visibleMembers } from "#api/use-cases/members/find-members.ts";
import { MemberNotActive, MemberNotFound } from "#api/use-cases/members/refusals.ts";

/** The member the actor wants to change, held still until the transaction ends. Unseen is unknown. */
export async function lockMember(tx: Tx, actor: Actor, memberId: string): Promise<Member> {
  await tx.$executeRaw`SELECT FROM member WHERE id = ${memberId} FOR UPDATE`;
  const member = await tx.member.findUnique({ where: { id: memberId } });
  if (!member) throw new MemberNotFound(memberId);
  const visible = await visibleMembers(tx, actor, [member]);
  if (!visible.has(memberId)) throw new MemberNotFound(memberId);
  return member;
}

/** Merged and closed members are history. */
export function requireLiving(member: Member): void {
  if (member.status === "MERGED" || member.status === "CLOSED") throw new MemberNotActive(member.status);
}
