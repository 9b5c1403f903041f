import { type Actor, partnerOf } from "#api/kernel/actor.ts";
import type { IdentifierKind } from "#api/sql/rows.ts";
import { recordAudit } from "#api/use-cases/audit/record-audit.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { findMemberByIdentifier } from "#api/use-cases/members/find-member-by-identifier.ts";
import type { MemberView } from "#api/use-cases/members/member-view.ts";
import { checkText } from "#api/use-cases/partners/values.ts";

export type LookUpMember = {
  /** As somebody reads it off a card or hears it: a card's or phone's number, an e-mail address. */
  value: string;
  reason: string;
};

/** Finds whoever shows a card or says a number, for a reason that is kept. What it then shows is what the role allows. */
export async function lookUpMember(deps: Deps, actor: Actor, input: LookUpMember): Promise<MemberView> {
  can(actor, "member:find");
  const reason = checkText("reason", input.reason);
  const kind = kindOf(input.value.trim());
  const member = await findMemberByIdentifier(deps, actor, { kind, value: input.value.trim() });
  const about = { action: "lookUpMember", object: "member", objectId: member.id, at: deps.clock.now(), reason };
  await recordAudit(deps.db, actor, { ...about, partnerId: partnerOf(actor), before: null, after: { by: kind } });
  return member;
}

function kindOf(value: string): IdentifierKind {
  if (value.includes("@")) return "EMAIL";
  return value.startsWith("+") ? "PHONE" : "CARD";
}
