import { expect, test } from "vitest";
import { key } from "#api/test/coupons.ts";
import { ruleOf, runCampaign } from "#api/test/live-campaign.ts";
import { type TestPartner, type World, world } from "#api/test/world.ts";
import { type AuthorOffer, draftOffer, editOffer } from "./author-offer.ts";
import { countMyOffers, findGiven, type ListMyOffers, listMyOffers } from "./find-offers.ts";
import { makeOffers } from "./make-offers.ts";
import { publishOffering } from "./offerings.ts";
import { activateOffer } from "./take-offer.ts";

const tripled = { kind: "multiply" as const, times: "3" };

/** An offer of a house to whoever it calls loyal, Ana among them. */
async function draft(w: World, house: TestPartner, wish: { code: string } & Partial<AuthorOffer>) {
  const campaignId = await runCampaign(w, house, { rules: [ruleOf(tripled, `"${wish.code}" in member.offers`)] });
  const offer = await draftOffer(w.deps, house.finance, {
    ...{ name: { en: wish.code }, terms: { en: "For you." }, symbol: "POINTS", audience: "TAG", audienceRef: "loyal" },
    ...{ controlBps: 0, campaignId, validFrom: new Date("2026-01-01T00:00:00Z"), idempotencyKey: key() },
    ...wish,
  });
  return { offer, campaignId };
}

async function offer(w: World, house: TestPartner, wish: { code: string; category?: string }): Promise<void> {
  const { offer: drafted } = await draft(w, house, wish);
  const tag = { house: house.id, tag: "loyal", taggedBy: "system", taggedAt: w.clock.now() };
  await w.deps.db.memberTag.createMany({ data: [{ memberId: w.ana.id, ...tag }], skipDuplicates: true });
  await publishOffering(w.deps, house.finance, { offeringId: drafted.id });
  await makeOffers(w.deps, { offerId: drafted.id });
}

test("members find their offers by partner, category and words, and read beforehand how many there are of each", async () => {
  const w = await world();
  await offer(w, w.grocer, { code: "bread", category: "bakery" });
  await offer(w, w.grocer, { code: "cake", category: "bakery" });
  await offer(w, w.fuel, { code: "wash" });
  const found = async (wish: Partial<ListMyOffers>) =>
    (await listMyOffers(w.deps, w.ana.actor, { first: 10, after: null, ...wish })).rows.map((row) => row.offer.code);
  expect(await found({ partnerId: w.grocer.id })).toEqual(["cake", "bread"]);
  expect(await found({ category: "bakery", search: "CAK" })).toEqual(["cake"]);
  expect(await found({ partnerId: w.fuel.id, category: "bakery" })).toEqual([]);
  expect(new Set(await countMyOffers(w.deps, w.ana.actor, {}))).toEqual(
    new Set([
      { partnerId: w.grocer.id, category: "bakery", offers: 2, once: 2 },
      { partnerId: w.fuel.id, category: null, offers: 1, once: 1 },
    ]),
  );
  expect(await countMyOffers(w.deps, w.bohdan.actor, {})).toEqual([]);
});

test("what a member activated is counted apart from what is still to be activated", async () => {
  const w = await world();
  await offer(w, w.grocer, { code: "bread" });
  await offer(w, w.grocer, { code: "cake" });
  const [newest] = (await listMyOffers(w.deps, w.ana.actor, { first: 1, after: null })).rows;
  await activateOffer(w.deps, w.ana.actor, { personalOfferId: newest?.id ?? "" });
  await offer(w, w.fuel, { code: "wash" });
  const counted = async (activated: boolean | null) =>
    new Map((await countMyOffers(w.deps, w.ana.actor, { activated })).map((row) => [row.partnerId, row.offers]));
  expect(await counted(true)).toEqual(new Map([[w.grocer.id, 1]]));
  expect(await counted(false)).toEqual(
    new Map([
      [w.grocer.id, 1],
      [w.fuel.id, 1],
    ]),
  );
  expect(await counted(null)).toEqual(
    new Map([
      [w.grocer.id, 2],
      [w.fuel.id, 1],
    ]),
  );
});

test("whoever writes a campaign reads what an offer would give before it is agreed on; members and other houses do not", async () => {
  const w = await world();
  const { campaignId } = await draft(w, w.grocer, { code: "bread" });
  await w.deps.db.campaignVersion.updateMany({ data: { state: "DRAFT" } });
  const given = async (actor: World["operator"]) =>
    (await findGiven(w.deps, actor, [campaignId])).get(campaignId)?.map(({ kind }) => kind);
  expect(await given(w.grocer.finance)).toEqual(["multiply"]);
  expect([await given(w.ana.actor), await given(w.fuel.finance)]).toEqual([undefined, undefined]);
});

test("a draft is written anew with all that it says, but its code", async () => {
  const w = await world();
  const { offer: drafted, campaignId } = await draft(w, w.grocer, { code: "bread", lastsDays: 14, category: "bakery" });
  const said = { name: { en: "Cake", ru: "Торт" }, terms: { en: "While warm." }, symbol: "BREAD" as const };
  const whom = { audience: "TAG" as const, audienceRef: "new", controlBps: 1_250, campaignId };
  const validFrom = new Date("2026-02-01T00:00:00Z");
  await editOffer(w.deps, w.grocer.finance, { offeringId: drafted.id, ...said, ...whom, validFrom });
  const { name: title, ...rest } = said;
  expect(await w.deps.db.offer.findUnique({ where: { id: drafted.id } })).toMatchObject({
    ...{ title, ...rest, ...whom, validFrom, code: "bread", state: "DRAFT" },
    ...{ lastsDays: null, category: null },
  });
});
