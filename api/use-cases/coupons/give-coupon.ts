import { type Actor, partnerOf } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import { findCounters } from "#api/ledger/counters.ts";
import type { Coupon, CouponPool, Tx } from "#api/sql/rows.ts";
import { recordAudit } from "#api/use-cases/audit/record-audit.ts";
import { can } from "#api/use-cases/can.ts";
import { couponCounter } from "#api/use-cases/coupons/counters.ts";
import { CouponPoolClosed, NoCouponLeft } from "#api/use-cases/coupons/refusals.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { takeKey } from "#api/use-cases/keys.ts";
import { ownCustomer } from "#api/use-cases/members/own-customers.ts";
import type { MemberLookup } from "#api/use-cases/members/resolve-members.ts";
import { lockOffering } from "#api/use-cases/offers/offerings.ts";
import { earlier } from "#api/use-cases/offers/open-offers.ts";
import { OfferingNotFound } from "#api/use-cases/offers/refusals.ts";

export type CouponWithPool = Coupon & { pool: CouponPool };

/** Gives a member a coupon by hand: one of the house's own customers. */
export async function giveCoupon(
  deps: Deps,
  actor: Actor,
  input: { couponPoolId: string; member: MemberLookup; idempotencyKey: string },
): Promise<CouponWithPool> {
  can(actor, "offering:edit");
  const { couponPoolId } = input;
  const memberId = await ownCustomer(deps, actor, input.member);
  return deps.db.$transaction(async (tx) => {
    const found = await lockOffering(tx, actor, couponPoolId);
    if (found.kind !== "couponPool") throw new OfferingNotFound(couponPoolId);
    const handOut = `hand:${newId("coupon")}`;
    const first = await takeKey(tx, actor, { verb: "giveCoupon", input, objectId: handOut });
    const at = deps.clock.now();
    const coupon = await takeCoupon(tx, found.row, { memberId, givenFor: first ?? handOut, at });
    if (!first) {
      const about = { object: "coupon", objectId: coupon.id, partnerId: partnerOf(actor), at };
      await recordAudit(tx, actor, { ...about, action: "giveCoupon", before: null, after: { memberId } });
    }
    return { ...coupon, pool: found.row };
  });
}

type Giving = {
  memberId: string;
  /** What it is given for; once each, however often it is asked. */
  givenFor: string;
  at: Date;
};

const DAY_MS = 86_400_000;

/** Takes the next free coupon of a pool for a member, in the caller's transaction; the same again when it was given. */
export async function takeCoupon(tx: Tx, pool: CouponPool, { memberId, givenFor, at }: Giving): Promise<Coupon> {
  const before = await tx.coupon.findUnique({ where: { givenFor } });
  if (before) return before;
  if (pool.state !== "ACTIVE" || (pool.validUntil !== null && at >= pool.validUntil)) {
    throw new CouponPoolClosed(pool.state);
  }
  const lasts = pool.lastsDays === null ? null : new Date(at.getTime() + pool.lastsDays * DAY_MS);
  const given = { memberId, givenFor, givenAt: at, expiresAt: earlier(lasts, pool.validUntil) };
  if (pool.kind === "PROMO_CODE") {
    return tx.coupon.create({ data: { id: newId("coupon"), poolId: pool.id, createdAt: at, ...given } });
  }
  const free = await nextFree(tx, pool);
  if (!free) throw new NoCouponLeft(pool.id);
  return tx.coupon.update({ where: { id: free }, data: given });
}

/** So many codes may have been shown at tills before it is written down at their rows. */
const PASSED_OVER_MAX = 200;

/** Others who give at the same moment pass over it; one that was shown at a till just now is free no longer. */
async function nextFree(tx: Tx, { id, code: pool }: CouponPool): Promise<string | null> {
  let after = "";
  for (let passed = 0; passed < PASSED_OVER_MAX; passed += 1) {
    const [free] = await tx.$queryRaw<{ id: string; code: string }[]>`
      SELECT id, code FROM coupon
      WHERE pool_id = ${id} AND member_id IS NULL AND id > ${after} AND used_at IS NULL AND revoked_at IS NULL
      ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED`;
    if (!free) return null;
    const counter = couponCounter(pool, free.code);
    if ((await findCounters(tx, [counter])).get(counter) === 0n) return free.id;
    after = free.id;
  }
  return null;
}
