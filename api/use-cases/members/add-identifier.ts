import { type Actor, partnerOf } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import { recordAudit } from "#api/use-cases/audit/record-audit.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { type IdentifierInput, normalIdentifier } from "#api/use-cases/members/identifiers.ts";
import { type IdentifierView, viewIdentifier } from "#api/use-cases/members/member-view.ts";
import { lockMember, requireLiving } from "#api/use-cases/members/own-member.ts";
import { IdentifierTaken } from "#api/use-cases/members/refusals.ts";
import { InvalidValue } from "#api/use-cases/partners/refusals.ts";

export type AddIdentifier = IdentifierInput & {
  memberId: string;
  /** Whose own number it is; the calling partner when absent. */
  partnerId?: string | null | undefined;
};

/** One more way to find the member. Repeating it changes nothing. */
export async function addIdentifier(deps: Deps, actor: Actor, input: AddIdentifier): Promise<IdentifierView> {
  can(actor, "member:identify", { memberId: input.memberId });
  if (input.kind === "CARD") throw new InvalidValue("kind", "CARD", "another kind; cards are issued");
  const identifier = normalIdentifier(input, partnerOf(actor) ?? input.partnerId ?? null);
  return deps.db.$transaction(async (tx) => {
    const member = await lockMember(tx, actor, input.memberId);
    requireLiving(member);
    const row = { id: newId("identifier"), memberId: member.id, createdAt: deps.clock.now(), ...identifier };
    const { count } = await tx.identifier.createMany({ data: [row], skipDuplicates: true });
    const kept = await tx.identifier.findUniqueOrThrow({ where: { kind_scope_value: identifier } });
    if (kept.memberId !== member.id) throw new IdentifierTaken(identifier.value);
    if (count > 0) {
      const about = {
        object: "identifier",
        objectId: row.id,
        before: null,
        after: { memberId: member.id, kind: row.kind },
      };
      await recordAudit(tx, actor, { action: "addIdentifier", at: row.createdAt, ...about });
    }
    return viewIdentifier(actor, kept);
  });
}
