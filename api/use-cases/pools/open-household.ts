import type { Actor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import { openWallet } from "#api/ledger/wallets.ts";
import type { Pool, Tx } from "#api/sql/rows.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { takeKey } from "#api/use-cases/keys.ts";
import { lockMember, requireLiving } from "#api/use-cases/members/own-member.ts";
import { InvalidValue } from "#api/use-cases/partners/refusals.ts";
import { checkText } from "#api/use-cases/partners/values.ts";
import { recordSteps } from "#api/use-cases/transitions.ts";
import { AlreadyInHousehold } from "./refusals.ts";

export type OpenHousehold = { name: string; idempotencyKey: string };

/** A household with a wallet of its own, and its first member. */
export async function openHousehold(deps: Deps, actor: Actor, input: OpenHousehold): Promise<Pool> {
  can(actor, "pool:open");
  if (actor.kind !== "member") throw new InvalidValue("member", actor.kind, "the member who opens it");
  const { memberId } = actor;
  const name = checkText("name", input.name);
  const id = newId("pool");
  return deps.db.$transaction(async (tx) => {
    const first = await takeKey(tx, actor, { verb: "openHousehold", input, objectId: id });
    if (first) return tx.pool.findUniqueOrThrow({ where: { id: first } });
    requireLiving(await lockMember(tx, actor, memberId));
    await requireNoHousehold(tx, memberId);
    const at = deps.clock.now();
    const pool = await tx.pool.create({ data: { id, kind: "HOUSEHOLD", name, state: "OPEN", openedAt: at } });
    await openWallet(tx, id);
    const place = { id: newId("poolMember"), poolId: id, memberId, kind: "HOUSEHOLD" as const, role: "OWNER" as const };
    const asked = { invitedBy: memberId, invitedAt: at, joinedAt: at };
    await tx.poolMember.create({ data: { ...place, state: "JOINED", ...asked } });
    await recordSteps(tx, actor, [
      { object: "pool", objectId: id, from: null, to: "OPEN", at },
      { object: "poolMember", objectId: place.id, from: null, to: "JOINED", at },
    ]);
    return pool;
  });
}

/** The member is locked: nobody joins two households at the same moment. */
export async function requireNoHousehold(tx: Tx, memberId: string): Promise<void> {
  const there = await tx.poolMember.findFirst({ where: { memberId, state: "JOINED", kind: "HOUSEHOLD" } });
  if (there) throw new AlreadyInHousehold(there.poolId);
}
