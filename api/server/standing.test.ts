import pg from "pg";
import { expect, test, vi } from "vitest";
import { codeOf, newKey, type TestGateway, testGateway } from "#api/test/gateway.ts";
import { revokeApiKey } from "#api/use-cases/partners/revoke-api-key.ts";

/** Long before anybody would look again by themselves. */
const AT_ONCE = { timeout: 10_000, interval: 10 };
const secret = "a secret that both gateways know, long enough";

test("a revoked key is refused at once by every gateway", async () => {
  const { here, there } = await twoGateways();
  const key = await newKey(here);
  const headers = { authorization: `Bearer ${key.secret}` };
  expect([await codeAt(here, headers), await codeAt(there, headers)]).toEqual([null, null]);
  await revokeApiKey(here.deps, here.world.grocer.finance, { apiKeyId: key.id, reason: "lost" });
  await refusedBy([here, there], headers);
});

test("the keys of a blocked till are refused at once by every gateway", async () => {
  const { here, there } = await twoGateways();
  const headers = { authorization: `Bearer ${(await newKey(here)).secret}` };
  expect([await codeAt(here, headers), await codeAt(there, headers)]).toEqual([null, null]);
  const { terminalId } = here.world.grocer;
  await here.deps.db.terminal.update({ where: { id: terminalId }, data: { status: "BLOCKED" } });
  await refusedBy([here, there], headers);
});

test("an ended session and a lost role are nobody's at once on every gateway", async () => {
  const { here, there } = await twoGateways();
  const [first, second] = [await signIn(here), await signIn(here)];
  for (const cookie of [first, second])
    expect([await codeAt(here, { cookie }), await codeAt(there, { cookie })]).toEqual([null, null]);
  await here.deps.db.session.deleteMany({ where: { token: { startsWith: tokenOf(first) } } });
  await refusedBy([here, there], { cookie: first });
  expect(await codeAt(there, { cookie: second })).toBeNull();
  await here.deps.db.staff.deleteMany({ where: { id: "stf_1" } });
  await refusedBy([here, there], { cookie: second });
});

test("what could not be heard is not believed", async () => {
  const { here } = await twoGateways();
  const key = await newKey(here);
  const headers = { authorization: `Bearer ${key.secret}` };
  expect(await codeAt(here, headers)).toBeNull();
  const { pool } = here.world.database;
  await pool.query("alter table api_key disable trigger api_key_standing");
  await revokeApiKey(here.deps, here.world.grocer.finance, { apiKeyId: key.id, reason: "lost" });
  expect(await codeAt(here, headers)).toBeNull();
  await pool.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'zgoda doorbells' and datname = current_database()",
  );
  await vi.waitFor(async () => expect(await codeAt(here, headers)).toBe("UNAUTHENTICATED"), AT_ONCE);
});

test("who somebody is and how often they may ask is asked of the database once, not by every request", async () => {
  const { here } = await twoGateways();
  const callers = [{ authorization: `Bearer ${(await newKey(here)).secret}` }, { cookie: await signIn(here) }];
  for (const headers of callers) {
    expect(await codeAt(here, headers)).toBeNull();
    const asked = await statementsOf(async () => {
      for (let n = 0; n < 60; n++) await here.post({ query: "{ __typename }" }, headers);
    });
    expect(asked.filter((text) => identity.test(text))).toEqual([]);
    expect(asked.filter((text) => rate.test(text)).length).toBeLessThanOrEqual(12);
  }
});

/** Tables that say who somebody is; when a key was used last is written down now and then. */
const identity = /^(?!\s*UPDATE api_key).*\b(api_key|session|staff|terminal|"?user"?|two_factor)\b/is;
const rate = /\brate_limit\b/;

/** The SQL that this process sends meanwhile. */
async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const statements: string[] = [];
  const { query } = pg.Client.prototype;
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    statements.push(typeof args[0] === "string" ? args[0] : ((args[0] as { text?: string } | undefined)?.text ?? ""));
    return Reflect.apply(query, this, args);
  } as typeof query;
  try {
    await work();
  } finally {
    pg.Client.prototype.query = query;
  }
  return statements;
}

async function twoGateways(): Promise<{ here: TestGateway; there: TestGateway }> {
  const here = await testGateway({ secret });
  return { here, there: await testGateway({ secret }, here.world) };
}

async function codeAt(gateway: TestGateway, headers: Record<string, string>) {
  return codeOf(await gateway.post({ query: `{ node(id: "${gateway.world.grocer.id}") { id } }` }, headers));
}

function refusedBy(gateways: TestGateway[], headers: Record<string, string>) {
  const codes = async () => Promise.all(gateways.map((gateway) => codeAt(gateway, headers)));
  return vi.waitFor(async () => expect(await codes()).toEqual(gateways.map(() => "UNAUTHENTICATED")), AT_ONCE);
}

const people = { email: "olga@grocer.example", password: "a long enough password" };

async function signIn(gateway: TestGateway): Promise<string> {
  if ((await gateway.deps.db.user.count()) === 0) {
    const userId = await gateway.addPerson({ name: "Olga", ...people });
    const { id: partnerId } = gateway.world.grocer;
    await gateway.deps.db.staff.create({ data: { id: "stf_1", userId, partnerId, roles: ["PARTNER_OWNER"] } });
  }
  const headers = { "content-type": "application/json", origin: "http://localhost:3000" };
  const body = JSON.stringify(people);
  const answer = await fetch(`${gateway.base}/api/auth/sign-in/email`, { method: "POST", headers, body });
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";", 1)[0])
    .join("; ");
}

/** The session's own part of the cookie, before its signature. */
const tokenOf = (cookie: string) =>
  decodeURIComponent(/session_token=([^;]+)/.exec(cookie)?.[1] ?? "").split(".", 1)[0] ?? "none";
