import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { freshen, proveStory } from "#api/bench/pages/freshen.ts";
import { growDemo } from "#api/bench/pages/grow.ts";
import { progress } from "#api/bench/progress.ts";
import { connect } from "#api/sql/client.ts";
import { startEmbedded } from "#api/sql/embedded.ts";
import { migrate } from "#api/sql/migrate.ts";
import { committedMigrations } from "#api/sql/migrations.ts";
import { listening, startChild } from "#scripts/start/child.ts";
import { buildPortal, portalArgs } from "#scripts/start/portal.ts";
import { createProgress } from "#scripts/start/progress.ts";
import { seedDemo } from "#scripts/start/seed.ts";

const project = fileURLToPath(new URL("../../../", import.meta.url));
const settings = { shared_buffers: "1GB", max_wal_size: "8GB", max_connections: "200" };

/** The product as `npm start` brings it up, without the clock's jobs, which would measure themselves. */
export type PagesHub = { origin: string; databaseUrl: string; lines: number };

/** `lines`: to how many the demo's book grows; 0: not at all. `keep`: a directory in which the database stays. */
export type Wanted = { lines: number; keep: string | null };

/** Builds, seeds, grows and starts the hub, and takes everything away again that it started or made. */
export async function withPagesHub<Result>(wanted: Wanted, work: (hub: PagesHub) => Promise<Result>): Promise<Result> {
  const ending: (() => Promise<unknown>)[] = [];
  const onStop = (stop: () => Promise<unknown>) => void ending.push(stop);
  const endAll = async () => {
    for (const end of ending.splice(0).reverse()) await end();
  };
  const interrupted = () => void endAll().finally(() => process.exit(130));
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, interrupted);
  try {
    return await work(await bringUp(wanted, onStop));
  } finally {
    await endAll();
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.off(signal, interrupted);
  }
}

async function bringUp({ lines, keep }: Wanted, onStop: (stop: () => Promise<unknown>) => void): Promise<PagesHub> {
  const telling = createProgress(process.stderr);
  const directory = keep ?? (await mkdtemp(join(tmpdir(), "zgoda-pages-")));
  if (!keep) onStop(() => rm(directory, { recursive: true, force: true }));
  const postgres = await startEmbedded({ directory: join(directory, "postgres"), settings });
  onStop(keep ? postgres.stop : postgres.discard);
  await migrate(postgres.url, await committedMigrations());
  const env = {
    DATABASE_URL: postgres.url,
    DATA_DIRECTORY: directory,
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
  };
  const connection = connect(postgres.url, { max: 8 });
  try {
    await seedDemo(connection.db, { project, dataDirectory: directory, env, onStop });
    await proveStory(connection);
    const isGrown = await laid(connection.pool);
    if (lines > 0 && isGrown < lines / 2) {
      await growDemo(connection.pool, lines - isGrown, (done, all) => progress(`growing to ${lines} lines`, done, all));
      const done = telling.begin("Summing what the night sums");
      await freshen(connection);
      done();
    }
    await buildPortal({ project, log: join(directory, "portal-build.log"), progress: telling, onStop });
    return {
      ...(await serve({ directory, env, onStop })),
      databaseUrl: postgres.url,
      lines: await laid(connection.pool),
    };
  } finally {
    await connection.close();
  }
}

type Serving = {
  directory: string;
  env: Readonly<Record<string, string>>;
  onStop: (stop: () => Promise<unknown>) => void;
};

async function serve({ directory, env, onStop }: Serving): Promise<{ origin: string }> {
  const [port, portalPort] = await freePorts(2);
  if (!port || !portalPort) throw new Error("No port is free.");
  const origin = `http://localhost:${portalPort}`;
  const run = async (name: string, at: number, args: readonly string[], more: Readonly<Record<string, string>>) => {
    const log = join(directory, `${name}.log`);
    const child = await startChild({ args, env: { ...env, ...more }, cwd: project, log });
    onStop(child.stop);
    await listening(child, at, log);
  };
  const quiet = { ZGODA_JOBS: "false", ZGODA_LOG: "error" };
  await run("gateway", port, ["scripts/gateway.ts"], { PORT: `${port}`, PORTAL_PORT: `${portalPort}`, ...quiet });
  await run("portal", portalPort, portalArgs.start(portalPort), { API_ORIGIN: `http://127.0.0.1:${port}`, DEMO: "1" });
  return { origin };
}

async function laid(pool: ReturnType<typeof connect>["pool"]): Promise<number> {
  const { rows } = await pool.query<{ lines: string }>("SELECT count(*) AS lines FROM line");
  return Number(rows[0]?.lines);
}

/** Ports that were free a moment ago. */
async function freePorts(count: number): Promise<number[]> {
  const held = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer();
      await new Promise<void>((resolve) => server.listen(0, resolve));
      return server;
    }),
  );
  const ports = held.map((server) => (server.address() as { port: number }).port);
  await Promise.all(held.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}
