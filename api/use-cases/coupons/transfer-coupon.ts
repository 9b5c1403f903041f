import type { Actor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import { findCounters } from "#api/ledger/counters.ts";
import type { CouponTransfer, Tx } from "#api/sql/rows.ts";
import { recordAudit } from "#api/use-cases/audit/record-audit.ts";
import { couponCounter, couponCounterOf } from "#api/use-cases/coupons/counters.ts";
import type { CouponWithPool } from "#api/use-cases/coupons/give-coupon.ts";
import { couponState } from "#api/use-cases/coupons/my-coupons.ts";
import {
  CouponLimitReached,
  CouponNotActive,
  CouponNotFound,
  CouponNotTransferable,
  CouponPoolClosed,
} from "#api/use-cases/coupons/refusals.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { takeKey } from "#api/use-cases/keys.ts";
import { actingMember, requireUnblocked } from "#api/use-cases/members/acting-member.ts";
import { namedMember } from "#api/use-cases/members/named-member.ts";
import { everyIdOfPerson } from "#api/use-cases/members/one-person.ts";
import { storedWords } from "#api/use-cases/offers/authored.ts";
import { SameMember } from "#api/use-cases/points/refusals.ts";
import type { MemberRef } from "#api/use-cases/purchases/context.ts";
import { tellMember } from "#api/use-cases/spending/ring-member.ts";

export type TransferCoupon = {
  couponId: string;
  /** Who receives it, by any identifier that is not one partner's own number. */
  to: MemberRef;
  idempotencyKey: string;
};

export type TransferWithCoupon = CouponTransfer & { coupon: CouponWithPool };

const withCoupon = { coupon: { include: { pool: true } } } as const;

/**
 * One member gives an unused coupon to another, where its pool allows that; its code, its end and its count of uses stay
 * what they were. The receiver is told. A till that looked at it just before may still take it from the giver.
 */
export async function transferCoupon(deps: Deps, actor: Actor, input: TransferCoupon): Promise<TransferWithCoupon> {
  const giver = actingMember(actor, "offering:take");
  await requireUnblocked(deps, giver);
  const toMemberId = await namedMember(deps, actor, input.to);
  if (giver === toMemberId) throw new SameMember(giver);
  const at = deps.clock.now();
  return deps.db.$transaction(async (tx) => {
    const id = newId("couponTransfer");
    const first = await takeKey(tx, actor, { verb: "transferCoupon", input, objectId: id });
    if (first) return tx.couponTransfer.findUniqueOrThrow({ where: { id: first }, include: withCoupon });
    const coupon = await lockHeld(tx, input.couponId, giver);
    await requireGood(tx, coupon, at);
    if (!coupon.pool.transferable) throw new CouponNotTransferable(coupon.id);
    await requireRoom(tx, coupon, { memberId: toMemberId, at });
    const { memberId: fromMemberId } = coupon;
    await tx.coupon.update({ where: { id: coupon.id }, data: { memberId: toMemberId } });
    const about = { object: "coupon", objectId: coupon.id, partnerId: coupon.pool.partnerId, at };
    const [before, after] = [{ memberId: fromMemberId }, { memberId: toMemberId }];
    await recordAudit(tx, actor, { ...about, action: "transferCoupon", before, after });
    const facts = { coupon: storedWords(coupon.pool.name) };
    await tellMember(tx, toMemberId, { kind: "COUPON_RECEIVED", facts, href: "/me/coupons", at });
    const data = { id, couponId: coupon.id, fromMemberId: giver, toMemberId, at };
    return tx.couponTransfer.create({ data, include: withCoupon });
  });
}

/** Held still until the transaction ends: of two who give it at once, the second finds it gone. */
async function lockHeld(tx: Tx, id: string, memberId: string): Promise<CouponWithPool> {
  await tx.$executeRaw`SELECT FROM coupon WHERE id = ${id} FOR UPDATE`;
  const own = { in: await everyIdOfPerson(tx, memberId) };
  const coupon = await tx.coupon.findFirst({ where: { id, memberId: own }, include: { pool: true } });
  if (!coupon) throw new CouponNotFound(id);
  return coupon;
}

/** Its counter knows of a use before its row does. */
async function requireGood(tx: Tx, coupon: CouponWithPool, at: Date): Promise<void> {
  const { pool, code } = coupon;
  const counter = couponCounter(pool.code, code ?? pool.promoCode ?? "");
  const isUsed = code !== null && (await findCounters(tx, [counter])).get(counter) !== 0n;
  const state = isUsed ? "USED" : couponState(coupon, at);
  if (state !== "ACTIVE") throw new CouponNotActive(state);
  if (pool.state !== "ACTIVE") throw new CouponPoolClosed(pool.state);
}

type Receiver = { memberId: string; at: Date };

/** What a member used of a pool and may still use comes to no more than the pool allows, whoever gives at the same moment. */
async function requireRoom(tx: Tx, { pool }: CouponWithPool, { memberId, at }: Receiver): Promise<void> {
  const { usesPerMember: most } = pool;
  if (most === null) return;
  await tx.$executeRaw`SELECT FROM member WHERE id = ${memberId} FOR NO KEY UPDATE`;
  const good = { usedAt: null, revokedAt: null, OR: [{ expiresAt: null }, { expiresAt: { gt: at } }] };
  const memberIds = await everyIdOfPerson(tx, memberId);
  const held = await tx.coupon.findMany({ where: { poolId: pool.id, memberId: { in: memberIds }, ...good } });
  const counters = held.map(({ code }) => couponCounter(pool.code, code ?? ""));
  const own = couponCounterOf(pool.code, memberId);
  const uses = await findCounters(tx, [own, ...counters]);
  const open = counters.filter((counter) => uses.get(counter) === 0n).length;
  if ((uses.get(own) ?? 0n) + BigInt(open) >= most) throw new CouponLimitReached(most);
}
