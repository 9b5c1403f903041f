import type { Actor } from "#api/kernel/actor.ts";
import { recordAudit } from "#api/use-cases/audit/record-audit.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { type MemberView, viewMember } from "#api/use-cases/members/member-view.ts";
import { lockMember, requireLiving } from "#api/use-cases/members/own-member.ts";
import { InvalidValue } from "#api/use-cases/partners/refusals.ts";

export type SetLanguage = { memberId: string; language: string };

const spoken = ["en", "ru", "be"];

/** The language in which a member is written to. */
export async function setLanguage(deps: Deps, actor: Actor, { memberId, language }: SetLanguage): Promise<MemberView> {
  can(actor, "member:setLanguage", { memberId });
  if (!spoken.includes(language)) throw new InvalidValue("language", language, "en, ru or be");
  return deps.db.$transaction(async (tx) => {
    const member = await lockMember(tx, actor, memberId);
    requireLiving(member);
    const before = await tx.memberProfile.findUnique({ where: { memberId } });
    const profile = await tx.memberProfile.update({ where: { memberId }, data: { language } });
    const about = { action: "setLanguage", object: "member", objectId: memberId, at: deps.clock.now() };
    await recordAudit(tx, actor, { ...about, before: { language: before?.language ?? null }, after: { language } });
    return viewMember(actor, { ...member, profile });
  });
}
