import type { Challenge, ChallengeAward, Tx } from "#api/sql/rows.ts";
import { challengeTermsOf } from "#api/use-cases/challenges/definition.ts";
import { takeCoupon } from "#api/use-cases/coupons/give-coupon.ts";
import { CouponPoolClosed } from "#api/use-cases/coupons/refusals.ts";
import type { Deps } from "#api/use-cases/deps.ts";

const givenForAward = (awardId: string) => `challenge:${awardId}`;

/** The coupon of an award, where its challenge gives one; the same again when it was given. */
export async function giveAwardCoupon(deps: Deps, challenge: Challenge, award: ChallengeAward): Promise<void> {
  const { coupon: code } = challengeTermsOf(challenge).reward;
  if (code === null) return;
  const { id, memberId } = award;
  await deps.db.$transaction(async (tx) => {
    const pool = await tx.couponPool.findFirst({ where: { code, partnerId: challenge.partnerId } });
    if (!pool) throw new CouponPoolClosed("ENDED");
    await takeCoupon(tx, pool, { memberId, givenFor: givenForAward(id), at: deps.clock.now() });
  });
}

/** What was not used yet is good no longer; a coupon that was used stays used. */
export async function revokeAwardCoupon(tx: Tx, awardId: string, at: Date): Promise<void> {
  const where = { givenFor: givenForAward(awardId), usedAt: null, revokedAt: null };
  await tx.coupon.updateMany({ where, data: { revokedAt: at } });
}
