import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "#api/kernel/ids.ts";
import { ruleOf, runCampaign } from "#api/test/live-campaign.ts";
import { draftOffer } from "#api/use-cases/offers/author-offer.ts";
import { makeOffers } from "#api/use-cases/offers/make-offers.ts";
import { publishOffering } from "#api/use-cases/offers/offerings.ts";
import { recordPurchase } from "#api/use-cases/purchases/record-purchase.ts";
import { cardNumber, type Hub, openHub, seen } from "#portal/test/hub.ts";

let hub: Hub;
beforeAll(async () => {
  hub = await openHub();
});
afterAll(() => hub?.close());

/** Three times the points at Grocer's for whoever activates it; meant for Ana. */
async function offerToAna(): Promise<void> {
  const { world, gateway } = hub;
  const { grocer, ana } = world;
  const rules = [ruleOf({ kind: "multiply", times: "3" }, '"bread" in member.offers')];
  const offer = await draftOffer(gateway.deps, grocer.finance, {
    ...{ code: "bread", name: { en: "Bread days" }, terms: { en: "For you." }, symbol: "POINTS" },
    ...{ audience: "MEMBERS", members: [ana.id], controlBps: 0, validFrom: new Date("2026-01-01T00:00:00Z") },
    campaignId: await runCampaign(world, grocer, { rules }),
    idempotencyKey: "bread-days-0123456789",
  });
  await publishOffering(gateway.deps, grocer.finance, { offeringId: offer.id });
  await makeOffers(gateway.deps, { offerId: offer.id });
}

