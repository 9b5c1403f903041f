import { type Actor, partnerOf } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import type { Points } from "#api/kernel/points.ts";
import { openWallet } from "#api/ledger/wallets.ts";
import type { Pool, PoolLeaving } from "#api/sql/rows.ts";
import { can } from "#api/use-cases/can.ts";
import { lockOwnClub } from "#api/use-cases/clubs/create-club.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { takeKey } from "#api/use-cases/keys.ts";
import { TransitionRefused } from "#api/use-cases/machine.ts";
import { checkNotNegative } from "#api/use-cases/partners/values.ts";
import { LONG_TRANSACTION, recordStep } from "#api/use-cases/transitions.ts";
import { takePlaces } from "./club-places.ts";
import { ClubHasPool } from "./refusals.ts";

export type OpenClubPool = {
  clubId: string;
  /** The most points a month of whoever is given no share of their own; null: as many as there are; 0: nobody's. */
  monthMost?: Points | null | undefined;
  /** Stated now and for good: what happens to what somebody put in when they leave the club. */
  onLeaving: PoolLeaving;
  idempotencyKey: string;
};

/** A club gets a wallet of its own, and everybody in it a place at it. */
export async function openClubPool(deps: Deps, actor: Actor, input: OpenClubPool): Promise<Pool> {
  can(actor, "club:manage");
  const { clubId, monthMost = null, onLeaving } = input;
  if (monthMost !== null) checkNotNegative("monthMost", monthMost);
  const id = newId("pool");
  return deps.db.$transaction(async (tx) => {
    const first = await takeKey(tx, actor, { verb: "openClubPool", input, objectId: id });
    if (first) return tx.pool.findUniqueOrThrow({ where: { id: first } });
    const club = await lockOwnClub(tx, actor, clubId);
    if (club.state !== "OPEN") throw new TransitionRefused("club", club.id, club.state, "openPool");
    const there = await tx.pool.findUnique({ where: { clubId } });
    if (there) throw new ClubHasPool(there.id);
    const at = deps.clock.now();
    const rule = { monthMost, onLeaving };
    const named = { id, kind: "CLUB" as const, clubId, name: club.code };
    const pool = await tx.pool.create({ data: { ...named, ...rule, state: "OPEN", openedAt: at } });
    await openWallet(tx, id);
    const step = { object: "pool", objectId: id, from: null, to: "OPEN", at, partnerId: partnerOf(actor) };
    await recordStep(tx, actor, { ...step, after: { ...named, onLeaving, monthMost: monthMost?.toString() ?? null } });
    const inside = await tx.clubMembership.findMany({ where: { clubId, state: "IN" }, orderBy: { id: "asc" } });
    await takePlaces(tx, actor, { pool, memberIds: inside.map(({ memberId }) => memberId), at });
    return pool;
  }, LONG_TRANSACTION);
}
