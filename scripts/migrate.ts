import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { readConfig } from "#api/server/config.ts";
import { borrowDatabase } from "#api/sql/database.ts";
import { startEmbedded } from "#api/sql/embedded.ts";
import { MigrationBlocked, migrate, pendingSchemaScript, schemaScript } from "#api/sql/migrate.ts";
import {
  canonicalSql,
  committedMigrations,
  type Migration,
  migrationsDirectory,
  migrationsFromCanon,
} from "#api/sql/migrations.ts";

/** Brings the database up to date, or with --name or --squash writes migrations. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { name: { type: "string" }, squash: { type: "boolean" } } });
  if (values.squash) await squash();
  else if (values.name) await draft(values.name);
  else await apply();
}

async function apply(): Promise<void> {
  const { databaseUrl, dataDirectory } = readConfig();
  const database = await borrowDatabase(databaseUrl, dataDirectory);
  try {
    const applied = await migrate(database.url, await committedMigrations());
    console.log(applied.length === 0 ? "The database is up to date." : `Applied ${applied.join(", ")}.`);
  } finally {
    await database.release();
  }
}

/** A new migration from what changed in prisma/schema; rules and functions are added to it by hand. */
async function draft(name: string): Promise<void> {
  if (!/^[a-z]+(_[a-z0-9]+){2,}$/.test(name))
    throw new MigrationBlocked("Name the migration by why it is, in three words or more: entries_are_append_only.");
  const sql = await onScratchDatabase(async (url) => pendingSchemaScript(url, await committedMigrations()));
  const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  await write([{ name: `${stamp}_${name}`, sql: `-- Why:\n-- Undo:\n\n${sql}` }]);
}

/** Only while nothing is released: rewrites the first migrations from prisma/schema and prisma/sql. */
async function squash(): Promise<void> {
  const schemaSql = await onScratchDatabase(schemaScript);
  await rm(migrationsDirectory, { recursive: true, force: true });
  await write(migrationsFromCanon(schemaSql, await canonicalSql()));
}

async function write(migrations: readonly Migration[]): Promise<void> {
  for (const { name, sql } of migrations) {
    await mkdir(join(migrationsDirectory, name), { recursive: true });
    await writeFile(join(migrationsDirectory, name, "migration.sql"), sql);
    console.log(`Wrote prisma/migrations/${name}/migration.sql`);
  }
  await writeFile(join(migrationsDirectory, "migration_lock.toml"), 'provider = "postgresql"\n');
}

async function onScratchDatabase<T>(use: (url: string) => Promise<T>): Promise<T> {
  const postgres = await startEmbedded({ directory: await mkdtemp(join(tmpdir(), "zgoda-migrate-")) });
  return use(postgres.url).finally(postgres.discard);
}

await main().catch((error: unknown) => {
  if (!(error instanceof MigrationBlocked)) throw error;
  console.error(error.message);
  process.exitCode = 1;
});
