import { randomUUID } from "node:crypto";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import WebSocket from "ws";
import { limits, transportLimits } from "#api/graph/limits.ts";
import { keyHeader, newKey, portal, type TestGateway, testGateway } from "#api/test/gateway.ts";
import { revokeApiKey } from "#api/use-cases/partners/revoke-api-key.ts";
import { adjustPoints } from "#api/use-cases/points/adjust-points.ts";

describe("a socket", () => {
  test("is not opened for pages of another origin", async () => {
    const gateway = await testGateway();
    const socket = new WebSocket(address(gateway), "graphql-transport-ws", { origin: "https://evil.example" });
    const error = await new Promise<Error>((resolve) => socket.once("error", resolve));
    expect(error.message).toContain("403");
  });

  test("is closed with 4403 when nobody is signed in, or with a wrong key", async () => {
    const gateway = await testGateway();
    await expect((await open(gateway, {})).closed).resolves.toBe(4403);
    await expect((await open(gateway, { authorization: "Bearer zk_wrong" })).closed).resolves.toBe(4403);
  });

  test("speaks the one sub-protocol", async () => {
    const gateway = await testGateway();
    const socket = new WebSocket(address(gateway), "graphql-ws");
    const closed = new Promise((resolve) => socket.once("close", resolve).once("error", () => resolve("refused")));
    expect([4406, "refused"]).toContain(await closed);
  });

  test("is closed within two seconds of its key being revoked", async () => {
    const gateway = await testGateway();
    const { id, secret } = await newKey(gateway);
    const socket = await open(gateway, { authorization: `Bearer ${secret}` });
    await socket.acknowledged;
    const revokedAt = performance.now();
    await revokeApiKey(gateway.deps, gateway.world.grocer.finance, { apiKeyId: id, reason: "lost" });
    expect(await socket.closed).toBe(4403);
    expect(performance.now() - revokedAt).toBeLessThan(2_500);
  });

  test("is closed by a message of more than 64 KB", async () => {
    const gateway = await testGateway();
    const socket = await open(gateway, await keyHeader(gateway));
    await socket.acknowledged;
    socket.send({ id: "1", type: "subscribe", payload: { query: `#${" ".repeat(transportLimits.messageBytes)}` } });
    expect(await socket.closed).toBe(1009);
  });
});

test("whoever takes nothing of what it is sent is cut off, and whoever listens beside it hears on", async () => {
  const complaints = vi.spyOn(console, "error");
  onTestFinished(() => complaints.mockRestore());
  const gateway = await testGateway();
  const headers = await keyHeader(gateway);
  const { ana } = gateway.world;
  const [sleeper, listener] = [await open(gateway, headers), await open(gateway, headers)];
  await Promise.all([sleeper.acknowledged, listener.acknowledged]);
  listener.subscribe("ana", watch(ana.id));
  sleeper.pause();
  const much = "m".repeat(transportLimits.messageBytes / 2);
  // Each is answered with as much: what the kernels do not hold stays in the gateway.
  const cut = async () => {
    for (let n = 0; n < 200; n++) sleeper.send({ type: "ping", payload: { much } });
    expect(await gateway.metrics.getSingleMetricAsString("zgoda_slow_sockets_total")).toMatch(/ 1$/m);
  };
  await vi.waitFor(cut, { timeout: 20_000, interval: 200 });
  const ring = async () => {
    await giveFive(gateway, ana.id);
    expect(await listener.next("ana", 200)).toMatchObject({ type: "next" });
  };
  await vi.waitFor(ring, { timeout: 20_000 });
  expect(await gateway.metrics.getSingleMetricAsString("zgoda_sockets")).toMatch(/ 1$/m);
  expect(complaints).not.toHaveBeenCalled();
});

test("whoever does not read does not keep the gateway from ending", async () => {
  const gateway = await testGateway();
  const sleeper = await open(gateway, await keyHeader(gateway));
  await sleeper.acknowledged;
  sleeper.pause();
  await gateway.close();
  await expect(fetch(gateway.base)).rejects.toThrow();
});

