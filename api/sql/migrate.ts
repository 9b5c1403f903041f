import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import type { MigrationList, SchemaEngine } from "@prisma/schema-engine-wasm";
import pg from "pg";
import { type Migration, migrationList, schemaFiles } from "#api/sql/migrations.ts";

/** Thrown when the database and the migrations cannot be brought together without a person looking. */
export class MigrationBlocked extends Error {
  constructor(message: string) {
    super(message);
    this.name = "MigrationBlocked";
  }
}

const noFilters = { externalTables: [], externalEnums: [] };

/** Applies what is pending; answers with the names that were applied. */
export async function migrate(url: string, migrations: readonly Migration[]): Promise<string[]> {
  const migrationsList = migrationList(migrations);
  return withEngine(url, async (engine) => {
    await refuseBrokenHistory(engine, migrationsList);
    try {
      return (await engine.applyMigrations({ migrationsList, filters: noFilters })).appliedMigrationNames;
    } catch (error) {
      throw new MigrationBlocked(`A migration failed and was rolled back: ${reasonOf(error)}`);
    }
  });
}

/** The SQL that makes an empty database into the one of prisma/schema. */
export async function schemaScript(url: string): Promise<string> {
  const files = await schemaFiles();
  return withEngine(url, (engine) =>
    diffScript(engine, { from: { tag: "empty" }, to: { tag: "schemaDatamodel", files } }),
  );
}

/** The SQL that leads from the migrations to prisma/schema; empty when nothing changed. */
export async function pendingSchemaScript(url: string, migrations: readonly Migration[]): Promise<string> {
  const files = await schemaFiles();
  return withEngine(url, (engine) =>
    diffScript(engine, {
      from: { tag: "migrations", ...migrationList(migrations) },
      to: { tag: "schemaDatamodel", files },
    }),
  );
}

type Between = Pick<Parameters<SchemaEngine["diff"]>[0], "from" | "to">;

async function diffScript(engine: SchemaEngine, between: Between): Promise<string> {
  const { stdout } = await engine.diff({ ...between, script: true, exitCode: null, filters: noFilters });
  const script = stdout ?? "";
  return script.includes("This is an empty migration") ? "" : script;
}

async function refuseBrokenHistory(engine: SchemaEngine, migrationsList: MigrationList): Promise<void> {
  const found = await engine.diagnoseMigrationHistory({
    migrationsList,
    optInToShadowDatabase: false,
    filters: noFilters,
  });
  if (found.failedMigrationNames.length > 0)
    throw new MigrationBlocked(
      `The migration ${found.failedMigrationNames.join(", ")} was left half applied; repair the database by hand ` +
        "and mark it in _prisma_migrations, as docs/operations.md says.",
    );
  if (found.editedMigrationNames.length > 0)
    throw new MigrationBlocked(
      `The migration ${found.editedMigrationNames.join(", ")} was changed after it was applied to this database.`,
    );
  if (found.history && found.history.diagnostic !== "databaseIsBehind")
    throw new MigrationBlocked("The database has migrations that this version of the hub does not know.");
}

/** The part of WebAssembly that is used here; Node's types leave it to the browser's. */
declare const WebAssembly: {
  instantiate(code: Buffer, imports: object): Promise<{ instance: { exports: Record<string, unknown> } }>;
};

/**
 * The engine's bindings hold one instance per process, and a second one breaks the first. A test runner evaluates this
 * file once for each of its projects, so the instance is kept where all of them look.
 */
const kept = globalThis as { zgodaSchemaEngine?: Promise<typeof SchemaEngine> };

async function loadEngine(): Promise<typeof SchemaEngine> {
  const bindings = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const entry = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const { instance } = await WebAssembly.instantiate(await readFile(join(dirname(entry), "schema_engine_bg.wasm")), {
    "./schema_engine_bg.js": { ...bindings, ...patientTimers(bindings) },
  });
  bindings.__wbg_set_wasm(instance.exports);
  (instance.exports["__wbindgen_start"] as () => void)();
  return bindings.SchemaEngine;
}

/** The engine never clears the timer of its lock; as it stands it would hold the process open for ten seconds. */
function patientTimers(bindings: object): object {
  const names = Object.keys(bindings).filter((name) => name.startsWith("__wbg_setTimeout"));
  const timer = (run: () => void, ms: number) => setTimeout(run, ms >>> 0).unref();
  return Object.fromEntries(names.map((name) => [name, timer]));
}

async function withEngine<T>(url: string, use: (engine: SchemaEngine) => Promise<T>): Promise<T> {
  kept.zgodaSchemaEngine ??= loadEngine();
  const Engine = await kept.zgodaSchemaEngine;
  const files = await schemaFiles();
  const datamodels = files.map(({ path, content }): [string, string] => [path, content]);
  // The engine keeps its connections when it is freed; a pool of ours can be ended.
  const pool = new pg.Pool({ connectionString: url });
  try {
    const factory = bindMigrationAwareSqlAdapterFactory(new WholeScripts(pool));
    const engine = await Engine.new({ datamodels }, () => undefined, factory);
    return await use(engine).finally(() => engine.free());
  } finally {
    await pool.end();
  }
}

/** Sends a migration as it is written: the stock adapter cuts it at semicolons, also inside function bodies. */
class WholeScripts extends PrismaPg {
  override async connect() {
    return whole(await super.connect());
  }

  override async connectToShadowDb() {
    return whole(await super.connectToShadowDb());
  }
}

type Adapter = Awaited<ReturnType<PrismaPg["connect"]>>;

function whole(adapter: Adapter): Adapter {
  adapter.executeScript = async (script) => {
    await adapter.executeRaw({ sql: script, args: [], argTypes: [] });
  };
  return adapter;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
