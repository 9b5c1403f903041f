import cluster, { type Worker } from "node:cluster";
import { once } from "node:events";
import { setTimeout as after } from "node:timers/promises";
import type { Log } from "#api/server/log.ts";

/** A worker that ends sooner than this after its start is not started again at once. */
const SHORT_LIFE_MS = 5_000;
const PAUSE_MS = 1_000;
/** Does this worker run the jobs? Told to it in its environment. */
export const JOBS_VARIABLE = "ZGODA_JOBS";

type Slot = { jobs: boolean; worker: Worker };

/**
 * Several gateways on one port. The first runs the jobs, the others do not. What ends by itself is started again; `replace`
 * starts a new one beside each, waits until it listens, and only then lets the old one finish: no request meets a closed
 * door. A new one that does not come up leaves the old ones as they are.
 */
export function runWorkers({ count, jobs, log }: { count: number; jobs: boolean; log: Log }) {
  let stopping = false;
  let replacing: Promise<void> | null = null;
  const slots: Slot[] = Array.from({ length: count }, (_none, nth) => {
    const isFirst = jobs && nth === 0;
    return { jobs: isFirst, worker: begin(isFirst) };
  });
  for (const slot of slots) watch(slot, slot.worker);

  function begin(runsJobs: boolean): Worker {
    const worker = cluster.fork({ [JOBS_VARIABLE]: String(runsJobs) });
    worker.once("listening", () => log.info({ pid: worker.process.pid, jobs: runsJobs }, "a worker listens"));
    return worker;
  }

  /** Starts another whenever the slot's own worker ends without being told to. */
  function watch(slot: Slot, worker: Worker): void {
    const beganAt = performance.now();
    worker.once("exit", async (code, signal) => {
      if (stopping || slot.worker !== worker) return;
      log.error({ pid: worker.process.pid, code, signal }, "a worker ended");
      if (performance.now() - beganAt < SHORT_LIFE_MS) await after(PAUSE_MS);
      if (stopping) return;
      slot.worker = begin(slot.jobs);
      watch(slot, slot.worker);
    });
  }

  async function replaceOne(slot: Slot): Promise<void> {
    const [old, next] = [slot.worker, begin(slot.jobs)];
    const ended = once(next, "exit").then(() => "ended" as const);
    const came = await Promise.race([once(next, "listening").then(() => "listens" as const), ended]);
    if (came === "ended") throw new Error("A new worker did not come up; the old ones go on.");
    slot.worker = next;
    watch(slot, next);
    await finish(old);
  }

  async function replaceAll(): Promise<void> {
    for (const slot of slots) if (!stopping) await replaceOne(slot);
    log.info({ workers: count }, "all workers were replaced");
  }

  return {
    listening: Promise.all(slots.map(({ worker }) => once(worker, "listening"))),
    replace(): Promise<void> {
      replacing ??= replaceAll().finally(() => {
        replacing = null;
      });
      return replacing;
    },
    async stop(): Promise<void> {
      stopping = true;
      await Promise.all(slots.map(({ worker }) => finish(worker)));
    },
  };
}

/** Lets a worker answer what it has begun; it takes no more. */
async function finish(worker: Worker): Promise<void> {
  if (worker.isDead()) return;
  const ended = once(worker, "exit");
  worker.process.kill("SIGTERM");
  await ended;
}
