import type { Actor } from "#api/kernel/actor.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { type MemberView, viewMember } from "#api/use-cases/members/member-view.ts";
import { lockMember, requireLiving } from "#api/use-cases/members/own-member.ts";
import { IdentifierTaken } from "#api/use-cases/members/refusals.ts";
import { PersonNotFound } from "#api/use-cases/staff/refusals.ts";
import { recordStep } from "#api/use-cases/transitions.ts";

export type LinkPerson = {
  memberId: string;
  /** The address the person signs in with. */
  email: string;
};

/** Lets a person who can sign in see this membership as their own. One person, one membership. */
export async function linkPerson(deps: Deps, actor: Actor, { memberId, email }: LinkPerson): Promise<MemberView> {
  can(actor, "member:link", { memberId });
  return deps.db.$transaction(async (tx) => {
    const member = await lockMember(tx, actor, memberId);
    requireLiving(member);
    const user = await tx.user.findUnique({ where: { email: email.trim().toLowerCase() } });
    if (!user) throw new PersonNotFound(email);
    const linked = await tx.member.findUnique({ where: { userId: user.id } });
    if (linked && linked.id !== memberId) throw new IdentifierTaken(email);
    if (!linked) {
      await recordStep(tx, actor, {
        object: "person",
        objectId: memberId,
        from: member.userId,
        to: user.id,
        at: deps.clock.now(),
      });
    }
    const updated = await tx.member.update({
      where: { id: memberId },
      data: { userId: user.id },
      include: { profile: true },
    });
    return viewMember(actor, updated);
  });
}
