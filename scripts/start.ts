import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Config, readConfig } from "#api/server/config.ts";
import { type Connection, connect } from "#api/sql/client.ts";
import { emptyDatabase, ownDatabase } from "#api/sql/database.ts";
import { MigrationBlocked, migrate } from "#api/sql/migrate.ts";
import { committedMigrations } from "#api/sql/migrations.ts";
import { DatabaseRefused, requireSafeDatabase } from "#api/sql/safety.ts";
import { demoPassword, demoPeople } from "#portal/lib/demo.ts";
import { type Child, lastWords, listening, startChild } from "./start/child.ts";
import { buildPortal, portalArgs } from "./start/portal.ts";
import { requireFreePort } from "./start/ports.ts";
import { createProgress } from "./start/progress.ts";
import { StartRefused } from "./start/refused.ts";
import { seedDemo, seedWasInterrupted } from "./start/seed.ts";

const project = fileURLToPath(new URL("../", import.meta.url));
const reloads = process.argv.includes("--dev");
const progress = createProgress();

const PARENT_LOOKED_AT_EVERY_MS = 200;

/** How to stop what runs, in the order it was started. */
const running: (() => Promise<void>)[] = [];
const onStop = (stop: () => Promise<void>) => void running.push(stop);
let stopping: Promise<void> | null = null;

async function main(): Promise<void> {
  const config = configOrRefusal();
  await requireFreePort(config.port, "PORT");
  await requireFreePort(config.portalPort, "PORTAL_PORT");
  const url = await bringUpDatabase(config);
  const env = { DATABASE_URL: url, NODE_ENV: reloads ? "development" : "production", NEXT_TELEMETRY_DISABLED: "1" };
  if (!reloads) await buildPortal({ project, log: logOf(config, "portal-build"), progress, onStop });
  const gateway = await bringUp(config, "gateway", config.port, gatewayArgs(), env);
  const origin = { API_ORIGIN: `http://127.0.0.1:${config.port}`, DEMO: config.mode === "demo" ? "1" : "" };
  const portal = await bringUp(config, "portal", config.portalPort, portalCommand(config), { ...env, ...origin });
  greet(config);
  giveUpWhenOver(config, "gateway", gateway);
  giveUpWhenOver(config, "portal", portal);
}

function configOrRefusal(): Config {
  try {
    return readConfig();
  } catch (error) {
    throw new StartRefused((error as Error).message);
  }
}

async function bringUpDatabase(config: Config): Promise<string> {
  const started = progress.begin(config.databaseUrl ? "Reaching the database" : "Starting PostgreSQL");
  const { url, release } = await ownDatabase(config.databaseUrl, config.dataDirectory);
  onStop(release);
  const connection = connect(url, { max: 2 });
  try {
    await requireSafeDatabase(connection.pool);
    started();
    await layTables(config, connection, url);
  } finally {
    await connection.close();
  }
  return url;
}

async function layTables(config: Config, { db, pool }: Connection, url: string): Promise<void> {
  const migrated = progress.begin("Migrating");
  if (config.databaseUrl === null && seedWasInterrupted(config.dataDirectory)) await emptyDatabase(pool);
  await migrate(url, await committedMigrations());
  migrated();
  const { dataDirectory } = config;
  if (config.mode === "demo") await seedDemo(db, { project, dataDirectory, env: { DATABASE_URL: url }, onStop });
}

const gatewayArgs = () => [...(reloads ? ["--watch"] : []), "scripts/gateway.ts"];
const portalCommand = ({ portalPort }: Config) => (reloads ? portalArgs.dev(portalPort) : portalArgs.start(portalPort));
const logOf = (config: Config, name: string) => join(config.dataDirectory, "logs", `${name}.log`);

async function bringUp(
  config: Config,
  name: string,
  port: number,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<Child> {
  const done = progress.begin(`Starting the ${name}`);
  const log = reloads ? null : logOf(config, name);
  const child = await startChild({ args, env, cwd: project, log });
  onStop(child.stop);
  await listening(child, port, log);
  done();
  return child;
}

/** Neither gateway nor portal ends by itself; when one does, the rest is stopped too. */
function giveUpWhenOver(config: Config, name: string, child: Child): void {
  void child.ended.then(async (code) => {
    if (stopping) return;
    const words = await lastWords(reloads ? null : logOf(config, name));
    await giveUp(new StartRefused(`The ${name} ended with ${code}. ${words}`));
  });
}

function greet({ port, portalPort, mode, dataDirectory }: Config): void {
  console.log(`
  Portal   http://localhost:${portalPort}
  Gateway  http://localhost:${port}/graphql
  Logs     ${join(dataDirectory, "logs")}`);
  if (mode === "demo") {
    console.log(`\n  Sign in with the password ${demoPassword}:`);
    for (const { email, name, role } of demoPeople)
      console.log(`    ${email.padEnd(32)} ${name}, ${role.toLowerCase()}`);
  }
  console.log("\n  Ctrl-C stops everything.\n");
}

function stopAll(): Promise<void> {
  stopping ??= (async () => {
    for (const stop of running.splice(0).reverse()) await stop();
  })();
  return stopping;
}

async function giveUp(error: unknown): Promise<void> {
  if (stopping) return;
  progress.abandon();
  const expected = [StartRefused, DatabaseRefused, MigrationBlocked].some((kind) => error instanceof kind);
  console.error(expected ? `\n${(error as Error).message}` : error);
  await stopAll();
  process.exit(1);
}

async function stopByRequest(): Promise<void> {
  if (stopping) return;
  progress.abandon();
  const done = progress.begin("Stopping");
  await stopAll();
  done();
  process.exit(0);
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, stopByRequest);

// npm hands a signal to the shell between us, which dies of it alone; a new parent tells that npm is gone.
const parent = process.ppid;
if (process.env["npm_lifecycle_event"])
  setInterval(() => process.ppid !== parent && stopByRequest(), PARENT_LOOKED_AT_EVERY_MS).unref();

await main().catch(giveUp);
