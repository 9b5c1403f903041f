import type { Effect } from "#api/engine/effects.ts";
import { newId } from "#api/kernel/ids.ts";
import type { CouponPool } from "#api/sql/rows.ts";
import { takeCoupon } from "#api/use-cases/coupons/give-coupon.ts";
import { CouponPoolClosed, NoCouponLeft } from "#api/use-cases/coupons/refusals.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import type { CameBack, Follower } from "#api/use-cases/following/followers.ts";
import { everyIdOfPerson } from "#api/use-cases/members/one-person.ts";
import type { RecordedPurchase } from "#api/use-cases/purchases/find-purchases.ts";

/**
 * Hands out the coupons that receipts gave, and writes down which were used. The counters have decided all that: this is
 * what members see of it. Whole receipts that came back give their coupons back and take those that they gave.
 */
export const followCoupons: Follower = async (deps, { purchases, returns }) => {
  const told = purchases.filter(({ granted }) => granted.effects.some(isAboutCoupons));
  for (const purchase of told) {
    if (isWholeBack(purchase)) continue;
    await markUsed(deps, purchase);
    await handOut(deps, purchase);
  }
  const back = returns.filter(({ purchase }) => purchase.granted.effects.some(isAboutCoupons));
  for (const came of back) await undo(deps, came);
};

const isAboutCoupons = ({ kind }: Effect) => kind === "coupon" || kind === "couponUsed";

async function markUsed(deps: Deps, { id, memberId, occurredAt, granted }: RecordedPurchase): Promise<void> {
  const used = new Map(
    granted.effects.flatMap((effect) => (effect.kind === "couponUsed" ? [[effect.code, effect.pool]] : [])),
  );
  for (const [code, pool] of used) {
    const { count } = await deps.db.coupon.updateMany({
      where: { code },
      data: { usedAt: occurredAt, usedPurchaseId: id },
    });
    if (count === 0) await markPromoUsed(deps, { code, pool: pool ?? "", memberId, occurredAt, purchaseId: id });
  }
}

type PromoUse = { code: string; pool: string; memberId: string; occurredAt: Date; purchaseId: string };

/** The one that the member held, or else one that tells of this use. */
async function markPromoUsed({ db }: Deps, { code, pool, memberId, occurredAt, purchaseId }: PromoUse): Promise<void> {
  const found = await db.couponPool.findUnique({ where: { code: pool } });
  if (found?.promoCode !== code) return;
  const poolId = found.id;
  const used = { usedAt: occurredAt, usedPurchaseId: purchaseId };
  if ((await db.coupon.count({ where: { poolId, usedPurchaseId: purchaseId } })) > 0) return;
  const own = { in: await everyIdOfPerson(db, memberId) };
  const held = await db.coupon.findFirst({ where: { poolId, memberId: own, usedAt: null }, orderBy: { id: "asc" } });
  if (held) await db.coupon.update({ where: { id: held.id }, data: used });
  else {
    const givenFor = `used:${purchaseId}:${poolId}`;
    const data = { id: newId("coupon"), poolId, memberId, givenFor, createdAt: occurredAt, ...used };
    await db.coupon.createMany({ data, skipDuplicates: true });
  }
}

type Given = { pool: string; givenFor: string };

/** What each coupon that a receipt gave is given for. */
const givenBy = ({ id, granted }: RecordedPurchase): Given[] =>
  granted.effects.flatMap((effect, place) =>
    effect.kind === "coupon"
      ? Array.from({ length: Number(effect.total) }, (_, nth) => ({
          pool: effect.pool,
          givenFor: `receipt:${id}:${place}:${nth}`,
        }))
      : [],
  );

async function handOut(deps: Deps, purchase: RecordedPurchase): Promise<void> {
  const { memberId, occurredAt: at } = purchase;
  for (const { pool: code, givenFor } of givenBy(purchase)) {
    const pool = await deps.db.couponPool.findUnique({ where: { code } });
    if (!pool || !mayGive(pool, purchase)) continue;
    await deps.db
      .$transaction((tx) => takeCoupon(tx, pool, { memberId, givenFor, at }))
      .catch((refusal: unknown) => {
        if (!(refusal instanceof NoCouponLeft || refusal instanceof CouponPoolClosed)) throw refusal;
        deps.report?.(refusal);
      });
  }
}

/** A partner's rules give its own coupons and the coalition's, not another's. */
const mayGive = ({ partnerId }: CouponPool, purchase: RecordedPurchase) =>
  partnerId === null || partnerId === purchase.partnerId;

async function undo({ db }: Deps, { purchase, purchaseReturn }: CameBack): Promise<void> {
  if (!isWholeBack(purchase)) return;
  await db.coupon.deleteMany({ where: { usedPurchaseId: purchase.id, givenFor: { startsWith: "used:" } } });
  const unused = { usedAt: null, usedPurchaseId: null };
  await db.coupon.updateMany({ where: { usedPurchaseId: purchase.id }, data: unused });
  const givenFor = { in: givenBy(purchase).map((given) => given.givenFor) };
  await db.coupon.updateMany({
    where: { givenFor, usedAt: null, revokedAt: null },
    data: { revokedAt: purchaseReturn.occurredAt },
  });
}

/** What belongs to no line of a receipt comes back with its last one. */
export function isWholeBack({ lines, returns }: RecordedPurchase): boolean {
  const back = new Map<number, bigint>();
  for (const { seq, quantityMilli } of returns.flatMap((one) => one.lines)) {
    back.set(seq, (back.get(seq) ?? 0n) + quantityMilli);
  }
  return lines.every(({ seq, quantityMilli }) => (back.get(seq) ?? 0n) >= quantityMilli);
}
