import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, inject } from "vitest";
import { type Connection, connect } from "#api/sql/client.ts";
import { databaseUrl } from "#api/test/postgres.ts";

export type TestDatabase = Connection & { url: string };

const { url: serverUrl, template, outlivesRun } = inject("postgres");
let admin: Promise<pg.Client> | null = null;
/** Copied ahead of need, so that a test rarely waits for its database. */
let ahead: Promise<string> | null = null;

/** A database of one's own, without rows; or `bare`, without tables too. `close` gives it up. */
export async function testDatabase({ max = 10, bare = false } = {}): Promise<TestDatabase> {
  return opened(bare ? await copy("template0") : await nextCopy(), { max });
}

function opened(name: string, { max }: { max: number }): TestDatabase {
  const url = databaseUrl(serverUrl, name);
  const connection = connect(url, { max });
  const close = async () => {
    await connection.close();
    await drop(name);
  };
  return { ...connection, url, close };
}

/** Another database with the same rows, ids included: what happened in one can happen otherwise in the other. */
export async function forkDatabase({ url }: TestDatabase, { max = 10 } = {}): Promise<TestDatabase> {
  const source = new URL(url).pathname.slice(1);
  const client = await adminClient();
  // A database with a visitor cannot be copied; pools replace what they lose when they next need it.
  await client.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = $1", [source]);
  return opened(await copy(source), { max });
}

/** Dropping costs a checkpoint, several times a copy: where the server goes with the run, so do its databases. */
async function drop(name: string): Promise<void> {
  if (outlivesRun) await (await adminClient()).query(`drop database ${name} with (force)`);
}

function nextCopy(): Promise<string> {
  const next = ahead ?? copy(template);
  ahead = next.then(() => copy(template));
  ahead.catch(() => undefined);
  return next;
}

async function copy(from: string): Promise<string> {
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await (await adminClient()).query(`create database ${name} template ${from}`);
  return name;
}

function adminClient(): Promise<pg.Client> {
  admin ??= (async () => {
    const client = new pg.Client({ connectionString: databaseUrl(serverUrl, "postgres") });
    await client.connect();
    return client;
  })();
  return admin;
}

afterAll(async () => {
  const unused = await ahead?.catch(() => null);
  ahead = null;
  if (unused) await drop(unused);
  await (await admin)?.end();
  admin = null;
});