test("a member activates an offer and collects three times the points at the till", async () => {
  await offerToAna();
  const page = await hub.open("ana");
  await page.goto("/en/me/offers");
  await page.getByRole("button", { name: "Activate" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Activate" }).click();
  await seen(page.getByText("Bread days: activated")).waitFor();
  await recordPurchase(hub.gateway.deps, hub.world.grocer.till, {
    member: { kind: "CARD", value: cardNumber },
    receiptNumber: "000401",
    totalE6: 10_000_000n,
    idempotencyKey: "bread-days-at-the-till",
  });
  await page.goto("/en/me");
  await seen(page.locator("[data-balance='686']")).waitFor();
  await page.context().close();
});

test("a partner makes a campaign from a shape, and somebody else of the house agrees", async () => {
  const author = await hub.open("grocer");
  await author.goto("/en/partner/campaigns/new");
  await author.getByLabel("Name: English").fill("Double on Mondays");
  await author.getByRole("button", { name: /Points times over/ }).click();
  await author.getByLabel("How many times over").fill("2");
  for (const on of ["Next", "Next", "Save and try"]) await author.getByRole("button", { name: on }).click();
  await author.getByRole("button", { name: "Submit" }).click();
  await author.getByRole("dialog").getByRole("textbox").fill("For quiet Mondays");
  await author.getByRole("dialog").getByRole("button", { name: "Submit" }).click();
  await author.waitForURL(/\/partner\/campaigns\/cmp_\w+$/);
  const address = new URL(author.url()).pathname;
  await author.context().close();

  const second = await hub.open("grocersManager");
  await second.goto(address);
  await second.getByRole("button", { name: "Agree" }).click();
  await second.getByRole("dialog").getByRole("button", { name: "Agree" }).click();
  await seen(second.getByText("You agreed to the campaign")).waitFor();
  await second.context().close();
  const version = await hub.gateway.deps.db.campaignVersion.findFirstOrThrow({ orderBy: { id: "desc" } });
  expect(["LIVE", "SCHEDULED"]).toContain(version.state);
});

/** Ana says that a receipt of Grocer's over 20.00 is missing. */
async function claimAtGrocers(claim: { receiptNumber: string; state: "WAITING" | "OVERDUE"; deadlineAt: Date }) {
  const { grocer, ana, clock } = hub.world;
  const id = newId("claim");
  const receipt = { boughtOn: clock.now(), amountE6: 20_000_000n, openedAt: clock.now() };
  const whose = { memberId: ana.id, partnerId: grocer.id, kind: "MISSING" } as const;
  await hub.gateway.deps.db.claim.create({ data: { id, ...whose, ...receipt, ...claim } });
  return id;
}

const DAY_MS = 86_400_000;

test("whoever manages a shop finds at its home what waits for them and what runs, and answers from there", async () => {
  const deadlineAt = new Date(Date.now() + DAY_MS);
  const id = await claimAtGrocers({ receiptNumber: "000403", state: "WAITING", deadlineAt });
  const page = await hub.open("grocersManager");
  await page.goto("/en/partner");
  await seen(page.getByRole("heading", { name: "Overview" })).waitFor();
  await seen(page.getByRole("link", { name: /Double on Mondays/ })).waitFor();
  await page.getByRole("link", { name: /Claims for missing receipts/ }).click();
  const row = page.getByRole("row", { name: /000403/ });
  await row.getByRole("button", { name: "Confirm" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Confirm" }).click();
  await seen(page.getByText("No claims")).waitFor();
  await page.context().close();
  expect(await hub.gateway.deps.db.claim.findUnique({ where: { id } })).toMatchObject({ state: "CONFIRMED" });
});

test("the operator answers a claim that the partner let lie, and it leaves the work queue", async () => {
  const id = await claimAtGrocers({ receiptNumber: "000402", state: "OVERDUE", deadlineAt: new Date() });
  const page = await hub.open("clerk");
  await page.goto("/en/operator");
  await page.getByRole("link", { name: /Claims nobody answered in time/ }).click();
  await page
    .getByRole("row", { name: /000402/ })
    .getByRole("button", { name: "Confirm" })
    .click();
  await page.getByRole("dialog").getByRole("button", { name: "Confirm" }).click();
  await seen(page.getByText("No claims")).waitFor();
  await page.goto("/en/operator");
  await seen(page.getByRole("heading", { name: "Work queue" })).waitFor();
  expect(await page.locator("[data-work='CLAIMS_OVERDUE']").count()).toBe(0);
  await page.context().close();
  const claim = await hub.gateway.deps.db.claim.findUnique({ where: { id } });
  expect(claim).toMatchObject({ state: "CONFIRMED", points: 20n });
});

test("a form that was sent is not sent again while the next page is still on its way", async () => {
  const page = await hub.open("admin");
  const released = Promise.withResolvers<void>();
  await page.route(/\/operator\/challenges\/chl_\w+/, async (route) => {
    await released.promise;
    await route.continue();
  });
  await page.goto("/en/operator/challenges/new");
  for (const label of ["Challenge · English", "What to do · English"]) await page.getByLabel(label).fill("Three shops");
  await page.getByLabel("Given at most").fill("100");
  await page.getByLabel("Points").first().fill("50");
  const save = page.getByRole("button", { name: "Save the draft" });
  await save.click();
  await seen(page.getByText("There is a draft")).waitFor();
  expect(await save.isDisabled()).toBe(true);
  released.resolve();
  await page.waitForURL(/\/operator\/challenges\/(?!new)\w+$/);
  await page.context().close();
  expect(await hub.gateway.deps.db.challenge.count()).toBe(1);
});

test("a till's question is a press away on every page, and stands alone on its own", async () => {
  const { ana, grocer } = hub.world;
  const id = newId("spendRequest");
  const asked = { points: 200n, cause: "MANY_POINTS", state: "WAITING", code: "4711" } as const;
  const when = { requestedAt: new Date(), expiresAt: new Date(Date.now() + DAY_MS) };
  await hub.gateway.deps.db.spendRequest.create({
    data: { id, memberId: ana.id, partnerId: grocer.id, ...asked, ...when },
  });
  const page = await hub.open("ana");
  await page.goto("/en/me");
  const banner = page.getByRole("link", { name: /wants 200 of your points/ });
  await seen(banner).click();
  await page.waitForURL(`**/me/confirm/${id}`);
  await seen(page.getByText("4711")).waitFor();
  expect(await banner.filter({ visible: true }).count()).toBe(0);
  await page.context().close();
});

test("what somebody may not do is not offered to them, and its page says so", async () => {
  const page = await hub.open("risk");
  await page.goto("/en/operator/draws");
  await seen(page.getByRole("heading", { name: "Draws", exact: true })).waitFor();
  expect(await page.locator("a[href$='/operator/draws/new']").count()).toBe(0);
  const editors = ["draws/new", "challenges/new", "activities/reward?kind=payment", "journeys/templates/new"];
  for (const path of editors) {
    await page.goto(`/en/operator/${path}`);
    await seen(page.getByRole("heading", { name: "This page belongs to someone else" })).waitFor();
  }
  await page.context().close();
});
