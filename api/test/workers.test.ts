import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { Agent, request } from "node:http";
import { type AddressInfo, createServer } from "node:net";
import { createInterface } from "node:readline";
import { setTimeout } from "node:timers/promises";
import { expect, onTestFinished, test, vi } from "vitest";
import WebSocket from "ws";
import { openSecrets } from "#api/server/secrets.ts";
import { keyHeader } from "#api/test/gateway.ts";
import { type World, world } from "#api/test/world.ts";
import { adjustPoints } from "#api/use-cases/points/adjust-points.ts";

const secret = "a secret that all workers know, long enough";

test("workers are replaced one by one while tills go on asking, and one of them runs the jobs", async () => {
  const w = await world({ at: new Date() });
  const [port, metricsPort] = await freePorts();
  const hub = start(w, { PORT: String(port), ZGODA_METRICS_PORT: String(metricsPort) });
  await hub.says("all workers listen");
  await expect.poll(() => runnersOf(w), { timeout: 30_000 }).toBe(1);

  const headers = await keyHeader({ world: w, deps: { ...w.deps, secrets: await hub.secrets() } });
  const tills = Array.from({ length: 3 }, () => till(port, headers));
  const before = await answersOf(tills, 60);
  hub.child.kill("SIGHUP");
  await hub.says("all workers were replaced");
  const after = await answersOf(tills, before + 60);
  const answers = (await Promise.all(tills.map((one) => one.stop()))).flat();
  expect(answers.length).toBeGreaterThanOrEqual(after);
  expect(hub.complaints()).toEqual([]);
  expect(answers.filter((answer) => answer !== 200)).toEqual([]);
  await expect.poll(() => runnersOf(w), { timeout: 30_000 }).toBe(1);

  const told = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();
  expect(told).toMatch(/zgoda_operation_seconds_count\{operation="Till",way="short",outcome="data"\} \d+/);
}, 240_000);

test("a worker that is killed is started again, and bells ring at the sockets of every worker", async () => {
  const w = await world({ at: new Date(), ana: { points: 100n } });
  const [port, metricsPort] = await freePorts();
  const hub = start(w, { PORT: String(port), ZGODA_METRICS_PORT: String(metricsPort), ZGODA_LOG: "debug" });
  await hub.says("all workers listen");
  const headers = await keyHeader({ world: w, deps: { ...w.deps, secrets: await hub.secrets() } });
  const first = hub.lines("a worker listens").find(({ jobs }) => jobs);
  process.kill(Number(first?.["pid"]), "SIGKILL");
  await expect.poll(() => hub.lines("a worker listens").length, { timeout: 60_000 }).toBe(3);
  expect(hub.lines("a worker ended")).toMatchObject([{ pid: first?.["pid"], signal: "SIGKILL" }]);
  await expect.poll(() => runnersOf(w), { timeout: 30_000 }).toBe(1);

  // Connections go to the workers in turn.
  const sockets = await Promise.all([1, 2, 3, 4].map(() => watch(port, headers, w.ana.id)));
  const ring = async () => {
    await giveFive(w);
    expect(sockets.map(({ hasRung }) => hasRung())).toEqual([true, true, true, true]);
  };
  await vi.waitFor(ring, { timeout: 60_000 });

  const asked = { ...headers, "x-request-id": "till-0000017" };
  expect(await ask(port, new Agent(), asked)).toBe(200);
  await expect
    .poll(() => hub.lines("answered").filter(({ requestId }) => requestId === "till-0000017"))
    .toHaveLength(1);
}, 240_000);

type Hub = {
  child: ChildProcess;
  /** What it logged as an error. */
  complaints(): string[];
  /** What it logged in these words so far. */
  lines(words: string): Record<string, unknown>[];
  says(words: string): Promise<void>;
  secrets(): Promise<World["deps"]["secrets"]>;
};

