import { type Actor, partnerOf } from "#api/kernel/actor.ts";
import type { Identifier } from "#api/sql/rows.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { lockMember } from "#api/use-cases/members/own-member.ts";
import {
  CardNumberStays,
  IdentifierNotFound,
  LastIdentifier,
  MemberNotFound,
} from "#api/use-cases/members/refusals.ts";
import { recordStep } from "#api/use-cases/transitions.ts";

export type RemoveIdentifier = { identifierId: string; reason: string };

/** The phone was sold, the address abandoned. A partner removes only its own numbers. */
export async function removeIdentifier(
  deps: Deps,
  actor: Actor,
  { identifierId, reason }: RemoveIdentifier,
): Promise<{ memberId: string }> {
  can(actor, "member:identify");
  return deps.db.$transaction(async (tx) => {
    const identifier = await tx.identifier.findUnique({ where: { id: identifierId } });
    if (!identifier || !mayRemove(actor, identifier)) throw new IdentifierNotFound(identifierId);
    const { memberId, kind } = identifier;
    await lockMember(tx, actor, memberId).catch((refusal) => {
      throw refusal instanceof MemberNotFound ? new IdentifierNotFound(identifierId) : refusal;
    });
    if (kind === "CARD") throw new CardNumberStays(identifierId);
    if ((await tx.identifier.count({ where: { memberId } })) === 1) throw new LastIdentifier(memberId);
    await tx.identifier.deleteMany({ where: { id: identifierId } });
    const step = { object: "identifier", objectId: identifierId, from: kind, to: "REMOVED", reason };
    await recordStep(tx, actor, { ...step, at: deps.clock.now() });
    return { memberId };
  });
}

function mayRemove(actor: Actor, identifier: Identifier): boolean {
  const partnerId = partnerOf(actor);
  return partnerId === null || identifier.scope === partnerId;
}
