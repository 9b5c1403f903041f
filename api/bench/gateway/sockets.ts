import { once } from "node:events";
import { setTimeout as after } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import type { Print } from "#api/bench/figures.ts";
import { type Lab, tillPartner, withLab } from "#api/bench/gateway/hub.ts";
import type { Rung, Watching } from "#api/bench/gateway/socket-client.ts";
import { benchId } from "#api/bench/month/load.ts";
import { systemActor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import type { Gateway } from "#api/server/main.ts";

const SETTLE_MS = 2_000;
const DEED_EVERY_MS = 50;

/** A thousand live subscriptions on one process: what each takes of its memory, and how long after a commit they ring. */
export async function gatewaySockets(print: Print, { quick }: { quick: boolean }): Promise<void> {
  const count = quick ? 200 : 1_000;
  await withLab(count, async (lab) => {
    const hub = await lab.open();
    const before = residentBytes();
    const { worker, rungs, partnersOf } = await openSockets(lab, hub, count);
    const perSocket = (residentBytes() - before) / count / 1024;
    const sent = await deeds(hub, quick ? 100 : 400);
    await after(SETTLE_MS);
    await worker.terminate();
    const waits = waitsOf(sent, rungs, partnersOf).sort((a, b) => a - b);
    const at = (share: number) => waits[Math.floor((waits.length - 1) * share)] ?? Number.NaN;
    const conditions = { sockets: count, deeds: sent.length, rings: waits.length };
    print({
      bench: "gateway.sockets",
      variant: "memory of a socket",
      conditions,
      value: perSocket / 1024,
      unit: "MiB",
    });
    print({ bench: "gateway.sockets", variant: "commit to client, half", conditions, value: at(0.5), unit: "ms" });
    const worst = {
      bench: "gateway.sockets",
      variant: "commit to client, 95 of 100",
      conditions,
      goal: "≤ 150",
    } as const;
    print({ ...worst, value: at(0.95), unit: "ms" });
  });
}

function residentBytes(): number {
  globalThis.gc?.();
  return process.memoryUsage().rss;
}

async function openSockets({ keysOf }: Lab, hub: Gateway, count: number) {
  const keys = await keysOf(hub, "partners");
  const partnersOf = Array.from({ length: count }, (_none, nth) => tillPartner("partners", nth % keys.length));
  const sockets = partnersOf.map((partnerId, nth) => ({
    key: keys[nth % keys.length] ?? "",
    query: `subscription { partnerActivity(partnerId: "${partnerId}") { id } }`,
  }));
  const url = `ws://127.0.0.1:${hub.port}/graphql`;
  const worker = new Worker(new URL("socket-client.ts", import.meta.url), {
    workerData: { url, sockets } satisfies Watching,
  });
  const rungs: Rung[] = [];
  await once(worker, "message");
  worker.on("message", (rung: Rung) => rungs.push(rung));
  await after(SETTLE_MS);
  return { worker, rungs, partnersOf };
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
