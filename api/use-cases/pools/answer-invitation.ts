import type { Actor } from "#api/kernel/actor.ts";
import type { PoolMember } from "#api/sql/rows.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { lockMember, requireLiving } from "#api/use-cases/members/own-member.ts";
import { recordStep } from "#api/use-cases/transitions.ts";
import { requireNoHousehold } from "./open-household.ts";
import { lockOwnPool } from "./own-pool.ts";
import { nextPoolMemberState } from "./states.ts";

export type AnswerPoolInvitation = { poolId: string; answer: "ACCEPT" | "DECLINE" };

/** The invited member's yes or no. Saying the same again changes nothing. */
export async function answerPoolInvitation(
  deps: Deps,
  actor: Actor,
  { poolId, answer }: AnswerPoolInvitation,
): Promise<PoolMember> {
  can(actor, "pool:take");
  return deps.db.$transaction(async (tx) => {
    const { place } = await lockOwnPool(tx, actor, poolId);
    if (place.state === "JOINED" && answer === "ACCEPT") return place;
    const state = nextPoolMemberState(place, answer === "ACCEPT" ? "accept" : "decline");
    if (state === "JOINED") {
      requireLiving(await lockMember(tx, actor, place.memberId));
      await requireNoHousehold(tx, place.memberId);
    }
    const at = deps.clock.now();
    await recordStep(tx, actor, { object: "poolMember", objectId: place.id, from: place.state, to: state, at });
    const when = state === "JOINED" ? { joinedAt: at } : { leftAt: at };
    return tx.poolMember.update({ where: { id: place.id }, data: { state, ...when } });
  });
}
