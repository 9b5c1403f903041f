import { type Actor, systemActor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import { runCampaign } from "#api/test/live-campaign.ts";
import type { TestPartner, World } from "#api/test/world.ts";
import { generateCoupons } from "#api/use-cases/coupons/ask-for-codes.ts";
import { draftCouponPool } from "#api/use-cases/coupons/author-pool.ts";
import { giveCoupon } from "#api/use-cases/coupons/give-coupon.ts";
import { makeCoupons } from "#api/use-cases/coupons/make-coupons.ts";
import { transferCoupon } from "#api/use-cases/coupons/transfer-coupon.ts";
import { followReceipts } from "#api/use-cases/following/follow-receipts.ts";
import { draftGift, draftStampCard } from "#api/use-cases/gifts/author.ts";
import { draftOffer } from "#api/use-cases/offers/author-offer.ts";
import { makeOffers } from "#api/use-cases/offers/make-offers.ts";
import { publishOffering } from "#api/use-cases/offers/offerings.ts";
import { activateOffer } from "#api/use-cases/offers/take-offer.ts";
import { recordPurchase } from "#api/use-cases/purchases/record-purchase.ts";

type Side = { issuer: TestPartner; mark: string; memberId: string; amountE6: bigint };

/** Of each side: a pool with codes, one used, one held and one given to a friend, a stamp card, a gift, and an offer that was activated. */
export async function offersOfBoth(w: World, sides: readonly Side[]): Promise<void> {
  for (const side of sides) await ofOne(w, side);
  await followReceipts(w.deps, systemActor);
}

async function ofOne(w: World, { issuer, mark, memberId, amountE6 }: Side): Promise<void> {
  const { deps, clock } = w;
  const writes: Actor = { kind: "partnerStaff", id: newId("user"), partnerId: issuer.id, roles: ["MANAGER"] };
  const key = (deed: string) => `${mark}-${deed}-of-its-offers`;
  const face = (what: string) => ({
    code: `${mark}-${what}`,
    name: { en: `${mark} ${what}`, ru: `${mark} ${what} по-русски`, be: `${mark} ${what} па-беларуску` },
    terms: { en: `${mark} terms of its ${what}` },
    symbol: "STAR" as const,
    idempotencyKey: key(what),
  });
  const validFrom = new Date(clock.now().getTime() - 1);
  const card = await draftStampCard(deps, writes, { ...face("card"), size: 7 });
  const gift = await draftGift(deps, writes, { ...face("gift"), stock: 7_654_321n });
  const pool = await draftCouponPool(deps, writes, {
    ...face("pool"),
    ...{ validFrom, partnerIds: [issuer.id], transferable: true },
  });
  for (const { id } of [card, gift, pool]) await publishOffering(deps, writes, { offeringId: id });
  const run = await generateCoupons(deps, writes, { couponPoolId: pool.id, count: 3, idempotencyKey: key("codes") });
  await makeCoupons(deps, { couponRunId: run.id });
  const give = (nth: number) =>
    giveCoupon(deps, writes, { couponPoolId: pool.id, member: { memberId }, idempotencyKey: key(`coupon-${nth}`) });
  const [shown, gone] = [await give(1), await give(2), await give(3)];
  const campaignId = await runCampaign(w, issuer, {
    rules: [
      {
        label: { en: `${mark} offer` },
        coupon: pool.code,
        conditions: [{ label: { en: `${mark} asks` }, expression: `"${mark}-offer" in member.offers` }],
        effects: [{ kind: "points", give: { by: "FIXED", number: "7" } }],
      },
    ],
  });
  const offer = await draftOffer(deps, writes, {
    ...face("offer"),
    campaignId,
    audience: "MEMBERS",
    members: [memberId],
    controlBps: 0,
    validFrom,
  });
  await publishOffering(deps, writes, { offeringId: offer.id });
  await makeOffers(deps, { offerId: offer.id });
  const { id } = await deps.db.personalOffer.findFirstOrThrow({ where: { offerId: offer.id } });
  const member: Actor = { kind: "member", id: newId("user"), memberId };
  await activateOffer(deps, member, { personalOfferId: id });
  const friend = { id: newId("member"), enrolledAt: clock.now(), enrolledAtPartnerId: issuer.id };
  await deps.db.member.create({ data: friend });
  const to = { memberId: friend.id };
  await transferCoupon(deps, member, { couponId: gone.id, to, idempotencyKey: key("transfer") });
  await recordPurchase(deps, issuer.till, {
    member: { memberId },
    totalE6: amountE6,
    coupons: [shown.code ?? ""],
    receiptNumber: `${mark}-with-coupon`,
    idempotencyKey: key("purchase"),
  });
}
