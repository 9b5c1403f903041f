import { afterAll, beforeAll, expect, test } from "vitest";
import type { TestEntry } from "#api/formats/write-camt053.ts";
import { openAccounts, statementOf } from "#api/test/bank.ts";
import { closeNow } from "#api/use-cases/cycles/close-now.ts";
import { type Hub, openHub, seen, type Who } from "#portal/test/hub.ts";

let hub: Hub;
beforeAll(async () => {
  hub = await openHub();
  const { deps } = hub.gateway;
  await openAccounts(deps);
  const cycle = await deps.db.cycle.findUniqueOrThrow({ where: { id: hub.world.cycleId } });
  await closeNow(deps, cycle, { by: "system", reason: null });
});
afterAll(() => hub?.close());

const cyclePath = () => `/en/operator/cycles/${hub.world.cycleId}`;

/** Somebody goes somewhere, presses a button, says why if asked, and confirms. */
async function does(who: Who, path: string, button: string, { reason, confirm = button, fill = {} }: Deed = {}) {
  const page = await hub.open(who);
  await page.goto(path, { waitUntil: "networkidle" });
  await page.getByRole("button", { name: button, exact: true }).first().click();
  const dialog = page.getByRole("dialog");
  for (const [label, value] of Object.entries(fill)) {
    const field = dialog.getByLabel(label, { exact: true });
    if (await field.evaluate((element) => element.tagName === "SELECT")) await field.selectOption({ label: value });
    else await field.fill(value);
  }
  if (reason) await dialog.getByLabel("Reason").fill(reason);
  await dialog.getByRole("button", { name: confirm, exact: true }).click();
  await dialog.waitFor({ state: "detached" });
  return page;
}

type Deed = { reason?: string; confirm?: string; fill?: Record<string, string> };

const secondPersonAgrees = async () => {
  const page = await does("finance", "/en/operator/approvals", "Approve");
  await page.context().close();
};

/** The bank's next statement, taken through the page for bank files after a look at its lines. */
async function takes(who: Who, entries: TestEntry[]) {
  const page = await hub.open(who);
  await page.goto("/en/operator/settlement/upload", { waitUntil: "networkidle" });
  const content = await statementOf(hub.gateway.deps, { entries });
  const file = { name: "statement.xml", mimeType: "application/xml", buffer: Buffer.from(content) };
  await page.locator("input[type=file]").setInputFiles(file);
  await page.getByRole("button", { name: "Import and book" }).waitFor();
  const verdicts = await page.getByRole("row").filter({ hasText: "matches by" }).count();
  await page.getByRole("button", { name: "Import and book" }).click();
  await seen(page.getByText("Imported. Statements booked: 1.")).waitFor();
  await page.context().close();
  return verdicts;
}

const paymentTo = (partnerId: string) =>
  hub.gateway.deps.db.paymentInstruction.findFirstOrThrow({ where: { partnerId, cycleId: hub.world.cycleId } });

test("a cycle in review is reopened, corrected and netted again, each step by two people; the old statement stays", async () => {
  await (await does("clerk", cyclePath(), "Reopen", { reason: "A fee is missing", confirm: "Ask to reopen" }))
    .context()
    .close();
  await secondPersonAgrees();
  const correction = { Partner: "Grocer", "Amount; negative: the partner is owed it": "1.00" };
  const corrected = await does("clerk", cyclePath(), "Correct", {
    reason: "The fee of the month",
    confirm: "Propose the correction",
    fill: correction,
  });
  await corrected.context().close();
  await secondPersonAgrees();
  const page = await does("clerk", cyclePath(), "Net again", { reason: "It is whole now", confirm: "Net and publish" });
  await seen(page.getByText("Version 2")).waitFor();
  await page.goto(`${cyclePath()}/statements`, { waitUntil: "networkidle" });
  expect(await page.getByText("Superseded").count()).toBeGreaterThan(0);
  await page.context().close();
});

test("at month's end the bank's files bring the money in and out, and the cycle settles by itself", async () => {
  await (await does("finance", cyclePath(), "Approve", { confirm: "Approve for settlement" })).context().close();
  await (await does("clerk", "/en/operator/settlement", "Submit drafts")).context().close();
  await (await does("finance", "/en/operator/settlement", "Approve pay-outs")).context().close();

  const bookedOn = new Date().toISOString().slice(0, 10);
  const grocer = await paymentTo(hub.world.grocer.id);
  expect(await takes("clerk", [{ bookedOn, amountE6: grocer.amountE6, endToEndId: grocer.endToEndId }])).toBe(1);
  await (await does("clerk", "/en/operator/settlement", "Make the bank file")).context().close();
  const fuel = await paymentTo(hub.world.fuel.id);
  expect(await takes("clerk", [{ bookedOn, amountE6: -fuel.amountE6, endToEndId: fuel.endToEndId }])).toBe(1);

  const page = await hub.open("finance");
  await page.goto("/en/operator/settlement", { waitUntil: "networkidle" });
  await page.getByRole("heading", { name: /Settled/ }).waitFor();
  const order = await page
    .context()
    .request.get((await page.getByRole("link", { name: "pain.001" }).getAttribute("href")) ?? "");
  expect(await order.text()).toContain(fuel.endToEndId);
  await page.goto("/en/operator/reconciliation", { waitUntil: "networkidle" });
  await seen(page.locator("[data-drift='0.00']")).waitFor();
  await page.context().close();
});
