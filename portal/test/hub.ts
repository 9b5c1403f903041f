import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, BrowserContextOptions, Locator, Page } from "playwright-core";
import { newId } from "#api/kernel/ids.ts";
import { luhnDigit } from "#api/kernel/luhn.ts";
import { readConfig } from "#api/server/config.ts";
import { type Gateway, startGateway } from "#api/server/main.ts";
import type { StaffRole } from "#api/sql/rows.ts";
import { type World, world } from "#api/test/world.ts";
import { issueCard } from "#api/use-cases/members/issue-card.ts";
import { recordPurchase } from "#api/use-cases/purchases/record-purchase.ts";
import { launchChromium } from "#portal/test/chromium.ts";
import { requireLightPages } from "#scripts/js-budget.ts";
import { startChild } from "#scripts/start/child.ts";
import { buildPortal, portalArgs } from "#scripts/start/portal.ts";

const project = fileURLToPath(new URL("../../", import.meta.url));
const password = "correct horse battery";

const people = {
  ana: "ana@example.org",
  fuel: "fuel@example.org",
  grocer: "grocer@example.org",
  grocersManager: "manager@example.org",
  clerk: "clerk@example.org",
  finance: "finance@example.org",
  risk: "risk@example.org",
  admin: "admin@example.org",
} as const;

export type Who = keyof typeof people;

/** A small coalition behind a real gateway and the built portal, and browsers that are signed in to it. */
export type Hub = {
  url: string;
  world: World;
  gateway: Gateway;
  /** A new browser window; signed in when somebody is named. */
  open(who: Who | null, options?: BrowserContextOptions): Promise<Page>;
  close(): Promise<void>;
};

/**
 * Ana has 1,000 points of Grocer's, earned 50 more there, and paid Fuel with 400, which gave 6: she has 656.
 * Grocer owes 4.00 for the 400; Fuel is owed 3.40 for them and owes 0.06 for the 6.
 */
export async function openHub(): Promise<Hub> {
  const directory = await mkdtemp(join(tmpdir(), "zgoda-portal-"));
  await buildPortal({
    project,
    log: join(directory, "build.log"),
    progress: { begin: () => () => {}, abandon: () => {} },
    onStop: () => {},
  });
  await requireLightPages(join(project, "portal", ".next"));
  // After the build, so that little time is left for a month to end in.
  const coalition = await world({ at: new Date(), ana: { points: 1_000n } });
  const { port, giveBack } = await heldPort();
  const url = `http://localhost:${port}`;
  const gateway = await startGateway({
    ...readConfig({
      NODE_ENV: "test",
      PORT: "0",
      ZGODA_PUBLIC_URL: url,
      DATA_DIRECTORY: directory,
      ZGODA_JOBS: "false",
      ZGODA_LOG: "silent",
    }),
    databaseUrl: coalition.database.url,
  });
  await addPeople(coalition, gateway);
  await tellStory(coalition);
  await giveBack();
  const portal = await startChild({
    args: portalArgs.start(port),
    env: { NODE_ENV: "production", API_ORIGIN: new URL(gateway.url).origin, DEMO: "", NEXT_TELEMETRY_DISABLED: "1" },
    cwd: project,
    log: join(directory, "portal.log"),
  });
  await answering(url);
  const browser = await launchChromium();
  const close = async () => {
    await browser.close();
    await portal.stop();
    await gateway.close();
    await rm(directory, { recursive: true, force: true });
  };
  return { url, world: coalition, gateway, open: windows(browser, url), close };
}

async function addPeople({ deps: { db }, ana, fuel, grocer }: World, gateway: Gateway): Promise<void> {
  const add = (name: string, email: string) => gateway.addPerson({ name, email, password });
  await db.member.update({ where: { id: ana.id }, data: { userId: await add("Ana", people.ana) } });
  const staff = async (name: string, email: string, role: StaffRole, partnerId: string | null = null) => {
    const userId = await add(name, email);
    await db.staff.create({ data: { id: newId("staff"), userId, partnerId, roles: [role] } });
  };
  await staff("Fiodar", people.fuel, "PARTNER_OWNER", fuel.id);
  await staff("Hanna", people.grocer, "PARTNER_OWNER", grocer.id);
  await staff("Maksim", people.grocersManager, "PARTNER_MANAGER", grocer.id);
  await staff("Clara", people.clerk, "OPERATOR_CLERK");
  await staff("Frida", people.finance, "OPERATOR_FINANCE");
  await staff("Rita", people.risk, "OPERATOR_RISK");
  await staff("Adela", people.admin, "OPERATOR_ADMIN");
}

/** Ana's card: whoever reads it at a till has found her. */
export const cardNumber = `997700000007123${luhnDigit("997700000007123")}`;

const card = { kind: "CARD", value: cardNumber } as const;

async function tellStory({ deps, operator, grocer, fuel, ana }: World): Promise<void> {
  const idempotencyKey = "card-0123456789abcdef";
  await issueCard(deps, operator, { memberId: ana.id, form: "ELECTRONIC", number: cardNumber, idempotencyKey });
  await recordPurchase(deps, grocer.till, {
    member: card,
    receiptNumber: "000181",
    totalE6: 50_000_000n,
    idempotencyKey: "bread-0123456789abcdef",
  });
  await recordPurchase(deps, fuel.till, {
    member: card,
    receiptNumber: "000007",
    totalE6: 10_000_000n,
    redeem: { points: 400n },
    idempotencyKey: "petrol-0123456789abcdef",
  });
}

function windows(browser: Browser, url: string): Hub["open"] {
  const signedIn = new Map<Who, BrowserContextOptions["storageState"]>();
  return async (who, options = {}) => {
    if (who && !signedIn.has(who)) {
      const context = await browser.newContext();
      const answer = await context.request.post(`${url}/api/auth/sign-in/email`, {
        data: { email: people[who], password },
        headers: { origin: url },
      });
      if (!answer.ok()) throw new Error(`${who} cannot sign in: ${answer.status()} ${await answer.text()}`);
      signedIn.set(who, await context.storageState());
      await context.close();
    }
    const storageState = who ? signedIn.get(who) : undefined;
    const context = await browser.newContext({ baseURL: url, ...(storageState ? { storageState } : {}), ...options });
    return context.newPage();
  };
}

/** What a person sees: a page that is still arriving holds a hidden copy of what it will show. */
export const seen = (places: Locator) => places.filter({ visible: true }).first();

export const credentials = (who: Who) => ({ email: people[who], password });

/** A port that nobody else is given until it is given back. */
async function heldPort(): Promise<{ port: number; giveBack(): Promise<unknown> }> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("no port is free");
  return { port: address.port, giveBack: () => new Promise((resolve) => server.close(resolve)) };
}

const PATIENCE_MS = 30_000;

async function answering(url: string): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  while (Date.now() < deadline) {
    const answered = await fetch(`${url}/en/sign-in`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (answered) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`The portal does not answer at ${url}.`);
}
