import type { Actor } from "#api/kernel/actor.ts";
import type { Card, Tx } from "#api/sql/rows.ts";
import { lockMember } from "#api/use-cases/members/own-member.ts";
import { CardNotFound, CardReplaced, MemberNotFound } from "#api/use-cases/members/refusals.ts";

/** The card the actor wants to change, its member held still. Unseen is unknown; replaced is history. */
export async function lockCard(tx: Tx, actor: Actor, cardId: string): Promise<Card> {
  const found = await tx.card.findUnique({ where: { id: cardId } });
  if (!found) throw new CardNotFound(cardId);
  await lockMember(tx, actor, found.memberId).catch((refusal) => {
    throw refusal instanceof MemberNotFound ? new CardNotFound(cardId) : refusal;
  });
  const card = await tx.card.findUniqueOrThrow({ where: { id: cardId } });
  if (card.replacedById) throw new CardReplaced(card.replacedById);
  return card;
}
