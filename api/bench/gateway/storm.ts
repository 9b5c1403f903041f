import { setTimeout as after } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import type { Print } from "#api/bench/figures.ts";
import { type Lab, withLab } from "#api/bench/gateway/hub.ts";
import { cards, purchase } from "#api/bench/gateway/purchase.ts";
import type { Storm, Stormed, Tried } from "#api/bench/gateway/storm-client.ts";
import { watchMemory } from "#api/bench/memory.ts";

const CLIENTS = 200;
const MEMBERS = 20_000;

/**
 * The database stands still for a while under clients that lose their patience and send again at once: what is lost, kept,
 * and how soon it is over.
 */
export async function gatewayStorm(print: Print, { quick }: { quick: boolean }): Promise<void> {
  const [calmS, frozenS, afterS] = quick ? [4, 7, 10] : [10, 10, 20];
  await withLab(MEMBERS, async (lab) => {
    const hub = await lab.open();
    const workerData: Storm = {
      ...{ port: hub.port, clients: CLIENTS, seconds: calmS + frozenS + afterS },
      ...{ body: JSON.stringify(purchase(1)), keys: await lab.keysOf(hub, "partners"), cards: cards(MEMBERS) },
    };
    const storming = stormWith(workerData);
    await after(calmS * 1000);
    const memory = watchMemory();
    await freeze(lab, frozenS);
    const thawedAt = (calmS + frozenS) * 1000;
    const { tries, recorded } = await storming;
    const grownMiB = memory.stop();
    const normalMs = p95(tries.filter(({ at }) => at < calmS * 1000));
    const lost = recorded.length - (await countKept(lab, recorded));
    const conditions = { clients: CLIENTS, frozenS, tries: tries.length, recorded: recorded.length };
    const tell = (variant: string, value: number, unit: "ms" | "s" | "MiB" | "count", goal?: string) =>
      print({ bench: "gateway.storm", variant, conditions, value, unit, ...(goal ? { goal } : {}) });
    tell("acknowledged and not there", lost, "count", "0");
    tell(
      "answers that were not typed",
      tries.filter(({ status }) => ![0, 200, 429, 503, 504].includes(status)).length,
      "count",
      "0",
    );
    tell("tries that clients gave up", tries.filter(({ status }) => status === 0).length, "count");
    tell("memory it added at its peak", grownMiB, "MiB", "≤ 256");
    tell("95 of 100 before", normalMs, "ms");
    tell("until 95 of 100 are normal again", secondsUntilNormal(tries, { thawedAt, normalMs }), "s", "≤ 10");
  });
}

function stormWith(workerData: Storm): Promise<Stormed> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("storm-client.ts", import.meta.url), { workerData });
    worker.once("message", resolve).once("error", reject);
  });
}

/** Nobody can read or write a wallet, as when the disk below the database hangs. */
async function freeze({ connection: { pool } }: Lab, seconds: number): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query("BEGIN; LOCK TABLE wallet, deed IN ACCESS EXCLUSIVE MODE");
    await after(seconds * 1000);
  } finally {
    await client.query("ROLLBACK");
    client.release();
  }
}

async function countKept({ connection: { pool } }: Lab, keys: readonly string[]): Promise<number> {
  const { rows } = await pool.query<{ kept: number }>("SELECT count(*)::int AS kept FROM deed WHERE key = ANY ($1)", [
    keys,
  ]);
  return rows[0]?.kept ?? 0;
}

function p95(tries: readonly Tried[]): number {
  const waits = tries.map(({ ms }) => ms).sort((a, b) => a - b);
  return waits[Math.floor((waits.length - 1) * 0.95)] ?? Number.NaN;
}

/** From the thaw to the first second whose p95 is at most half as much again as before. */
function secondsUntilNormal(
  tries: readonly Tried[],
  { thawedAt, normalMs }: { thawedAt: number; normalMs: number },
): number {
  const last = tries.at(-1)?.at ?? 0;
  for (let from = thawedAt; from < last; from += 1_000) {
    const second = tries.filter(({ at, ms }) => at - ms >= from && at - ms < from + 1_000);
    if (second.length > 0 && p95(second) <= normalMs * 1.5) return (from - thawedAt) / 1_000;
  }
  return Number.NaN;
}
