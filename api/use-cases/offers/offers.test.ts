import { expect, test } from "vitest";
import { groupOf } from "#api/engine/control-group.ts";
import { systemActor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import { ruleOf, runCampaign } from "#api/test/live-campaign.ts";
import { type TestPartner, type World, world } from "#api/test/world.ts";
import { generateCoupons } from "#api/use-cases/coupons/ask-for-codes.ts";
import { draftCouponPool } from "#api/use-cases/coupons/author-pool.ts";
import { makeCoupons } from "#api/use-cases/coupons/make-coupons.ts";
import { listMyCoupons } from "#api/use-cases/coupons/my-coupons.ts";
import { followReceipts } from "#api/use-cases/following/follow-receipts.ts";
import { findFullExplanations } from "#api/use-cases/purchases/full-explanation.ts";
import { recordPurchase } from "#api/use-cases/purchases/record-purchase.ts";
import { returnPurchase } from "#api/use-cases/purchases/return-purchase.ts";
import { type AuthorOffer, draftOffer, editOffer } from "./author-offer.ts";
import { countMyOffers, findOfferFigures, listMyOffers } from "./find-offers.ts";
import { makeDueOffers, makeOffers } from "./make-offers.ts";
import { endOffering, publishOffering } from "./offerings.ts";
import { activateOffer, seeOffers } from "./take-offer.ts";
import { readUsesByDay } from "./uses-by-day.ts";

const EUR = 1_000_000n;
let numbers = 0;
const key = () => `offer-test-${++numbers}-0123456789`;

const face = { name: { en: "Triple points" }, terms: { en: "For two weeks." }, symbol: "POINTS" as const };

/** Three times the contract's points at Fuel for whoever activated the offer. */
const triple = (w: World) =>
  runCampaign(w, w.fuel, { rules: [ruleOf({ kind: "multiply", times: "3" }, '"back" in member.offers')] });

async function publish(w: World, wish: Partial<AuthorOffer> & Pick<AuthorOffer, "audience">) {
  const frame = { ...face, code: "back", controlBps: 0, validFrom: new Date("2026-01-01T00:00:00Z") };
  const asked = { ...frame, ...wish, idempotencyKey: key() };
  const offer = await draftOffer(w.deps, w.fuel.finance, asked);
  await publishOffering(w.deps, w.fuel.finance, { offeringId: offer.id });
  return offer;
}

const buy = async (w: World, at: TestPartner, memberId: string) =>
  (
    await recordPurchase(w.deps, at.till, {
      member: { kind: "PARTNER_NUMBER", value: memberId },
      totalE6: 100n * EUR,
      receiptNumber: `R-${++numbers}`,
      idempotencyKey: key(),
    })
  ).purchase;

const myOffers = (w: World, wish: { activated?: boolean; search?: string; partnerId?: string } = {}) =>
  listMyOffers(w.deps, w.ana.actor, { first: 10, after: null, ...wish });

test("M16 who bought at Grocer and not at Fuel in 60 days gets x3 at Fuel for two weeks; a tenth is control and gets nothing", async () => {
  const w = await world();
  const members = await newMembers(w, 400);
  const segmentId = await segmentOf(w, members);
  const campaignId = await triple(w);
  const wish = { audience: "SEGMENT" as const, audienceRef: segmentId, controlBps: 1_000, lastsDays: 14, campaignId };
  const offer = await publish(w, wish);
  expect(await makeOffers(w.deps, { offerId: offer.id })).toBe(401);
  expect(await makeOffers(w.deps, { offerId: offer.id })).toBe(0);
  const control = members.filter((memberId) => groupOf({ id: offer.id, memberId, controlBps: 1_000 }) === "CONTROL");
  const heldBack = await w.deps.db.personalOffer.findMany({
    where: { group: "CONTROL", memberId: { in: members } },
    select: { memberId: true },
  });
  expect(new Set(heldBack.map(({ memberId }) => memberId))).toEqual(new Set(control));
  // Chance holds one Ana in ten back.
  await w.deps.db.personalOffer.updateMany({ where: { memberId: w.ana.id }, data: { group: "TREATED" } });
  const [mine] = await w.deps.db.personalOffer.findMany({ where: { memberId: w.ana.id } });
  expect(mine).toMatchObject({ group: "TREATED", expiresAt: new Date("2026-03-24T12:00:00Z") });
  expect((await buy(w, w.fuel, w.ana.id)).pointsEarned).toBe(100n);
  await seeOffers(w.deps, w.ana.actor, { personalOfferIds: [mine?.id ?? ""] });
  await activateOffer(w.deps, w.ana.actor, { personalOfferId: mine?.id ?? "" });
  w.clock.set(new Date("2026-03-11T12:00:00Z"));
  const tripled = await buy(w, w.fuel, w.ana.id);
  expect(tripled.pointsEarned).toBe(300n);
  expect((await buy(w, w.fuel, control[0] ?? "")).pointsEarned).toBe(100n);
  await followReceipts(w.deps, systemActor);
  const figures = async () => (await findOfferFigures(w.deps, w.fuel.finance, [offer.id])).get(offer.id);
  const made = { made: 401, seen: 1, activated: 1 };
  expect(await figures()).toMatchObject({ ...made, used: 1 });
  expect((await readUsesByDay(w.deps, w.fuel.finance, { days: 2 })).map(({ offers }) => offers)).toEqual([0, 1]);
  await returnPurchase(w.deps, w.fuel.till, {
    purchase: { purchaseId: tripled.id },
    receiptNumber: "B-1",
    idempotencyKey: key(),
  });
  await followReceipts(w.deps, systemActor);
  expect(await figures()).toMatchObject({ ...made, used: 0 });
  w.clock.set(new Date("2026-03-24T12:00:00Z"));
  expect((await buy(w, w.fuel, w.ana.id)).pointsEarned).toBe(100n);
  expect((await myOffers(w)).rows).toEqual([]);
}, 60_000);

test("whoever comes into the segment later is offered it then, and whoever left it keeps it", async () => {
  const w = await world();
  const segmentId = await segmentOf(w, []);
  const offer = await publish(w, { audience: "SEGMENT", audienceRef: segmentId, campaignId: await triple(w) });
  await makeOffers(w.deps, { offerId: offer.id });
  await w.deps.db.segmentMember.updateMany({ data: { leftAt: w.clock.now() } });
  const [late = ""] = await newMembers(w, 1);
  await w.deps.db.segmentMember.create({ data: { segmentId, memberId: late, enteredAt: w.clock.now() } });
  expect(await makeDueOffers(w.deps, systemActor)).toBe(1);
  expect((await myOffers(w)).rows).toHaveLength(1);
});

test("the control group sees nothing and can activate nothing", async () => {
  const w = await world();
  const wish = { audience: "MEMBERS" as const, members: [w.ana.id], campaignId: await triple(w) };
  await expect(publish(w, wish)).rejects.toMatchObject({ code: "MEMBERS_UNKNOWN" });
  await known(w);
  const made = await publish(w, wish);
  await makeOffers(w.deps, { offerId: made.id });
  await w.deps.db.personalOffer.updateMany({ data: { group: "CONTROL" } });
  expect((await myOffers(w)).rows).toEqual([]);
  const [own] = await w.deps.db.personalOffer.findMany();
  const activating = activateOffer(w.deps, w.ana.actor, { personalOfferId: own?.id ?? "" });
  await expect(activating).rejects.toMatchObject({ code: "PERSONAL_OFFER_NOT_FOUND" });
});

test("a draft is for a list as people type it; written anew without one it keeps it", async () => {
  const w = await world();
  await known(w);
  const campaignId = await triple(w);
  const frame = { ...face, controlBps: 0, validFrom: new Date("2026-01-01T00:00:00Z"), campaignId };
  const asked = { ...frame, audience: "MEMBERS" as const, code: "typed", members: [w.ana.id, "nobody@example.by"] };
  const drafting = draftOffer(w.deps, w.fuel.finance, { ...asked, idempotencyKey: key() });
  await expect(drafting).rejects.toMatchObject({ code: "MEMBERS_UNKNOWN", identifiers: ["nobody@example.by"] });
  const drafted = { ...asked, members: [w.ana.id], idempotencyKey: key() };
  const { id: offeringId } = await draftOffer(w.deps, w.fuel.finance, drafted);
  const { code: _code, members: _members, ...again } = asked;
  expect((await editOffer(w.deps, w.fuel.finance, { ...again, offeringId })).memberIds).toEqual([w.ana.id]);
  const toTag = { ...again, audience: "TAG" as const, audienceRef: "loyal", offeringId };
  await editOffer(w.deps, w.fuel.finance, toTag);
  await expect(editOffer(w.deps, w.fuel.finance, { ...again, offeringId })).rejects.toMatchObject({
    code: "INVALID_VALUE",
    field: "members",
  });
});

test("M16 an offer of the coalition at one partner alone: others' tills give nothing and say why; its coupon is good nowhere else", async () => {
  const w = await world();
  await known(w);
  const asks = ['"back" in member.offers', 'receipt.partner in ["FUEL"]'];
  const give = { kind: "points", give: { by: "FIXED", number: "70" } } as const;
  const campaignId = await runCampaign(w, null, { rules: [ruleOf(give, ...asks)] });
  const loose = await runCampaign(w, null, { rules: [ruleOf(give, asks[0] ?? "", "receipt.total > 5000")] });
  const fuels = await runCampaign(w, w.fuel, { rules: [ruleOf(give, '"own" in member.offers')] });
  const frame = { ...face, audience: "MEMBERS" as const, members: [w.ana.id], controlBps: 0 };
  const asked = { ...frame, validFrom: new Date("2026-01-01T00:00:00Z"), partnerIds: [w.fuel.id] };
  const draft = (wish: Partial<AuthorOffer>) =>
    draftOffer(w.deps, w.operator, { ...asked, code: "back", campaignId, ...wish, idempotencyKey: key() });
  const out = (offeringId: string) => publishOffering(w.deps, w.operator, { offeringId });

  await expect(draft({ partnerIds: ["ptn_none"] })).rejects.toMatchObject({ code: "PARTNER_NOT_FOUND" });
  const own = draftOffer(w.deps, w.fuel.finance, { ...asked, code: "own", campaignId: fuels, idempotencyKey: key() });
  await expect(own).rejects.toMatchObject({ code: "INVALID_VALUE", field: "partnerIds" });
  const { id } = await draft({ campaignId: loose });
  await expect(out(id)).rejects.toMatchObject({ code: "OFFER_NOT_ASKED", expression: asks[1] });
  const wide = { ...face, code: "wide", validFrom: asked.validFrom, idempotencyKey: key() };
  const pool = await draftCouponPool(w.deps, w.operator, wide);
  await editOffer(w.deps, w.operator, { ...asked, offeringId: id, campaignId, couponPoolId: pool.id });
  await expect(out(id)).rejects.toMatchObject({ code: "INVALID_VALUE", field: "couponPoolId" });
  await editOffer(w.deps, w.operator, { ...asked, offeringId: id, campaignId });
  await out(id);
  await makeOffers(w.deps, { offerId: id });

  const [made] = (await myOffers(w, { partnerId: w.fuel.id })).rows;
  expect(made?.offer.partnerIds).toEqual([w.fuel.id]);
  expect((await myOffers(w, { partnerId: w.grocer.id })).rows).toEqual([]);
  const held = (partnerIds: string[]) => w.deps.db.offer.update({ where: { id }, data: { partnerIds } });
  await held([w.fuel.id, w.grocer.id]);
  expect(await countMyOffers(w.deps, w.ana.actor, {})).toEqual([
    { partnerId: w.fuel.id, category: null, offers: 1, once: 1 },
    { partnerId: w.grocer.id, category: null, offers: 1, once: 0 },
  ]);
  await held([w.fuel.id]);
  await activateOffer(w.deps, w.ana.actor, { personalOfferId: made?.id ?? "" });
  expect((await buy(w, w.fuel, w.ana.id)).pointsEarned).toBe(170n);
  const number = { kind: "PARTNER_NUMBER" as const, value: w.ana.id, scope: w.grocer.id };
  await w.deps.db.identifier.create({ data: { id: newId("identifier"), memberId: w.ana.id, ...number } });
  const elsewhere = await buy(w, w.grocer, w.ana.id);
  expect(elsewhere.pointsEarned).toBe(100n);
  const told = (await findFullExplanations(w.deps, w.grocer.till, [elsewhere.id])).get(elsewhere.id);
  const step = told?.steps.find(({ campaign }) => campaign?.id === campaignId);
  expect(step, "the offer is Ana's: it is the place that does not fit").toMatchObject({
    because: "CONDITION",
    condition: 1,
  });
});

test("activating gives a coupon of the offer's pool, once; nobody activates another's offer", async () => {
  const w = await world();
  await known(w);
  const pool = await draftCouponPool(w.deps, w.fuel.finance, {
    ...face,
    code: "wash",
    validFrom: new Date("2026-01-01T00:00:00Z"),
    idempotencyKey: key(),
  });
  await publishOffering(w.deps, w.fuel.finance, { offeringId: pool.id });
  const run = await generateCoupons(w.deps, w.fuel.finance, { couponPoolId: pool.id, count: 3, idempotencyKey: key() });
  await makeCoupons(w.deps, { couponRunId: run.id });
  const offer = await publish(w, { audience: "MEMBERS", members: [w.ana.id], couponPoolId: pool.id });
  await makeOffers(w.deps, { offerId: offer.id });
  const [mine] = (await myOffers(w, { search: "triple" })).rows;
  const activate = (actor = w.ana.actor) => activateOffer(w.deps, actor, { personalOfferId: mine?.id ?? "" });
  await expect(activate(w.bohdan.actor)).rejects.toMatchObject({ code: "PERSONAL_OFFER_NOT_FOUND" });
  await Promise.all([activate(), activate()]);
  const coupons = await listMyCoupons(w.deps, w.ana.actor, { first: 10, after: null, state: "ACTIVE" });
  expect(coupons.rows).toHaveLength(1);
  expect((await myOffers(w, { activated: true })).rows).toHaveLength(1);
  expect((await myOffers(w, { search: "nothing like it" })).rows).toEqual([]);
});

test("an offer whose campaign would give the same to everybody, or is not agreed on, is not published", async () => {
  const w = await world();
  await known(w);
  const open = await runCampaign(w, w.fuel, { rules: [ruleOf({ kind: "multiply", times: "3" })] });
  const wish = { audience: "MEMBERS" as const, members: [w.ana.id] };
  await expect(publish(w, { ...wish, campaignId: open })).rejects.toMatchObject({
    code: "OFFER_NOT_ASKED",
    expression: '"back" in member.offers',
  });
  const ended = await triple(w);
  await w.deps.db.campaignVersion.updateMany({ where: { campaignId: ended }, data: { state: "ENDED" } });
  await expect(publish(w, { ...wish, campaignId: ended, code: "other" })).rejects.toMatchObject({
    code: "OFFER_CAMPAIGN_NOT_READY",
  });
  await expect(publish(w, { ...wish, code: "third" })).rejects.toMatchObject({ code: "INVALID_VALUE" });
});

test("only a draft is edited, by its own house; an ended offer is made to nobody", async () => {
  const w = await world();
  await known(w);
  const wish = { audience: "MEMBERS" as const, members: [w.ana.id], campaignId: await triple(w) };
  const offer = await publish(w, wish);
  const edit = { ...face, ...wish, controlBps: 0, validFrom: w.clock.now(), offeringId: offer.id };
  await expect(editOffer(w.deps, w.fuel.finance, edit)).rejects.toMatchObject({ code: "TRANSITION_REFUSED" });
  await expect(editOffer(w.deps, w.grocer.finance, edit)).rejects.toMatchObject({ code: "OFFERING_NOT_FOUND" });
  await endOffering(w.deps, w.fuel.finance, { offeringId: offer.id });
  expect(await makeOffers(w.deps, { offerId: offer.id })).toBe(0);
});

/** Fuel's own number for Ana: it has seen her. */
async function known({ deps, fuel, ana }: World): Promise<void> {
  const number = { kind: "PARTNER_NUMBER" as const, value: ana.id, scope: fuel.id };
  await deps.db.identifier.create({ data: { id: newId("identifier"), memberId: ana.id, ...number } });
  const buying = { member: { kind: "PARTNER_NUMBER" as const, value: ana.id }, totalE6: EUR, receiptNumber: "first" };
  await recordPurchase(deps, fuel.till, { ...buying, idempotencyKey: key() });
}

async function segmentOf({ deps, clock, fuel, ana }: World, others: readonly string[]): Promise<string> {
  const id = newId("segment");
  const expression = 'spendAt("grocer", 60) > 0 && visitsAt("fuel", 60) == 0';
  const segment = { id, house: fuel.id, code: "lost", name: { en: "Lost" }, expression, createdBy: "system" };
  await deps.db.segment.create({ data: { ...segment, createdAt: clock.now() } });
  const memberIds = [ana.id, ...others];
  await deps.db.segmentMember.createMany({
    data: memberIds.map((memberId) => ({ segmentId: id, memberId, enteredAt: clock.now() })),
  });
  await deps.db.identifier.createMany({
    data: memberIds.map((memberId) => ({
      ...{ id: newId("identifier"), memberId, kind: "PARTNER_NUMBER" as const },
      ...{ value: memberId, scope: fuel.id },
    })),
  });
  return id;
}

async function newMembers({ deps, clock, grocer }: World, count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => newId("member"));
  await deps.db.member.createMany({
    data: ids.map((id) => ({ id, enrolledAt: clock.now(), enrolledAtPartnerId: grocer.id })),
  });
  await deps.db.wallet.createMany({ data: ids.map((memberId) => ({ memberId })) });
  return ids;
}
