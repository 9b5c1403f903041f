import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "#api/kernel/ids.ts";
import { proveBooks } from "#api/use-cases/audit/prove-books.ts";
import { closeNow } from "#api/use-cases/cycles/close-now.ts";
import { violations } from "#portal/test/axe.ts";
import { type Hub, openHub, seen, type Who } from "#portal/test/hub.ts";

let hub: Hub;
beforeAll(async () => {
  hub = await openHub();
});
afterAll(() => hub?.close());

/** Every page by who looks at it. Functions know ids only the hub knows. */
const pages: [Who | null, string, (hub: Hub) => string | Promise<string>][] = [
  [null, "landing", () => "/"],
  [null, "sign-in", () => "/sign-in"],
  ["ana", "home", () => "/me"],
  ["ana", "history", () => "/me/history"],
  ["ana", "filtered history without rows", () => "/me/history?from=2001-01-01&until=2001-01-02"],
  ["ana", "entry", async (at) => `/me/entries/${await entryId(at, "CAPTURE")}`],
  ["ana", "expiry", () => "/me/expiry"],
  ["ana", "card", () => "/me/card"],
  ["ana", "nothing here", () => "/me/entries/ent_unknown"],
  ["fuel", "partner overview", () => "/partner"],
  ["fuel", "transactions", () => "/partner/transactions"],
  ["fuel", "transaction", async (at) => `/partner/transactions/${await entryId(at, "CAPTURE")}`],
  ["fuel", "net position", () => "/partner/position"],
  ["fuel", "entries behind an amount", (at) => `/partner/entries?cycle=${at.world.cycleId}&section=REDEEMER_CREDIT`],
  ["fuel", "statements", () => "/partner/statements"],
  ["fuel", "settlement and payments", () => "/partner/settlement"],
  ["fuel", "disputes of a partner", () => "/partner/disputes"],
  ["fuel", "disputes that are over", () => "/partner/disputes?state=over&side=ours"],
  ["fuel", "reconciliation of a partner", () => "/partner/reconciliation"],
  ["fuel", "breaks of a partner", () => "/partner/reconciliation/breaks?kind=LATE"],
  ["fuel", "upload of a partner's file", () => "/partner/reconciliation/upload"],
  ["fuel", "liability", () => "/partner/liability"],
  ["fuel", "contract", () => "/partner/contract"],
  ["fuel", "audit log of a house", () => "/partner/audit"],
  ["fuel", "files", () => "/partner/exports"],
  ["finance", "work queue", () => "/operator"],
  ["finance", "network", () => "/operator/network"],
  ["finance", "cycles", () => "/operator/cycles"],
  ["finance", "cycle", (at) => `/operator/cycles/${at.world.cycleId}`],
  ["finance", "netting matrix", (at) => `/operator/cycles/${at.world.cycleId}/netting`],
  ["finance", "netting pair by pair", (at) => `/operator/cycles/${at.world.cycleId}/netting?view=bilateral`],
  ["finance", "netting against the hub", (at) => `/operator/cycles/${at.world.cycleId}/netting?view=multilateral`],
  ["finance", "positions", (at) => `/operator/cycles/${at.world.cycleId}/positions`],
  ["finance", "obligations before there are any", (at) => `/operator/cycles/${at.world.cycleId}/obligations`],
  ["finance", "statements before there are any", (at) => `/operator/cycles/${at.world.cycleId}/statements`],
  ["finance", "settlement before anything settles", () => "/operator/settlement"],
  ["finance", "bank files", () => "/operator/settlement/upload"],
  ["clerk", "reconciliation", () => "/operator/reconciliation"],
  ["clerk", "reconciliation items", () => "/operator/reconciliation/items"],
  ["clerk", "bank statements", () => "/operator/reconciliation/statements"],
  ["clerk", "breaks with partners' files", () => "/operator/reconciliation/partner-files"],
  ["clerk", "a row of a partner's file to dispute", disputedRow],
  ["clerk", "disputes", () => "/operator/disputes"],
  ["clerk", "a page that is somebody else's", () => "/operator/partners/risk"],
  ["finance", "exposures", () => "/operator/partners/risk"],
  ["finance", "partner's risk", (at) => `/operator/partners/${at.world.fuel.id}/risk`],
  ["finance", "partner's terms", (at) => `/operator/partners/${at.world.fuel.id}/terms`],
  ["finance", "proposal of terms", (at) => `/operator/partners/${at.world.fuel.id}/terms/new?issueRate=0.02`],
  ["finance", "rules and fees", () => "/operator/rules"],
  ["finance", "proofs", () => "/operator/proofs"],
  ["finance", "files", () => "/operator/exports"],
  ["risk", "audit log", () => "/operator/audit"],
  ["risk", "audit log of what was signed", () => "/operator/audit?object=contract"],
  ["finance", "approvals", () => "/operator/approvals"],
  ["finance", "partners", () => "/operator/partners"],
  ["finance", "partner", (at) => `/operator/partners/${at.world.fuel.id}`],
  ["finance", "members", () => "/operator/members"],
  ["finance", "member", (at) => `/operator/members/${at.world.ana.id}`],
  ["finance", "ledger", () => "/operator/entries"],
  ["finance", "accounts of the ledger", () => "/operator/accounts"],
  ["finance", "accounts as of a day", () => "/operator/accounts?at=2001-01-01"],
  ["finance", "owners of an account", () => "/operator/accounts/POSITION"],
  ["finance", "account of a partner", (at) => `/operator/accounts/POSITION/${at.world.fuel.id}`],
  ["finance", "operator's money", () => "/operator/money"],
  ["finance", "proofs compared", async (at) => `/operator/proofs/compare?later=${await proofId(at)}`],
  ["clerk", "velocity cases", () => "/operator/partners/velocity"],
  ["clerk", "velocity case", async (at) => `/operator/partners/velocity/${await caseId(at)}`],
  ["risk", "velocity rules", () => "/operator/partners/velocity/rules"],
  ["finance", "ledger entry", async (at) => `/operator/entries/${await entryId(at, "CAPTURE")}`],
];

