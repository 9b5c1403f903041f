import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { MigrationList, SchemaContainer } from "@prisma/schema-engine-wasm";

const prisma = fileURLToPath(new URL("../../prisma/", import.meta.url));
export const migrationsDirectory = join(prisma, "migrations");

/** One directory of prisma/migrations. */
export type Migration = { name: string; sql: string };

/** The migrations as they are committed, oldest first. */
export async function committedMigrations(): Promise<Migration[]> {
  const entries = await readdir(migrationsDirectory, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => ({
      name,
      sql: await readFile(join(migrationsDirectory, name, "migration.sql"), "utf8"),
    })),
  );
}

/** Functions, guards and views: the canonical text, prisma/sql/*.sql in the order of their names. */
export async function canonicalSql(): Promise<string> {
  const directory = join(prisma, "sql");
  const names = (await readdir(directory)).filter((name) => name.endsWith(".sql")).sort();
  const texts = names.map(async (name) => `-- prisma/sql/${name}\n${await readFile(join(directory, name), "utf8")}`);
  return (await Promise.all(texts)).join("\n");
}

export async function schemaFiles(): Promise<SchemaContainer[]> {
  const directory = join(prisma, "schema");
  const names = (await readdir(directory)).filter((name) => name.endsWith(".prisma")).sort();
  return Promise.all(
    names.map(async (name) => ({ path: `schema/${name}`, content: await readFile(join(directory, name), "utf8") })),
  );
}

/** Migrations in the shape the schema engine reads them. */
export function migrationList(migrations: readonly Migration[]): MigrationList {
  return {
    baseDir: migrationsDirectory,
    lockfile: { path: "./migration_lock.toml", content: 'provider = "postgresql"\n' },
    shadowDbInitScript: "",
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: "migration.sql", content: { tag: "ok", value: sql } },
    })),
  };
}

/**
 * The whole database as two migrations, from prisma/schema and prisma/sql. While nothing is released these are the
 * migrations themselves (`npm run migrate -- --squash` writes them); tests build their database from them.
 */
export function migrationsFromCanon(schemaSql: string, functionsSql: string): Migration[] {
  return [
    { name: "20261122000000_lay_the_tables", sql: `${layTheTables}\n${schemaSql}` },
    { name: "20261122000001_functions_guards_and_views", sql: `${sayTheRules}\n${functionsSql}` },
  ];
}

const layTheTables = `-- Why: the tables, indexes and enums of prisma/schema.
-- Undo: drop schema public cascade. Nothing came before.
`;

const sayTheRules = `-- Why: the rules that Prisma's language cannot say, and the posting function: the text of prisma/sql.
-- Undo: drop the functions, triggers, constraints and views named here.
`;
