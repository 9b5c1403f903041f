import { createOTP } from "@better-auth/utils/otp";
import { describe, expect, test, vi } from "vitest";
import { transportLimits } from "#api/graph/limits.ts";
import { codeOf, portal, type TestGateway, testGateway } from "#api/test/gateway.ts";

const password = "a long enough password";

describe("signing in", () => {
  test("with a password opens a session that lasts until sign-out", async () => {
    const gateway = await testGateway();
    await addStaff(gateway, "olga@grocer.example", gateway.world.grocer.id);
    const session = await signIn(gateway, "olga@grocer.example");
    expect((await mine(gateway, session)).body.errors).toBeUndefined();
    await auth(gateway, "/sign-out", {}, session);
    const ended = async () => expect(codeOf(await mine(gateway, session))).toBe("UNAUTHENTICATED");
    await vi.waitFor(ended, { timeout: 2_000, interval: 50 });
  });

  test("in two browsers is seen from both, and the one ends the other at once", async () => {
    const gateway = await testGateway();
    await addStaff(gateway, "olga@grocer.example", gateway.world.grocer.id);
    const [lost, here] = [await signIn(gateway, "olga@grocer.example"), await signIn(gateway, "olga@grocer.example")];
    const ask = (query: string) => gateway.post({ query }, { cookie: here });
    const listed = await ask("{ sessions { isThis userAgent } }");
    expect(listed.body.data).toMatchObject({ sessions: expect.toSatisfy((all) => all.length === 2) });
    const ended = await ask(
      "mutation { endSessions(input: {}) { ... on EndSessionsSuccess { sessions { isThis } } } }",
    );
    expect(ended.body.data).toEqual({ endSessions: { sessions: [{ isThis: true }] } });
    const gone = async () => expect(codeOf(await mine(gateway, lost))).toBe("UNAUTHENTICATED");
    await vi.waitFor(gone, { timeout: 2_000, interval: 50 });
    expect((await mine(gateway, here)).body.errors).toBeUndefined();
  });

  test("with a wrong password is refused, and soon not even tried", async () => {
    const gateway = await testGateway();
    await addStaff(gateway, "olga@grocer.example", gateway.world.grocer.id);
    const tries = [];
    for (let i = 0; i < 11; i += 1) tries.push((await tryPassword(gateway, "olga@grocer.example", "guess")).status);
    expect(tries).toEqual([...Array(10).fill(401), 429]);
    expect((await tryPassword(gateway, "olga@grocer.example", password)).status).toBe(429);
  });

  test("keeps passwords as argon2id and cookies from scripts", async () => {
    const gateway = await testGateway();
    await addStaff(gateway, "olga@grocer.example", gateway.world.grocer.id);
    const { password: kept } = await gateway.deps.db.account.findFirstOrThrow();
    expect(kept).toMatch(/^\$argon2id\$/);
    const cookie = (await tryPassword(gateway, "olga@grocer.example", password)).headers.get("set-cookie");
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Lax/i);
  });

  test("is for people who were invited: nobody signs up", async () => {
    const gateway = await testGateway();
    const answer = await auth(gateway, "/sign-up/email", { name: "X", email: "x@example.org", password });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(await gateway.deps.db.user.count()).toBe(0);
  });

  test("from another origin is refused", async () => {
    const gateway = await testGateway();
    const body = JSON.stringify({ email: "olga@grocer.example", password });
    const headers = { "content-type": "application/json", origin: "https://evil.example" };
    const answer = await fetch(`${gateway.base}/api/auth/sign-in/email`, { method: "POST", headers, body });
    expect(answer.status).toBe(403);
  });
});

describe("staff with a second factor", () => {
  test("must bring its code, and only then may act where the hub asks for one", async () => {
    const gateway = await testGateway({ staffTotp: true });
    await addStaff(gateway, "olga@grocer.example", gateway.world.grocer.id);
    const session = await signIn(gateway, "olga@grocer.example");
    expect(codeOf(await mine(gateway, session))).toBe("UNAUTHENTICATED");

    const enabled = await auth(gateway, "/two-factor/enable", { password }, session);
    const { totpURI } = (await enabled.json()) as { totpURI: string };
    const secret = new URL(totpURI).searchParams.get("secret") ?? "";
    const code = await createOTP(decodeBase32(secret)).totp();
    await auth(gateway, "/two-factor/verify-totp", { code }, session);

    const first = await tryPassword(gateway, "olga@grocer.example", password);
    expect(await first.json()).toMatchObject({ twoFactorRedirect: true });
    const verified = await auth(gateway, "/two-factor/verify-totp", { code }, cookiesOf(first));
    expect(verified.status).toBe(200);
    expect((await mine(gateway, cookiesOf(verified))).body.errors).toBeUndefined();
  });
});

describe("a person with several hats", () => {
  test("wears the chosen one, and none that is not theirs", async () => {
    const gateway = await testGateway();
    const userId = await addStaff(gateway, "olga@grocer.example", gateway.world.grocer.id);
    await gateway.deps.db.staff.create({
      data: { id: "stf_2", userId, partnerId: gateway.world.fuel.id, roles: ["PARTNER_OWNER"] },
    });
    const session = await signIn(gateway, "olga@grocer.example");
    const terminal = `{ node(id: "${gateway.world.fuel.terminalId}") { id } }`;
    const as = async (partnerId: string) =>
      gateway.post({ query: terminal }, { cookie: session, "zgoda-as": partnerId });
    expect((await as(gateway.world.grocer.id)).body.data).toEqual({ node: null });
    expect((await as(gateway.world.fuel.id)).body.data).toEqual({ node: { id: gateway.world.fuel.terminalId } });
    expect(codeOf(await as(gateway.world.pharmacy.id))).toBe("UNAUTHENTICATED");
  });
});

test("staff may send a file that a member's request could not hold", async () => {
  const gateway = await testGateway();
  await addStaff(gateway, "olga@grocer.example", gateway.world.grocer.id);
  const cookie = await signIn(gateway, "olga@grocer.example");
  const query = `{ programme { name } } #${" ".repeat(transportLimits.bodyBytes)}`;
  expect((await gateway.post({ query }, { cookie })).status).toBe(200);
  expect((await gateway.post({ query })).status).toBe(413);
});

async function addStaff(gateway: TestGateway, email: string, partnerId: string): Promise<string> {
  const userId = await gateway.addPerson({ name: "Olga", email, password });
  await gateway.deps.db.staff.create({ data: { id: "stf_1", userId, partnerId, roles: ["PARTNER_OWNER"] } });
  return userId;
}

function auth({ base }: TestGateway, path: string, body: object, cookie = ""): Promise<Response> {
  const headers = { "content-type": "application/json", origin: portal, ...(cookie ? { cookie } : {}) };
  return fetch(`${base}/api/auth${path}`, { method: "POST", headers, body: JSON.stringify(body) });
}

function tryPassword(gateway: TestGateway, email: string, tried: string): Promise<Response> {
  return auth(gateway, "/sign-in/email", { email, password: tried });
}

async function signIn(gateway: TestGateway, email: string): Promise<string> {
  const answer = await tryPassword(gateway, email, password);
  expect(answer.status).toBe(200);
  return cookiesOf(answer);
}

function cookiesOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";", 1)[0])
    .join("; ");
}

function mine(gateway: TestGateway, cookie: string) {
  return gateway.post({ query: `{ node(id: "${gateway.world.grocer.id}") { id } }` }, { cookie });
}

function decodeBase32(text: string): string {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  const bits = [...text].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, "0")).join("");
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2))).toString("utf8");
}
