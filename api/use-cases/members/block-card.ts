import type { Actor } from "#api/kernel/actor.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { type CardView, viewCard } from "#api/use-cases/members/member-view.ts";
import { lockCard } from "#api/use-cases/members/own-card.ts";
import { recordStep } from "#api/use-cases/transitions.ts";

export type BlockCard = { cardId: string; reason: string };

/** Lost or stolen: the number finds nobody from now on. The points stay where they are. */
export async function blockCard(deps: Deps, actor: Actor, { cardId, reason }: BlockCard): Promise<CardView> {
  can(actor, "card:block");
  return deps.db.$transaction(async (tx) => {
    const card = await lockCard(tx, actor, cardId);
    if (card.status === "BLOCKED") return viewCard(actor, card);
    const at = deps.clock.now();
    await recordStep(tx, actor, { object: "card", objectId: cardId, from: card.status, to: "BLOCKED", at, reason });
    const data = { status: "BLOCKED" as const, blockedAt: at, blockedReason: reason };
    return viewCard(actor, await tx.card.update({ where: { id: cardId }, data }));
  });
}
