import { afterAll, beforeAll, expect, test } from "vitest";
import { type Hub, openHub } from "#portal/test/hub.ts";

let hub: Hub;
beforeAll(async () => {
  hub = await openHub();
});
afterAll(() => hub?.close());

test("an operator walks the portal without touching the mouse", async () => {
  const page = await hub.open("finance");
  const at = (path: RegExp) => page.waitForURL(path);
  await page.goto("/en/operator/cycles", { waitUntil: "networkidle" });

  await page.keyboard.press("g");
  await page.keyboard.press("p");
  await at(/operator\/partners$/);
  await page.getByRole("heading", { name: "Partners" }).waitFor();

  await page.keyboard.press("/");
  await page.keyboard.type("fuel");
  await page.keyboard.press("Enter");
  await at(/q=fuel/);
  await page.getByRole("link", { name: "Fuel" }).waitFor();
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await at(/operator\/partners\/ptn_/);

  await page.keyboard.press("Control+k");
  await page.getByRole("combobox").waitFor();
  await page.keyboard.type("ledg");
  await page.keyboard.press("Enter");
  await at(/operator\/entries/);
  await page.context().close();
});

test("Tab reaches the content first, and a dialog gives the focus back to the button that opened it", async () => {
  const page = await hub.open("clerk");
  await page.goto(`/en/operator/cycles/${hub.world.cycleId}`, { waitUntil: "networkidle" });
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Skip to content");

  const button = page.getByRole("button", { name: "Close the cycle" });
  await button.focus();
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
  await page.context().close();
});

test("a key typed into a field is a letter, not a command", async () => {
  const page = await hub.open("clerk");
  await page.goto("/en/operator/members", { waitUntil: "networkidle" });
  await page.getByRole("searchbox").focus();
  await page.keyboard.type("go?");
  expect(await page.getByRole("searchbox").inputValue()).toBe("go?");
  expect(await page.getByRole("dialog").count()).toBe(0);
  await page.context().close();
});