function start({ database }: World, settings: Record<string, string>): Hub {
  const env = { ...process.env, DATABASE_URL: database.url, ZGODA_SECRET: secret, WORKERS: "2", ...settings };
  const child = spawn(process.execPath, ["scripts/gateway.ts"], { env, stdio: ["ignore", "pipe", "inherit"] });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  onTestFinished(async () => {
    child.kill("SIGTERM");
    await ended;
  });
  const lines: string[] = [];
  const waiting = new Set<() => void>();
  createInterface({ input: child.stdout }).on("line", (line) => {
    lines.push(line);
    for (const look of waiting) look();
  });
  const says = (words: string) =>
    new Promise<void>((resolve, reject) => {
      const look = () => {
        if (!lines.some((line) => line.includes(words))) return;
        waiting.delete(look);
        resolve();
      };
      waiting.add(look);
      look();
      void ended.then(() => reject(new Error(`The hub ended: ${lines.slice(-5).join("; ")}`)));
    });
  const complaints = () => lines.filter((line) => /"level":[5-9]0/.test(line));
  return {
    child,
    complaints,
    lines: (words) => lines.filter((line) => line.includes(`"msg":"${words}"`)).map((line) => JSON.parse(line)),
    says,
    secrets: async () => ({ apiKey: (await openSecrets({ secret, dataDirectory: "" })).apiKey }),
  };
}

/** Runners of jobs, as the database sees them: each has a connection that listens for new jobs. */
async function runnersOf({ database }: World): Promise<number> {
  const { rows } = await database.pool.query<{ runners: number }>(
    `SELECT count(*)::int AS runners FROM pg_stat_activity
     WHERE datname = current_database() AND query LIKE 'LISTEN "jobs:insert"%'`,
  );
  return rows[0]?.runners ?? 0;
}

/** Asks over one connection for as long as it may, a hundred times a second: far below what one key may ask. */
function till(port: number, headers: Record<string, string>) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const answers: (number | string)[] = [];
  let stopping = false;
  const done = (async () => {
    while (!stopping) {
      answers.push(await ask(port, agent, headers));
      await setTimeout(10);
    }
    agent.destroy();
  })();
  return {
    answers,
    stop: async () => {
      stopping = true;
      await done;
      return answers;
    },
  };
}

/** A subscription to a member's points that stands; whether its bell has rung. */
async function watch(port: number, { authorization }: Record<string, string>, memberId: string) {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/graphql`, "graphql-transport-ws");
  onTestFinished(() => socket.terminate());
  const heard: string[] = [];
  socket.on("message", (text) => heard.push(String(text)));
  const hears = (words: string) => vi.waitFor(() => expect(heard.join()).toContain(words), { timeout: 30_000 });
  const send = (message: object) => socket.send(JSON.stringify(message));
  await once(socket, "open");
  send({ type: "connection_init", payload: { authorization } });
  await hears("connection_ack");
  send({
    id: "1",
    type: "subscribe",
    payload: { query: `subscription { balanceChanged(memberId: "${memberId}") { id } }` },
  });
  return { hasRung: () => heard.some((text) => text.includes(memberId)) };
}

/** The status, or what went wrong on the way. */
function ask(port: number, agent: Agent, headers: Record<string, string>): Promise<number | string> {
  const body = JSON.stringify({ query: "query Till { __typename }" });
  const sent = { "content-type": "application/json", "content-length": String(Buffer.byteLength(body)), ...headers };
  return new Promise((resolve) => {
    request({ port, host: "127.0.0.1", path: "/graphql", method: "POST", agent, headers: sent }, (response) => {
      response.resume().once("end", () => resolve(response.statusCode ?? 0));
    })
      .once("error", (error) => resolve(error.message))
      .end(body);
  });
}

async function giveFive({ deps, operator, ana }: World): Promise<void> {
  const goodwill = { memberId: ana.id, points: 5n, reason: "goodwill", idempotencyKey: randomUUID() };
  await adjustPoints(deps, operator, goodwill);
}

/** Waits until there are so many answers, and says how many there are. */
async function answersOf(tills: ReturnType<typeof till>[], least: number): Promise<number> {
  const count = () => tills.reduce((sum, { answers }) => sum + answers.length, 0);
  await vi.waitFor(() => expect(count()).toBeGreaterThanOrEqual(least), { timeout: 120_000, interval: 50 });
  return count();
}

/** Two that differ: the first is given back only when the second is known. */
async function freePorts(): Promise<[number, number]> {
  const probes = [createServer(), createServer()] as const;
  for (const probe of probes) await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const [one, other] = probes.map((probe) => probe.address() as AddressInfo);
  for (const probe of probes) await new Promise((resolve) => probe.close(resolve));
  return [one?.port ?? 0, other?.port ?? 0];
}
