import type { Actor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import { ruleOf } from "#api/test/live-campaign.ts";
import type { TestPartner, World } from "#api/test/world.ts";
import { generateCoupons } from "#api/use-cases/coupons/ask-for-codes.ts";
import { type AuthorPool, draftCouponPool } from "#api/use-cases/coupons/author-pool.ts";
import { makeCoupons } from "#api/use-cases/coupons/make-coupons.ts";
import { type ListMyCoupons, listMyCoupons } from "#api/use-cases/coupons/my-coupons.ts";
import { publishOffering } from "#api/use-cases/offers/offerings.ts";
import { recordPurchase } from "#api/use-cases/purchases/record-purchase.ts";
import { returnPurchase } from "#api/use-cases/purchases/return-purchase.ts";

export const EUR = 1_000_000n;
let numbers = 0;
export const key = () => `coupon-test-${++numbers}-0123456789`;

const words = { en: "Five off" };

/** A pool that is published. */
export async function poolOf(w: World, owner: Actor, wish: Partial<AuthorPool> & { code: string }) {
  const frame = { name: words, terms: words, symbol: "PERCENT" as const, validFrom: new Date("2026-01-01T00:00:00Z") };
  const pool = await draftCouponPool(w.deps, owner, { ...frame, ...wish, idempotencyKey: key() });
  await publishOffering(w.deps, owner, { offeringId: pool.id });
  return pool;
}

/** So many codes of it, made. */
export async function codesOf(w: World, owner: Actor, couponPoolId: string, count: number): Promise<string[]> {
  const run = await generateCoupons(w.deps, owner, { couponPoolId, count, idempotencyKey: key() });
  await makeCoupons(w.deps, { couponRunId: run.id });
  const rows = await w.deps.db.coupon.findMany({ where: { poolId: couponPoolId }, orderBy: { id: "asc" } });
  return rows.map(({ code }) => code ?? "");
}

/** 500 points for whoever shows a coupon of the pool. */
export const rewarding = (pool: string) => ({
  rules: [{ ...ruleOf({ kind: "points", give: { by: "FIXED", number: "500" } }), coupon: pool }],
});

type Buying = { coupons: readonly string[]; memberId?: string; lines?: { amountE6: bigint }[] };

/** Ten euros' worth, Ana's when nobody is named. */
export const buy = (w: World, at: TestPartner, { memberId = w.ana.id, ...input }: Buying) =>
  recordPurchase(w.deps, at.till, {
    ...input,
    totalE6: 10n * EUR,
    member: { memberId },
    receiptNumber: `R-${++numbers}`,
    idempotencyKey: key(),
  });

/** What became of the codes that were shown. */
export const outcomes = (purchase: { granted: { coupons: readonly { outcome: string }[] } }) =>
  purchase.granted.coupons.map(({ outcome }) => outcome);

/** The goods come back to Grocer; all of them when no line is named. */
export const bringBack = (w: World, purchaseId: string, lines?: { seq: number; quantityMilli: bigint }[]) =>
  returnPurchase(w.deps, w.grocer.till, {
    purchase: { purchaseId },
    lines: lines ?? null,
    receiptNumber: `B-${++numbers}`,
    idempotencyKey: key(),
  });

export async function newMembers({ deps, clock, grocer }: World, count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => newId("member"));
  await deps.db.member.createMany({
    data: ids.map((id) => ({ id, enrolledAt: clock.now(), enrolledAtPartnerId: grocer.id })),
  });
  await deps.db.wallet.createMany({ data: ids.map((memberId) => ({ memberId })) });
  return ids;
}

/** A member's coupons; Ana's when nobody is named. */
export const heldBy = async (w: World, state: ListMyCoupons["state"], member = w.ana) =>
  (await listMyCoupons(w.deps, member.actor, { first: 10, after: null, state })).rows;
