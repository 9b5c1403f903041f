import cluster from "node:cluster";
import { AggregatorRegistry, type Registry } from "prom-client";
import { type Config, readConfig } from "#api/server/config.ts";
import { createLog } from "#api/server/log.ts";
import { startGateway } from "#api/server/main.ts";
import { openMetricsDoor } from "#api/server/metrics-door.ts";
import { runWorkers } from "#api/server/workers.ts";

/** Clients with an open connection are told for this long to make a new one, before it is closed. */
const DRAIN_MS = 2_000;

/** A gateway on a database that is there and migrated, or several on one port: as many of these as you like. */
async function main(): Promise<void> {
  const config = readConfig();
  if (config.databaseUrl === null) throw new Error("Set DATABASE_URL; `npm start` brings a database of its own.");
  if (config.workers > 1 && cluster.isPrimary) return runSeveral(config);
  const gateway = await startGateway({ ...config, databaseUrl: config.databaseUrl });
  const { metrics } = gateway;
  if (cluster.isWorker) handOver(metrics);
  const read = async () => ({ type: metrics.contentType, text: await metrics.metrics() });
  const door = cluster.isPrimary ? await openDoor(config, read) : null;
  const drainMs = cluster.isWorker ? DRAIN_MS : 0;
  endWith(async () => {
    door?.close();
    await gateway.close({ drainMs });
  });
}

async function runSeveral(config: Config): Promise<void> {
  const log = createLog(config.logLevel);
  const workers = runWorkers({ count: config.workers, jobs: config.jobs, log });
  const all = new AggregatorRegistry();
  const read = async () => ({ type: all.contentType, text: await all.clusterMetrics() });
  const door = await openDoor(config, read);
  process.on("SIGHUP", () => {
    workers.replace().catch((error: unknown) => log.error({ err: error }, "the workers were not replaced"));
  });
  endWith(async () => {
    door?.close();
    await workers.stop();
  });
  await workers.listening;
  log.info({ workers: config.workers, port: config.port }, "all workers listen");
}

/** Ends once, however often it is told to: a terminal tells all processes, and the first one tells the workers again. */
function endWith(stop: () => Promise<void>): void {
  let isEnding = false;
  const end = async () => {
    if (isEnding) return;
    isEnding = true;
    await stop();
    process.exit(0);
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, end);
}

/** The first process adds up what the workers tell. */
function handOver(metrics: Registry): void {
  AggregatorRegistry.setRegistries([metrics]);
  new AggregatorRegistry();
}

const openDoor = ({ metricsPort }: Config, read: Parameters<typeof openMetricsDoor>[1]) =>
  metricsPort === null ? null : openMetricsDoor(metricsPort, read);

await main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