describe("a subscription", () => {
  test("rings when points moved, after the commit, and only for whom it is", async () => {
    const gateway = await testGateway();
    const { ana, bohdan } = gateway.world;
    const socket = await open(gateway, await keyHeader(gateway));
    socket.subscribe("ana", watch(ana.id));
    socket.subscribe("bohdan", watch(bohdan.id));
    const rung = { type: "next", payload: { data: { balanceChanged: { id: ana.id } } } };
    // The subscription may not stand yet when the first points move.
    const ring = async () => {
      await giveFive(gateway, ana.id);
      expect(await socket.next("ana", 200)).toMatchObject(rung);
    };
    await vi.waitFor(ring, { timeout: 5_000 });
    expect(socket.messages.filter(({ id }) => id === "bohdan")).toEqual([]);
  });

  test("to somebody else's answers like one to nobody's", async () => {
    const gateway = await testGateway();
    const { fuel, ana } = gateway.world;
    const socket = await open(gateway, await keyHeader(gateway));
    const unknown = (id: string) => `${id.slice(0, -4)}0000`;
    const asked = async (name: string, query: string) => {
      socket.subscribe(name, query);
      const { payload } = await socket.next(name);
      return JSON.stringify(payload)
        .replaceAll(/[a-z]{3}_[0-9A-Z]{26}/g, "ID")
        .replaceAll(/"requestId":"[^"]*"/g, "");
    };
    const activity = (id: string) => `subscription { partnerActivity(partnerId: "${id}") { id } }`;
    expect(await asked("1", activity(fuel.id))).toBe(await asked("2", activity(unknown(fuel.id))));
    expect(await asked("3", watch(unknown(ana.id)))).toContain("BAD_INPUT");
  });

  test("is all that is answered here", async () => {
    const gateway = await testGateway();
    const socket = await open(gateway, await keyHeader(gateway));
    socket.subscribe("1", "{ __typename }");
    expect(await socket.codes("1")).toEqual(["BAD_INPUT"]);
  });

  test("is one of at most twenty", async () => {
    const gateway = await testGateway();
    const socket = await open(gateway, await keyHeader(gateway));
    const names = Array.from({ length: transportLimits.subscriptionsPerSocket + 1 }, (_, i) => `s${i}`);
    for (const name of names) socket.subscribe(name, watch(gateway.world.ana.id));
    expect(await socket.codes(names.at(-1) ?? "")).toEqual(["TOO_COMPLEX"]);
  });

  test("meets the limits of HTTP", async () => {
    const gateway = await testGateway();
    const socket = await open(gateway, await keyHeader(gateway));
    const aliases = Array.from({ length: limits.aliases + 1 }, (_, i) => `a${i}: __typename`).join(" ");
    socket.subscribe("aliases", `subscription { balanceChanged(memberId: "x") { ${aliases} } }`);
    expect(await socket.codes("aliases")).toEqual(["TOO_COMPLEX"]);
    const breadth = "id rungAt ".repeat(limits.breadth);
    socket.subscribe("breadth", `subscription { balanceChanged(memberId: "x") { ${breadth} } }`);
    expect(await socket.codes("breadth")).toEqual(["TOO_COMPLEX"]);
  });

  test("of a browser in production is a registered one", async () => {
    const gateway = await testGateway({ mode: "production", secret: "x".repeat(32), staffTotp: false });
    const cookie = await signedIn(gateway);
    const socket = await open(gateway, {}, { cookie, origin: portal });
    socket.subscribe("1", watch(gateway.world.ana.id));
    expect(await socket.codes("1")).toEqual(["PERSISTED_ONLY"]);
  });
});

type Coded = { extensions: { code: string } };
type Message = { id?: string; type: string; payload?: unknown };

function address({ url }: TestGateway): string {
  return url.replace("http", "ws");
}

function watch(memberId: string): string {
  return `subscription { balanceChanged(memberId: "${memberId}") { id } }`;
}

async function open(gateway: TestGateway, params: object, headers: Record<string, string> = {}) {
  const socket = new WebSocket(address(gateway), "graphql-transport-ws", { headers });
  const messages: Message[] = [];
  socket.on("message", (text) => messages.push(JSON.parse(String(text)) as Message));
  const closed = new Promise<number>((resolve) => socket.once("close", resolve));
  await new Promise((resolve) => socket.once("open", resolve));
  const send = (message: Message) => socket.send(JSON.stringify(message));
  send({ type: "connection_init", payload: params });
  const acknowledged = new Promise<void>((resolve) => {
    socket.on("message", (text) => String(text).includes("connection_ack") && resolve());
  });
  const next = async (id: string, timeout = 5_000): Promise<Message> =>
    vi.waitFor(
      () => {
        const found = messages.find((message) => message.id === id);
        if (!found) throw new Error(`nothing for ${id} yet`);
        return found;
      },
      { timeout, interval: 20 },
    );
  const codes = async (id: string) => {
    const payload = (await next(id)).payload as Coded[] | { errors: Coded[] };
    const errors = Array.isArray(payload) ? payload : payload.errors;
    return [...new Set(errors.map(({ extensions }) => extensions.code))];
  };
  const subscribe = (id: string, query: string) =>
    void acknowledged.then(() => send({ id, type: "subscribe", payload: { query } }));
  const pause = () => socket.pause();
  return { messages, closed, acknowledged, send, subscribe, next, codes, pause };
}

async function giveFive({ deps, world }: TestGateway, memberId: string): Promise<void> {
  const goodwill = { memberId, points: 5n, reason: "goodwill", idempotencyKey: randomUUID() };
  await adjustPoints(deps, world.operator, goodwill);
}

async function signedIn({ base, deps, world, addPerson }: TestGateway): Promise<string> {
  const password = "a long enough password";
  const userId = await addPerson({ name: "Ana", email: "ana@example.org", password });
  await deps.db.member.update({ where: { id: world.ana.id }, data: { userId } });
  const answer = await fetch(`${base}/api/auth/sign-in/email`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: portal },
    body: JSON.stringify({ email: "ana@example.org", password }),
  });
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";", 1)[0])
    .join("; ");
}
