import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { setTimeout as after } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import type { Print } from "#api/bench/figures.ts";
import { type Lab, tillPartner, withLab } from "#api/bench/gateway/hub.ts";
import type { Rung, Told, Watching } from "#api/bench/gateway/socket-client.ts";
import { benchId } from "#api/bench/month/load.ts";
import { systemActor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import type { Gateway } from "#api/server/main.ts";

const SETTLE_MS = 2_000;
const DEED_EVERY_MS = 50;
const SLEEPERS = 10;

/**
 * A thousand live subscriptions on one process: what each takes of its memory, how long after a commit they ring, and what
 * they notice of others that take nothing of what they are sent. The clients are another process.
 */
export async function gatewaySockets(print: Print, { quick }: { quick: boolean }): Promise<void> {
  const count = quick ? 200 : 1_000;
  const deedCount = quick ? 100 : 400;
  await withLab(count, async (lab) => {
    const hub = await lab.open();
    const before = residentBytes();
    const clients = await openSockets(lab, hub, count);
    const perSocketKiB = (residentBytes() - before) / count / 1024;
    const tell = (variant: string, value: number, unit: "MiB" | "ms" | "count", goal?: string) =>
      print({
        bench: "gateway.sockets",
        variant,
        conditions: { sockets: count },
        value,
        unit,
        ...(goal ? { goal } : {}),
      });
    tell("memory of a socket", perSocketKiB / 1024, "MiB");
    const calm = await ring(hub, clients, deedCount);
    tell("commit to client, half", at(calm, 0.5), "ms");
    tell("commit to client, 95 of 100", at(calm, 0.95), "ms", "≤ 150");
    const sleepers = await openSleepers(lab, hub);
    const beside = await ring(hub, clients, deedCount);
    tell(`commit to client beside ${SLEEPERS} who take nothing, 95 of 100`, at(beside, 0.95), "ms", "≤ 150");
    tell("of those who took nothing, cut off", await cutOff(hub), "count", String(SLEEPERS));
    await Promise.all([end(clients.process), end(sleepers)]);
  });
}

/** Whoever was cut off altogether has ended already. */
async function end(process: ChildProcess): Promise<void> {
  if (process.exitCode !== null || process.signalCode !== null) return;
  const ended = once(process, "exit");
  process.kill();
  await ended;
}

const at = (sorted: readonly number[], share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN;

/** When what nobody needs is gone. */
function residentBytes(): number {
  setFlagsFromString("--expose-gc");
  runInNewContext("gc")();
  return process.memoryUsage().rss;
}

async function cutOff({ metrics }: Gateway): Promise<number> {
  const text = await metrics.getSingleMetricAsString("zgoda_slow_sockets_total");
  return Number(/^zgoda_slow_sockets_total (\d+)$/m.exec(text)?.[1] ?? Number.NaN);
}

type Clients = { process: ChildProcess; rungs: Rung[]; partnersOf: string[] };

async function openSockets({ keysOf }: Lab, hub: Gateway, count: number): Promise<Clients> {
  const keys = await keysOf(hub, "partners");
  const partnersOf = Array.from({ length: count }, (_none, nth) => tillPartner("partners", nth % keys.length));
  const sockets = partnersOf.map((partnerId, nth) => ({
    key: keys[nth % keys.length] ?? "",
    query: `subscription { partnerActivity(partnerId: "${partnerId}") { id } }`,
  }));
  const clients: Clients = { process: await begin(hub, sockets), rungs: [], partnersOf };
  clients.process.on("message", (told: Told) => {
    if (typeof told === "object") clients.rungs.push(told);
  });
  await after(SETTLE_MS);
  return clients;
}

/** In a process of their own, so that what they send in a hurry keeps no other client waiting. */
async function openSleepers({ keysOf }: Lab, hub: Gateway): Promise<ChildProcess> {
  const keys = await keysOf(hub, "chain");
  return begin(
    hub,
    keys.slice(0, SLEEPERS).map((key) => ({ key })),
  );
}

async function begin(hub: Gateway, sockets: Watching["sockets"]): Promise<ChildProcess> {
  const process = fork(new URL("socket-client.ts", import.meta.url));
  process.send({ url: `ws://127.0.0.1:${hub.port}/graphql`, sockets } satisfies Watching);
  const [reason] = await Promise.race([once(process, "message"), once(process, "exit")]);
  if (typeof reason === "number") throw new Error(`the sockets' clients ended with ${reason} before they were open`);
  return process;
}

/** Deeds one after the other, and how long each ring came after its own, the shortest first. */
async function ring(hub: Gateway, { rungs, partnersOf }: Clients, count: number): Promise<number[]> {
  rungs.length = 0;
  const sent = await deeds(hub, count);
  await after(SETTLE_MS);
  return waitsOf(sent, rungs, partnersOf).sort((a, b) => a - b);
}

type Sent = { partnerId: string; at: number };

/** One after the other, each at the next partner; `at`: when its commit was answered. */
async function deeds({ deps }: Gateway, count: number): Promise<Sent[]> {
  const sent: Sent[] = [];
  for (let n = 0; n < count; n++) {
    const issuerId = tillPartner("partners", n % 64);
    const terms = { issuerId, funding: "ON_BURN", issueRateE6: 10_033n, fundedRateE6: 0n } as const;
    const memberId = benchId("mem", n % 200);
    await deps.ledger.post({
      ...{ kind: "bench", actor: systemActor, owner: issuerId, key: newId("deed"), fingerprint: "" },
      occurredAt: new Date(),
      place: { partnerId: issuerId, locationId: null, terminalId: null },
      movements: [{ kind: "earn", memberId, points: 1n, terms, maturesAt: null, expiresAt: null, purchaseId: null }],
    });
    sent.push({ partnerId: issuerId, at: performance.timeOrigin + performance.now() });
    await after(DEED_EVERY_MS);
  }
  return sent;
}

/** Each ring after the last deed of its partner before it. */
function waitsOf(sent: readonly Sent[], rungs: readonly Rung[], partnersOf: readonly string[]): number[] {
  const slack = DEED_EVERY_MS / 2;
  return rungs.flatMap(({ socket, at }) => {
    const deed = sent.findLast((one) => one.partnerId === partnersOf[socket] && one.at <= at + slack);
    return deed ? [Math.max(0, at - deed.at)] : [];
  });
}
