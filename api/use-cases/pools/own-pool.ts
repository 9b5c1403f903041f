import type { Actor } from "#api/kernel/actor.ts";
import type { Pool, PoolMember, Tx } from "#api/sql/rows.ts";
import { PoolNotFound } from "./refusals.ts";

/** A pool the member has a place in, held still until the transaction ends. */
export async function lockOwnPool(tx: Tx, actor: Actor, poolId: string): Promise<{ pool: Pool; place: PoolMember }> {
  await tx.$executeRaw`SELECT FROM pool WHERE id = ${poolId} FOR UPDATE`;
  const memberId = actor.kind === "member" ? actor.memberId : "";
  const place = await tx.poolMember.findFirst({
    where: { poolId, memberId, state: { in: ["INVITED", "JOINED"] } },
    include: { pool: true },
  });
  if (!place) throw new PoolNotFound(poolId);
  const { pool, ...own } = place;
  return { pool, place: own };
}

/** What only a household's people do by themselves: a club's pool goes with the club. */
export function requireHousehold({ id, kind }: Pick<Pool, "id" | "kind">): void {
  if (kind !== "HOUSEHOLD") throw new PoolNotFound(id);
}

/** Refuses whoever was only invited so far. */
export function requireJoined({ poolId, state }: PoolMember): void {
  if (state !== "JOINED") throw new PoolNotFound(poolId);
}
