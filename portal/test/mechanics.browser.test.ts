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
    ...{ audience: "MEMBERS", memberIds: [ana.id], controlBps: 0, validFrom: new Date("2026-01-01T00:00:00Z") },
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

test("the operator answers a claim that the partner let lie, and it leaves the work queue", async () => {
  const { gateway, world } = hub;
  const { grocer, ana, clock } = world;
  const at = clock.now();
  const receipt = { receiptNumber: "000402", boughtOn: at, amountE6: 20_000_000n, openedAt: at, deadlineAt: at };
  const claim = {
    id: newId("claim"),
    memberId: ana.id,
    partnerId: grocer.id,
    kind: "MISSING",
    state: "OVERDUE",
  } as const;
  await gateway.deps.db.claim.create({ data: { ...claim, ...receipt } });
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
  expect(await gateway.deps.db.claim.findUnique({ where: { id: claim.id } })).toMatchObject({
    state: "CONFIRMED",
    points: 20n,
  });
});
