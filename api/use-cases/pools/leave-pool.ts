import type { Actor } from "#api/kernel/actor.ts";
import { findSpendable } from "#api/ledger/read/redemptions.ts";
import type { PoolMember, Tx } from "#api/sql/rows.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { recordStep } from "#api/use-cases/transitions.ts";
import { lockOwnPool, requireHousehold, requireJoined } from "./own-pool.ts";
import { nextPoolState } from "./pool-states.ts";
import { PoolNotEmpty } from "./refusals.ts";
import { nextPoolMemberState } from "./states.ts";

/** A member leaves a household; what they put in stays. The oldest of the others becomes its owner; after the last it is closed. */
export async function leavePool(deps: Deps, actor: Actor, { poolId }: { poolId: string }): Promise<PoolMember> {
  can(actor, "pool:take");
  return deps.db.$transaction(async (tx) => {
    const { pool, place } = await lockOwnPool(tx, actor, poolId);
    requireJoined(place);
    requireHousehold(pool);
    const at = deps.clock.now();
    const others = await tx.poolMember.findMany({
      where: { poolId, state: "JOINED", id: { not: place.id } },
      orderBy: { joinedAt: "asc" },
    });
    const [heir] = others;
    if (!heir) await close(tx, actor, { pool, at });
    else if (place.role === "OWNER") await tx.poolMember.update({ where: { id: heir.id }, data: { role: "OWNER" } });
    const state = nextPoolMemberState(place, "leave");
    await recordStep(tx, actor, { object: "poolMember", objectId: place.id, from: place.state, to: state, at });
    return tx.poolMember.update({ where: { id: place.id }, data: { state, leftAt: at } });
  });
}

type Ended = { pool: Awaited<ReturnType<typeof lockOwnPool>>["pool"]; at: Date };

async function close(tx: Tx, actor: Actor, { pool, at }: Ended): Promise<void> {
  const left = (await findSpendable(tx, [pool.id])).get(pool.id) ?? 0n;
  if (left > 0n) throw new PoolNotEmpty(left);
  const state = nextPoolState(pool, "close");
  await recordStep(tx, actor, { object: "pool", objectId: pool.id, from: pool.state, to: state, at });
  await tx.pool.update({ where: { id: pool.id }, data: { state, closedAt: at } });
  await tx.poolMember.updateMany({
    where: { poolId: pool.id, state: "INVITED" },
    data: { state: "DECLINED", leftAt: at },
  });
}
