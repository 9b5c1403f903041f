import type { Actor } from "#api/kernel/actor.ts";
import type { Tx } from "#api/sql/rows.ts";
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
    await putMember(tx, actor, { memberId, to, reason, at: deps.clock.now() });
    return viewMember(
      actor,
      await tx.member.findUniqueOrThrow({ where: { id: memberId }, include: { profile: true } }),
    );
  });
}

type Put = { memberId: string; to: "ACTIVE" | "BLOCKED"; reason: string; at: Date };

/** The same inside a transaction; whoever calls this has asked whether the actor may. */
export async function putMember(tx: Tx, actor: Actor, { memberId, to, reason, at }: Put): Promise<void> {
  const member = await lockMember(tx, actor, memberId);
  requireLiving(member);
  if (member.status === to) return;
  await recordStep(tx, actor, { object: "member", objectId: memberId, from: member.status, to, at, reason });
  await tx.member.update({ where: { id: memberId }, data: { status: to } });
}
