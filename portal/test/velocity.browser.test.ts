import { afterAll, beforeAll, expect, test } from "vitest";
import { systemActor } from "#api/kernel/actor.ts";
import { recordPurchase } from "#api/use-cases/purchases/record-purchase.ts";
import { watchVelocity } from "#api/use-cases/velocity/watch-velocity.ts";
import { cardNumber, type Hub, openHub, seen, type Who } from "#portal/test/hub.ts";

let hub: Hub;
beforeAll(async () => {
  hub = await openHub();
});
afterAll(() => hub?.close());

/** Somebody presses a button somewhere, fills in what is asked, and confirms. */
async function does(who: Who, path: string, button: string, { fill = {}, confirm = button }: Deed = {}) {
  const page = await hub.open(who);
  await page.goto(path, { waitUntil: "networkidle" });
  await seen(page.getByRole("button", { name: button, exact: true })).click();
  const dialog = page.getByRole("dialog");
  for (const [label, value] of Object.entries(fill)) {
    const field = dialog.getByLabel(label);
    if (await field.evaluate((element) => element.tagName === "SELECT")) await field.selectOption({ label: value });
    else await field.fill(value);
  }
  await dialog.getByRole("button", { name: confirm, exact: true }).click();
  await dialog.waitFor({ state: "detached" });
  return page;
}

type Deed = { fill?: Record<string, string>; confirm?: string };

const rules = "/en/operator/partners/velocity/rules";

test("risk proposes a rule, finance agrees, and whoever goes too fast is taken and dismissed by a clerk", async () => {
  const proposal = { Rule: "Receipts", Limit: "1", "Window in hours": "24", Reason: "One receipt is plenty" };
  await (await does("risk", rules, "Propose a rule", { fill: proposal })).context().close();
  await (await does("finance", "/en/operator/approvals", "Approve")).context().close();
  const { deps } = hub.gateway;
  for (const receiptNumber of ["000301", "000302"]) {
    await recordPurchase(deps, hub.world.grocer.till, {
      member: { kind: "CARD", value: cardNumber },
      receiptNumber,
      totalE6: 5_000_000n,
      idempotencyKey: `too-fast-${receiptNumber}-0123456789`,
    });
  }
  await watchVelocity(deps, systemActor);
  const found = await deps.db.velocityCase.findFirstOrThrow();
  const path = `/en/operator/partners/velocity/${found.id}`;

  const note = { Reason: "Two receipts for one household" };
  const taken = await does("clerk", path, "Take", { fill: note });
  await seen(taken.getByRole("button", { name: "Dismiss", exact: true })).waitFor();
  expect(await taken.getByRole("row").filter({ hasText: "Grocer" }).count()).toBe(2);
  await taken.context().close();
  const over = await does("clerk", path, "Dismiss", { fill: note });
  await seen(over.getByText("Dismissed")).waitFor();
  await over.context().close();
  expect((await deps.db.velocityCase.findUniqueOrThrow({ where: { id: found.id } })).state).toBe("DISMISSED");
});
