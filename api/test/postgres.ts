import { createHash } from "node:crypto";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { type EmbeddedPostgres, startEmbedded } from "#api/sql/embedded.ts";
import { migrate, schemaScript } from "#api/sql/migrate.ts";
import { canonicalSql, migrationsFromCanon } from "#api/sql/migrations.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The test server's address, and the database each test database is a copy of. */
    postgres: { url: string; template: string; outlivesRun: boolean };
  }
}

/** With TEST_POSTGRES=keep the server stays up in .data/test, and the next run starts at once. */
const keeps = process.env["TEST_POSTGRES"] === "keep";

/** Small, because a test's database is small; durable as in production, because the hub refuses anything less. */
const settings = { shared_buffers: "128MB", max_connections: "300", max_wal_size: "4GB" };

/** Starts PostgreSQL once per run and lays the template database that test databases are copied from. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const directory = keeps ? join(project.config.root, ".data/test") : await mkdtemp(join(tmpdir(), "zgoda-test-"));
  const postgres = await startEmbedded({ directory, settings });
  project.provide("postgres", { url: postgres.url, template: await layTemplate(postgres), outlivesRun: keeps });
  return async () => {
    if (!keeps) await postgres.discard();
  };
}

/** From prisma/schema and prisma/sql as they are now; named by their text, so a kept server never serves an old one. */
async function layTemplate({ url }: EmbeddedPostgres): Promise<string> {
  const migrations = migrationsFromCanon(await schemaScript(url), await canonicalSql());
  const template = `template_${createHash("sha256").update(JSON.stringify(migrations)).digest("hex").slice(0, 16)}`;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock(hashtext('test template'))");
    const { rowCount } = await client.query("select from pg_database where datname = $1", [template]);
    if (rowCount === 0) await layDatabase(client, url, template, migrations);
  } finally {
    await client.end();
  }
  return template;
}

async function layDatabase(
  client: pg.Client,
  url: string,
  template: string,
  migrations: Parameters<typeof migrate>[1],
): Promise<void> {
  const draft = `${template}_draft`;
  await client.query(`drop database if exists ${draft}`);
  await client.query(`create database ${draft}`);
  await migrate(databaseUrl(url, draft), migrations);
  await client.query(`alter database ${draft} rename to ${template}`);
}

export function databaseUrl(serverUrl: string, database: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.href;
}
