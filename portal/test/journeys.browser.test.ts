import { afterAll, beforeAll, expect, test } from "vitest";
import { recordPurchase } from "#api/use-cases/purchases/record-purchase.ts";
import { cardNumber, credentials, type Hub, openHub, seen } from "#portal/test/hub.ts";

let hub: Hub;
beforeAll(async () => {
  hub = await openHub();
});
afterAll(() => hub?.close());

test("a member signs in, reads the one balance, and sees it change by itself when a till far away sells bread", async () => {
  const page = await hub.open(null);
  await page.goto("/en/sign-in");
  const { email, password } = credentials("ana");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await seen(page.locator("[data-balance='656']")).waitFor();
  await seen(page.locator("[data-live='live']")).waitFor();

  await recordPurchase(hub.gateway.deps, hub.world.pharmacy.till, {
    member: { kind: "CARD", value: cardNumber },
    receiptNumber: "000300",
    totalE6: 100_000_000n,
    idempotencyKey: "aspirin-0123456789abcdef",
  });
  await seen(page.locator("[data-balance='756']")).waitFor();

  await page.getByRole("link", { name: /Fuel.*Points spent/ }).click();
  await page.getByRole("heading", { name: "Points spent" }).waitFor();
  await seen(page.getByText("000007")).waitFor();
  await page.context().close();
});

test("a wrong password is refused in words, and tells nothing of who exists", async () => {
  const page = await hub.open(null);
  await page.goto("/en/sign-in");
  await page.getByLabel("E-mail").fill("nobody@example.org");
  await page.getByLabel("Password").fill("wrong password");
  await page.getByRole("button", { name: "Sign in" }).click();
  await seen(page.getByText("E-mail and password do not match.")).waitFor();
  await page.context().close();
});

test("a partner follows what it is owed to the very entry in two clicks", async () => {
  const page = await hub.open("fuel");
  await page.goto("/en/partner/position");
  await seen(page.locator("[data-net='-3.34']")).waitFor();
  await seen(page.getByText("You are owed")).waitFor();

  await page.getByRole("link", { name: "−€3.40" }).click();
  await page.getByRole("link", { name: /\d{4}, \d\d:\d\d/ }).click();
  const credit = page.getByRole("row", { name: /Position/ });
  await credit.waitFor();
  expect(await credit.textContent()).toContain("€3.40");
  await page.context().close();
});

test("two people close a cycle and finance approves it: who owes whom is settled to the cent", async () => {
  const clerk = await hub.open("clerk");
  await clerk.goto(`/en/operator/cycles/${hub.world.cycleId}`);
  await clerk.getByRole("button", { name: "Close the cycle" }).click();
  await clerk.getByRole("button", { name: "Close now" }).click();
  await seen(clerk.getByText("Say why in a few words.")).waitFor();
  await clerk.getByLabel("Reason").fill("The auditors come tomorrow");
  await clerk.getByRole("button", { name: "Close now" }).click();
  await seen(clerk.getByText("a second person can now approve")).waitFor();
  await clerk.context().close();

  const finance = await hub.open("finance");
  await finance.goto("/en/operator/approvals");
  await seen(finance.getByText("The auditors come tomorrow")).waitFor();
  await finance.getByRole("button", { name: "Approve" }).click();
  await finance.getByRole("dialog").getByRole("button", { name: "Approve" }).click();
  await seen(finance.getByText("Nothing waits for you")).waitFor();

  await finance.goto(`/en/operator/cycles/${hub.world.cycleId}`);
  await finance.getByRole("button", { name: "Approve" }).click();
  await finance.getByRole("button", { name: "Approve for settlement" }).click();
  await finance.getByRole("heading", { name: /Settling/ }).waitFor();
  await finance.goto(`/en/operator/cycles/${hub.world.cycleId}/obligations`);
  const obligations = finance.getByRole("table", { name: "Obligations" });
  await obligations.waitFor();
  expect(await obligations.getByRole("row", { name: /Grocer/ }).textContent()).toMatch(/Pays in\s*€4\.00/);
  expect(await obligations.getByRole("row", { name: /Fuel/ }).textContent()).toMatch(/Is paid\s*€3\.34/);
  await finance.context().close();
});

test("a partner's file says the same as the screen, with its count and sums at the end", async () => {
  const page = await hub.open("fuel");
  const answer = await page.context().request.get("/exports/transactions?kind=CAPTURE");
  const lines = (await answer.text()).trim().split("\r\n");
  expect(lines[0]).toBe("schema,transactions,1");
  expect(lines).toHaveLength(4);
  expect(lines[3]).toBe("records,1,sum_points,400,sum_amount,-3.40");
  await page.context().close();
});

test("what belongs to others is not there: neither their pages nor their files", async () => {
  const page = await hub.open("ana");
  await page.goto("/en/operator/cycles");
  expect(new URL(page.url()).pathname).toBe("/en/me");
  expect((await page.context().request.get(`/exports/positions?cycle=${hub.world.cycleId}`)).status()).toBe(404);
  await page.context().close();
});
