import type { Actor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import type { CardForm } from "#api/sql/rows.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { takeKey } from "#api/use-cases/keys.ts";
import { insertCard } from "#api/use-cases/members/cards.ts";
import { type CardView, viewCard } from "#api/use-cases/members/member-view.ts";
import { lockMember, requireLiving } from "#api/use-cases/members/own-member.ts";
import { TooManyCards } from "#api/use-cases/members/refusals.ts";
import { recordStep } from "#api/use-cases/transitions.ts";

export type IssueCard = {
  memberId: string;
  form: CardForm;
  /** The number on a card already printed; a new one when absent. */
  number?: string | null | undefined;
  idempotencyKey: string;
};

export const WORKING_CARDS_MAX = 10;

/** One more card to the same wallet. */
export async function issueCard(deps: Deps, actor: Actor, input: IssueCard): Promise<CardView> {
  const { memberId, form, number } = input;
  can(actor, "card:issue", { memberId });
  const id = newId("card");
  return deps.db.$transaction(async (tx) => {
    const first = await takeKey(tx, actor, { verb: "issueCard", input, objectId: id });
    if (first) return viewCard(actor, await tx.card.findUniqueOrThrow({ where: { id: first } }));
    requireLiving(await lockMember(tx, actor, memberId));
    const working = await tx.card.count({ where: { memberId, status: "ACTIVE" } });
    if (working >= WORKING_CARDS_MAX) throw new TooManyCards(WORKING_CARDS_MAX);
    const at = deps.clock.now();
    const card = await insertCard(tx, { id, memberId, form, number, at });
    await recordStep(tx, actor, { object: "card", objectId: id, from: null, to: "ACTIVE", at });
    return viewCard(actor, card);
  });
}
