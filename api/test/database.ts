import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, inject } from "vitest";
import { type Connection, connect } from "#api/sql/client.ts";
import { databaseUrl } from "#api/test/postgres.ts";

export type TestDatabase = Connection & { url: string };

const { url: serverUrl, template } = inject("postgres");
let admin: Promise<pg.Client> | null = null;
/** Copied ahead of need, so that a test rarely waits for its database. */
let ahead: Promise<string> | null = null;

/** A database of one's own, migrated and empty. `close` drops it. */
export async function testDatabase({ max = 10 }: { max?: number } = {}): Promise<TestDatabase> {
  const name = await (ahead ?? copyTemplate());
  ahead = copyTemplate();
  ahead.catch(() => undefined);
  const url = databaseUrl(serverUrl, name);
  const connection = connect(url, { max });
  const close = async () => {
    await connection.close();
    await (await adminClient()).query(`drop database ${name} with (force)`);
  };
  return { ...connection, url, close };
}

async function copyTemplate(): Promise<string> {
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await (await adminClient()).query(`create database ${name} template ${template}`);
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
  const client = await admin;
  admin = null;
  if (unused) await client?.query(`drop database ${unused} with (force)`);
  await client?.end();
});
