import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { LedgerObserver } from "#api/ledger/queue.ts";

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const DEEDS = [1, 2, 5, 10, 20, 50, 100, 200, 500];
/** Operations under a name of their own; a client that makes up names does not make up series. */
const OPERATIONS_MAX = 300;

/** What came of a request; for `ledger.refused` and errors the code says more. */
export type Outcome = "data" | "errors";
export type Way = "short" | "long";

export type Metrics = ReturnType<typeof openMetrics>;

/** What this process tells of itself, under the names that docs/operations/ shows and alarms on. */
export function openMetrics() {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry, prefix: "zgoda_" });
  const operationSeconds = new Histogram({
    name: "zgoda_operation_seconds",
    help: "From the request to its answer, by operation, way in and what came of it.",
    labelNames: ["operation", "way", "outcome"],
    buckets: SECONDS,
    registers,
  });
  const refusals = new Counter({
    name: "zgoda_refusals_total",
    help: "Typed refusals and top-level errors, by code.",
    labelNames: ["code"],
    registers,
  });
  const batchDeeds = new Histogram({
    name: "zgoda_ledger_batch_deeds",
    help: "Deeds in a batch of the ledger.",
    buckets: DEEDS,
    registers,
  });
  const batchSeconds = new Histogram({
    name: "zgoda_ledger_batch_seconds",
    help: "From the reading of a batch to its commit.",
    buckets: SECONDS,
    registers,
  });
  const queueDeeds = new Gauge({ name: "zgoda_ledger_queue_deeds", help: "Deeds that wait for a batch.", registers });
  const racesLost = new Counter({
    name: "zgoda_ledger_races_lost_total",
    help: "Deeds planned anew, because another changed what they were planned on.",
    registers,
  });
  const overloads = new Counter({
    name: "zgoda_ledger_overloads_total",
    help: "Deeds that were sent away with a time to come back, because the queue was full.",
    registers,
  });
  const jobSeconds = new Histogram({
    name: "zgoda_job_seconds",
    help: "A run of a job, by job and whether it ended well.",
    labelNames: ["job", "outcome"],
    buckets: [...SECONDS, 30, 60, 300, 1_800],
    registers,
  });
  const doorbells = new Counter({
    name: "zgoda_doorbells_total",
    help: "Objects whose bell rang in this process.",
    labelNames: ["topic"],
    registers,
  });
  const sockets = new Gauge({ name: "zgoda_sockets", help: "Open WebSockets.", registers });
  const slowSockets = new Counter({
    name: "zgoda_slow_sockets_total",
    help: "WebSockets that were closed because they did not take what was sent.",
    registers,
  });

  const named = new Map<string, (seconds: number) => void>();

  function timerOf(operation: string, way: Way, outcome: Outcome): (seconds: number) => void {
    const name = `${operation} ${way} ${outcome}`;
    const known = named.get(name);
    if (known) return known;
    const label = named.size < OPERATIONS_MAX ? operation : "other";
    const child = operationSeconds.labels(label, way, outcome);
    const observe = (seconds: number) => child.observe(seconds);
    if (named.size < OPERATIONS_MAX) named.set(name, observe);
    return observe;
  }

  const ledger: LedgerObserver = {
    batch: (deeds, ms) => {
      batchDeeds.observe(deeds);
      batchSeconds.observe(ms / 1000);
    },
    queue: (waiting) => queueDeeds.set(waiting),
    raceLost: () => racesLost.inc(),
    overloaded: () => overloads.inc(),
  };

  return {
    registry,
    ledger,
    operation: (operation: string, way: Way, outcome: Outcome, ms: number) =>
      timerOf(operation, way, outcome)(ms / 1000),
    refused: (code: string) => refusals.inc({ code }),
    job: (job: string, outcome: "done" | "failed", ms: number) => jobSeconds.observe({ job, outcome }, ms / 1000),
    rang: (topic: string) => doorbells.inc({ topic }),
    socketOpened: () => sockets.inc(),
    socketClosed: () => sockets.dec(),
    socketTooSlow: () => slowSockets.inc(),
  };
}
