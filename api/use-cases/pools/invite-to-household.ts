import { type Actor, systemActor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import type { Points } from "#api/kernel/points.ts";
import type { PoolMember } from "#api/sql/rows.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { type MemberLookup, resolveMember } from "#api/use-cases/members/resolve-members.ts";
import { checkNotNegative } from "#api/use-cases/partners/values.ts";
import { tellMember } from "#api/use-cases/spending/ring-member.ts";
import { recordStep } from "#api/use-cases/transitions.ts";
import { lockOwnPool, requireHousehold, requireJoined } from "./own-pool.ts";
import { PoolFull, PoolNotFound } from "./refusals.ts";

export type InviteToHousehold = {
  poolId: string;
  /** Whom, by anything that finds them. */
  member: MemberLookup;
  /** The most points they take out in a month; null: as many as there are. */
  monthMost?: Points | null | undefined;
};

export const HOUSEHOLD_MOST = 8;

/** The household's owner asks somebody in; asked twice is asked once. */
export async function inviteToHousehold(deps: Deps, actor: Actor, input: InviteToHousehold): Promise<PoolMember> {
  can(actor, "pool:take");
  const { poolId, member, monthMost = null } = input;
  if (monthMost !== null) checkNotNegative("monthMost", monthMost);
  const { memberId } = await resolveMember(deps, systemActor, member);
  return deps.db.$transaction(async (tx) => {
    const { pool, place: own } = await lockOwnPool(tx, actor, poolId);
    requireJoined(own);
    requireHousehold(pool);
    if (own.role !== "OWNER") throw new PoolNotFound(poolId);
    const inside = await tx.poolMember.findMany({ where: { poolId, state: { in: ["INVITED", "JOINED"] } } });
    const there = inside.find((one) => one.memberId === memberId);
    if (there) return there;
    if (inside.length >= HOUSEHOLD_MOST) throw new PoolFull(HOUSEHOLD_MOST);
    const at = deps.clock.now();
    const place = { id: newId("poolMember"), poolId, memberId, kind: pool.kind, role: "MEMBER" as const, monthMost };
    const asked = { state: "INVITED" as const, invitedBy: own.memberId, invitedAt: at };
    await recordStep(tx, actor, { object: "poolMember", objectId: place.id, from: null, to: "INVITED", at });
    const facts = { pool: pool.name };
    await tellMember(tx, memberId, { kind: "POOL_INVITED", facts, href: "/me/gifts", at });
    return tx.poolMember.create({ data: { ...place, ...asked } });
  });
}