const themes = ["light", "dark"] as const;
const cases = pages.flatMap(([who, name, path]) => themes.map((theme) => ({ who, name, path, theme })));

test.for(cases)("axe finds nothing on the $name page, $theme", async ({ who, path, theme }) => {
  const page = await hub.open(who, { colorScheme: theme, viewport: { width: 1280, height: 900 } });
  await page.goto(`/en${await path(hub)}`, { waitUntil: "networkidle" });
  expect(await violations(page)).toEqual([]);
  await page.context().close();
});

test.for(["ru", "be"] as const)("a page in %s is as accessible as in English, on a phone", async (locale) => {
  const page = await hub.open("fuel", { viewport: { width: 360, height: 780 } });
  await page.goto(`/${locale}/partner`, { waitUntil: "networkidle" });
  expect(await page.locator("html").getAttribute("lang")).toBe(locale);
  expect(await violations(page)).toEqual([]);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  await page.context().close();
});

test("axe finds nothing on the statement of a closed cycle, light and dark, for partner and operator", async () => {
  const { deps } = hub.gateway;
  const cycle = await deps.db.cycle.findUniqueOrThrow({ where: { id: hub.world.cycleId } });
  await closeNow(deps, cycle, { by: "system", reason: null });
  const statement = await deps.db.statement.findFirstOrThrow({ where: { partnerId: hub.world.fuel.id } });
  const found = [];
  for (const [who, shell] of [
    ["fuel", "partner"],
    ["finance", "operator"],
  ] as const) {
    for (const colorScheme of themes) {
      const page = await hub.open(who, { colorScheme });
      await page.goto(`/en/${shell}/statements/${statement.id}`, { waitUntil: "networkidle" });
      await seen(page.locator("[data-settled='-3.34']")).waitFor();
      found.push(...(await violations(page)));
      await page.context().close();
    }
  }
  expect(found).toEqual([]);
});

async function disputedRow({ world }: Hub): Promise<string> {
  const { rows } = await world.database.pool.query<{ id: string }>("select id from burn limit 1");
  return `/operator/reconciliation/partner-files/dispute?redemption=${rows[0]?.id}&item=row&claimant=${world.grocer.id}`;
}

async function entryId({ world }: Hub, event: string): Promise<string> {
  const { rows } = await world.database.pool.query<{ id: string }>("select id from entry where event = $1", [event]);
  return rows[0]?.id ?? "";
}

async function proofId({ gateway: { deps }, world: { operator } }: Hub): Promise<string> {
  const known = await deps.db.booksProof.findFirst();
  return known?.id ?? (await proveBooks(deps, operator, { reason: "To look at it" })).id;
}

/** Ana, who earned more in a day than somebody found likely. */
async function caseId({ gateway: { deps }, world: { ana } }: Hub): Promise<string> {
  const { db, clock } = deps;
  const known = await db.velocityCase.findFirst();
  if (known) return known.id;
  const at = clock.now();
  const rule = { id: newId("velocityRule"), kind: "POINTS_EARNED", subject: "MEMBER", action: "OPEN_CASE" } as const;
  const agreed = { limit: 10n, reason: "Nobody shops so much", approvalId: newId("approval"), createdAt: at };
  await db.velocityRule.create({ data: { ...rule, ...agreed, validFrom: at } });
  const window = { windowFrom: at, windowUntil: new Date(at.getTime() + 86_400_000), openedAt: at };
  const found = { id: newId("velocityCase"), ruleId: rule.id, subjectId: ana.id, value: 50n };
  return (await db.velocityCase.create({ data: { ...found, ...window } })).id;
}
