import { expect, test } from "vitest";
import { systemActor } from "#api/kernel/actor.ts";
import { findCounters } from "#api/ledger/counters.ts";
import { bringBack, buy, heldBy, key, outcomes, poolOf, rewarding } from "#api/test/coupons.ts";
import { ruleOf, runCampaign } from "#api/test/live-campaign.ts";
import { type World, world } from "#api/test/world.ts";
import { couponCounterOf } from "#api/use-cases/coupons/counters.ts";
import { giveCoupon } from "#api/use-cases/coupons/give-coupon.ts";
import { followReceipts } from "#api/use-cases/following/follow-receipts.ts";
import { mergeMembers } from "#api/use-cases/points/merge-members.ts";
import { draftOffer } from "./author-offer.ts";
import { listMyOffers } from "./find-offers.ts";
import { makeOffers } from "./make-offers.ts";
import { publishOffering } from "./offerings.ts";
import { activateOffer } from "./take-offer.ts";

/** Ana's membership ends in Bohdan's. */
const merge = ({ deps, operator, ana, bohdan }: World) =>
  mergeMembers(deps, operator, {
    fromMemberId: ana.id,
    intoMemberId: bohdan.id,
    reason: "one person",
    idempotencyKey: key(),
  });

const usesOf = async (w: World, memberId: string) =>
  [...(await findCounters(w.deps.db, [couponCounterOf("hello", memberId)])).values()][0];

test("a promo code that a merged member used is used up for the survivor, until the receipt comes back", async () => {
  const w = await world();
  await poolOf(w, w.operator, { code: "hello", promoCode: "HELLO", usesPerMember: 1n });
  await runCampaign(w, w.grocer, rewarding("hello"));
  const { purchase } = await buy(w, w.grocer, { coupons: ["HELLO"] });
  await merge(w);
  expect([await usesOf(w, w.ana.id), await usesOf(w, w.bohdan.id)]).toEqual([0n, 1n]);
  const again = async () => outcomes((await buy(w, w.grocer, { coupons: ["HELLO"], memberId: w.bohdan.id })).purchase);
  expect(await again()).toEqual(["USED"]);
  await bringBack(w, purchase.id);
  expect([await usesOf(w, w.ana.id), await usesOf(w, w.bohdan.id)]).toEqual([0n, 0n]);
  expect(await again()).toEqual(["APPLIED"]);
});

test("a promo code that a merged member held is marked as used when the survivor uses it", async () => {
  const w = await world();
  const pool = await poolOf(w, w.grocer.finance, { code: "hello", promoCode: "HELLO" });
  await giveCoupon(w.deps, w.grocer.finance, {
    couponPoolId: pool.id,
    member: { memberId: w.ana.id },
    idempotencyKey: key(),
  });
  await runCampaign(w, w.grocer, rewarding("hello"));
  await merge(w);
  await buy(w, w.grocer, { coupons: ["HELLO"], memberId: w.bohdan.id });
  await followReceipts(w.deps, systemActor);
  expect(await heldBy(w, "ACTIVE", w.bohdan)).toEqual([]);
  expect(await heldBy(w, "USED", w.bohdan)).toHaveLength(1);
});

test("an activated offer goes on with the survivor, and a receipt from before the merge uses it", async () => {
  const w = await world();
  const { ofAna } = await offered(w);
  await activateOffer(w.deps, w.ana.actor, { personalOfferId: ofAna });
  expect((await buy(w, w.grocer, { coupons: [] })).purchase.pointsEarned).toBe(30n);
  await merge(w);
  await followReceipts(w.deps, systemActor);
  const { rows } = await listMyOffers(w.deps, w.bohdan.actor, { first: 10, after: null });
  expect(rows).toMatchObject([{ id: ofAna, activatedAt: w.clock.now(), usedAt: w.clock.now() }]);
  expect((await buy(w, w.grocer, { coupons: [], memberId: w.bohdan.id })).purchase.pointsEarned).toBe(30n);
  expect(await w.deps.db.personalOffer.count()).toBe(1);
});

test("where neither activated it, the survivor's own offer stays, control group or not", async () => {
  const w = await world();
  const { ofBohdan } = await offered(w);
  await w.deps.db.personalOffer.update({ where: { id: ofBohdan }, data: { group: "CONTROL" } });
  await merge(w);
  expect(await w.deps.db.personalOffer.findMany()).toMatchObject([{ id: ofBohdan, group: "CONTROL" }]);
});

test("a merged member's place in a control group is the survivor's, who would otherwise have none", async () => {
  const w = await world();
  const { ofAna, ofBohdan } = await offered(w);
  await w.deps.db.personalOffer.delete({ where: { id: ofBohdan } });
  await w.deps.db.personalOffer.update({ where: { id: ofAna }, data: { group: "CONTROL" } });
  await merge(w);
  expect(await w.deps.db.personalOffer.findMany()).toMatchObject([{ memberId: w.bohdan.id, group: "CONTROL" }]);
});

/** Three times the points at Grocer, offered to both. */
async function offered(w: World): Promise<{ ofAna: string; ofBohdan: string }> {
  const campaignId = await runCampaign(w, w.grocer, {
    rules: [ruleOf({ kind: "multiply", times: "3" }, '"back" in member.offers')],
  });
  const offer = await draftOffer(w.deps, w.grocer.finance, {
    ...{ code: "back", name: { en: "Triple" }, terms: { en: "For all." }, symbol: "POINTS" as const },
    ...{ audience: "TAG" as const, audienceRef: "loyal", controlBps: 0, campaignId, idempotencyKey: key() },
    validFrom: new Date("2026-01-01T00:00:00Z"),
  });
  const tag = { house: w.grocer.id, tag: "loyal", taggedBy: "system", taggedAt: w.clock.now() };
  await w.deps.db.memberTag.createMany({ data: [w.ana.id, w.bohdan.id].map((memberId) => ({ memberId, ...tag })) });
  await publishOffering(w.deps, w.grocer.finance, { offeringId: offer.id });
  await makeOffers(w.deps, { offerId: offer.id });
  const rows = await w.deps.db.personalOffer.findMany();
  const idOf = (memberId: string) => rows.find((row) => row.memberId === memberId)?.id ?? "";
  return { ofAna: idOf(w.ana.id), ofBohdan: idOf(w.bohdan.id) };
}
