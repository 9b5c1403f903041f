import { randomBytes } from "node:crypto";
import { access, chown, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join, resolve } from "node:path";
import pg from "pg";
import { type Binaries, findServerUser, type ServerUser, spawnAs } from "#api/sql/postgres-binaries.ts";
import { placeFor } from "#api/sql/postgres-place.ts";

const NAME = "zgoda";

/** A PostgreSQL of our own, on the loopback only. */
export type EmbeddedPostgres = {
  url: string;
  /** It was running already: left behind by a process that was killed, or in use by another. */
  adopted: boolean;
  /** Ends it in order; its files stay. */
  stop(): Promise<void>;
  /** Ends it at once and deletes its files: for databases that nobody will miss. */
  discard(): Promise<void>;
};

type EmbeddedOptions = {
  /** Where data, password and log live; made when missing. */
  directory: string;
  /** Written into the configuration of a new cluster, e.g. { shared_buffers: "64MB" }. */
  settings?: Readonly<Record<string, string>>;
};

/**
 * Starts the PostgreSQL that came from npm on the directory, or adopts the one that runs there. A stale postmaster.pid
 * is no obstacle, also when another process has its number by now.
 */
export async function startEmbedded({ directory, settings = {} }: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const cluster = await clusterIn(directory);
  const runningOn = await portOfRunning(cluster);
  const port = runningOn ?? (await startCluster(cluster, settings));
  const url = `postgresql://${NAME}:${await readFile(cluster.passwordFile, "utf8")}@127.0.0.1:${port}/${NAME}`;
  await createDatabase(url);
  return {
    url,
    adopted: runningOn !== null,
    stop: () => pgCtl(cluster, "stop", "--mode=fast"),
    discard: async () => {
      await pgCtl(cluster, "stop", "--mode=immediate");
      await rm(cluster.directory, { recursive: true, force: true });
    },
  };
}

type Cluster = {
  directory: string;
  data: string;
  log: string;
  passwordFile: string;
  binaries: Binaries;
  user: ServerUser;
};

async function clusterIn(wanted: string): Promise<Cluster> {
  const user = await findServerUser();
  const { directory, binaries } = await placeFor(user, resolve(wanted));
  await mkdir(directory, { recursive: true });
  if (user) await chown(directory, user.uid, user.gid);
  return {
    directory,
    data: join(directory, "cluster"),
    log: join(directory, "log"),
    passwordFile: join(directory, "password"),
    binaries,
    user,
  };
}

async function portOfRunning(cluster: Cluster): Promise<number | null> {
  const pidFile = join(cluster.data, "postmaster.pid");
  // Its first line is the process, its fourth the port.
  const [pid, , , port] = (await readFile(pidFile, "utf8").catch(() => "")).split("\n");
  if (!pid) return null;
  if (!(await isPostgres(pid))) await rm(pidFile, { force: true });
  const isRunning = await pgCtl(cluster, "status").then(
    () => true,
    () => false,
  );
  return isRunning && port ? Number(port) : null;
}

/** After a restart of the machine or container somebody else may have the number. Where nobody can tell, pg_ctl decides. */
async function isPostgres(pid: string): Promise<boolean> {
  if (process.platform !== "linux") return true;
  const name = await readFile(`/proc/${pid}/comm`, "utf8").catch(() => "");
  return name.trim() === "postgres";
}

async function startCluster(cluster: Cluster, settings: Readonly<Record<string, string>>): Promise<number> {
  if (!(await exists(join(cluster.data, "PG_VERSION")))) await initialise(cluster, settings);
  const port = await freePort();
  await pgCtl(cluster, "start", `--log=${cluster.log}`, `--options=-p ${port}`);
  return port;
}

async function initialise(cluster: Cluster, settings: Readonly<Record<string, string>>): Promise<void> {
  // A first start that was interrupted leaves a directory that initdb would refuse.
  await rm(cluster.data, { recursive: true, force: true });
  await writeFile(cluster.passwordFile, randomBytes(18).toString("base64url"), { mode: 0o600 });
  if (cluster.user) await chown(cluster.passwordFile, cluster.user.uid, cluster.user.gid);
  const configuration = { listen_addresses: "127.0.0.1", unix_socket_directories: "", timezone: "UTC", ...settings };
  await spawnAs(cluster.user, cluster.binaries.initdb, [
    `--pgdata=${cluster.data}`,
    `--username=${NAME}`,
    `--pwfile=${cluster.passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale-provider=builtin",
    "--locale=C.UTF-8",
    ...Object.entries(configuration).flatMap(([name, value]) => ["--set", `${name}=${value}`]),
  ]);
}

function pgCtl(cluster: Cluster, command: "start" | "stop" | "status", ...options: string[]): Promise<void> {
  return spawnAs(cluster.user, cluster.binaries.pg_ctl, [command, `--pgdata=${cluster.data}`, "--wait", ...options]);
}

async function createDatabase(url: string): Promise<void> {
  const maintenance = new URL(url);
  maintenance.pathname = "/postgres";
  const client = new pg.Client({ connectionString: maintenance.href });
  await client.connect();
  const { rowCount } = await client.query("select from pg_database where datname = $1", [NAME]);
  if (rowCount === 0) await client.query(`create database ${NAME}`);
  await client.end();
}

/** A port that was free a moment ago, on the loopback. */
async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === "string") throw new Error("No free port on the loopback.");
  return address.port;
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
