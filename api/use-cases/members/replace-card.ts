import type { Actor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import type { CardForm } from "#api/sql/rows.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { takeKey } from "#api/use-cases/keys.ts";
import { insertCard } from "#api/use-cases/members/cards.ts";
import { type CardView, viewCard } from "#api/use-cases/members/member-view.ts";
import { lockCard } from "#api/use-cases/members/own-card.ts";
import { recordSteps } from "#api/use-cases/transitions.ts";

export type ReplaceCard = {
  cardId: string;
  /** As the old one when absent. */
  form?: CardForm | null | undefined;
  /** The number on a card already printed; a new one when absent. */
  number?: string | null | undefined;
  reason: string;
  idempotencyKey: string;
};

/** A new card for an old one, blocked or not; the old number finds nobody from now on. */
export async function replaceCard(deps: Deps, actor: Actor, input: ReplaceCard): Promise<CardView> {
  can(actor, "card:issue");
  const { cardId, form, number, reason } = input;
  const id = newId("card");
  return deps.db.$transaction(async (tx) => {
    const first = await takeKey(tx, actor, { verb: "replaceCard", input, objectId: id });
    if (first) return viewCard(actor, await tx.card.findUniqueOrThrow({ where: { id: first } }));
    const old = await lockCard(tx, actor, cardId);
    const at = deps.clock.now();
    const card = await insertCard(tx, { id, memberId: old.memberId, form: form ?? old.form, number, at });
    await tx.card.update({ where: { id: cardId }, data: { status: "REPLACED", replacedById: id } });
    await recordSteps(tx, actor, [
      { object: "card", objectId: cardId, from: old.status, to: "REPLACED", at, reason },
      { object: "card", objectId: id, from: null, to: "ACTIVE", at },
    ]);
    return viewCard(actor, card);
  });
}
