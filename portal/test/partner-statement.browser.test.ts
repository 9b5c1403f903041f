import { afterAll, beforeAll, expect, test } from "vitest";
import { closeNow } from "#api/use-cases/cycles/close-now.ts";
import { type Hub, openHub, seen } from "#portal/test/hub.ts";

let hub: Hub;
beforeAll(async () => {
  hub = await openHub();
});
afterAll(() => hub?.close());

test("a partner confirms its statement, opens a total down to its rows, and disputes one of them", async () => {
  const { deps } = hub.gateway;
  const cycle = await deps.db.cycle.findUniqueOrThrow({ where: { id: hub.world.cycleId } });
  await deps.db.programme.updateMany({ data: { reviewDays: 3 } });
  await closeNow(deps, cycle, { by: "system", reason: null });
  const page = await hub.open("fuel");
  await page.goto("/en/partner/statements");
  await page.getByRole("link", { name: /Cycle \d+/ }).click();

  await page.getByRole("button", { name: "Confirm the statement" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Confirm the statement" }).click();
  await seen(page.locator("[data-confirmed]")).waitFor();

  await page.getByRole("link", { name: "−€3.40" }).click();
  await page.getByRole("link", { name: /\d{4}, \d\d:\d\d/ }).click();
  await page.getByRole("button", { name: "Dispute" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Amount").fill("1.00");
  await dialog.getByLabel("In words").fill("The slip shows more points than were credited");
  await dialog.getByRole("button", { name: "Dispute" }).click();
  await seen(page.getByRole("link", { name: "Dispute in progress" })).waitFor();

  await page.goto("/en/partner/disputes");
  const row = page.getByRole("table", { name: "Disputes" }).getByRole("row", { name: /by us/ });
  await seen(row).waitFor();
  expect(await seen(row).textContent()).toContain("€1.00");
  const statement = await deps.db.statement.findFirstOrThrow({ where: { partnerId: hub.world.fuel.id } });
  expect(statement.confirmedAt).not.toBeNull();
  await page.context().close();
});
