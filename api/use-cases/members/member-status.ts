import type { Actor } from "#api/kernel/actor.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { type MemberView, viewMember } from "#api/use-cases/members/member-view.ts";
import { lockMember, requireLiving } from "#api/use-cases/members/own-member.ts";
import { recordStep } from "#api/use-cases/transitions.ts";

/** Puts a living member into a status. Where it already is, it stays. */
export async function setMemberStatus(
  deps: Deps,
  actor: Actor,
  { memberId, to, reason }: { memberId: string; to: "ACTIVE" | "BLOCKED"; reason: string },
): Promise<MemberView> {
  can(actor, "member:block");
  return deps.db.$transaction(async (tx) => {
    const member = await lockMember(tx, actor, memberId);
    requireLiving(member);
    if (member.status !== to) {
      const at = deps.clock.now();
      await recordStep(tx, actor, { object: "member", objectId: memberId, from: member.status, to, at, reason });
      await tx.member.update({ where: { id: memberId }, data: { status: to } });
    }
    return viewMember(
      actor,
      await tx.member.findUniqueOrThrow({ where: { id: memberId }, include: { profile: true } }),
    );
  });
}
