import { expect, test } from "vitest";
import type { Pool } from "#api/sql/client.ts";
import { migrate } from "#api/sql/migrate.ts";
import { committedMigrations } from "#api/sql/migrations.ts";
import { testDatabase } from "#api/test/database.ts";

test("the committed migrations make the database of prisma/schema and prisma/sql (else: npm run migrate)", async () => {
  const migrated = await testDatabase({ bare: true });
  const canonical = await testDatabase();
  await migrate(migrated.url, await committedMigrations());
  expect(await catalogue(migrated.pool)).toEqual(await catalogue(canonical.pool));
  await migrated.close();
  await canonical.close();
});

test("migrating twice changes nothing", async () => {
  const { url, close } = await testDatabase({ bare: true });
  const migrations = await committedMigrations();
  expect(await migrate(url, migrations)).toEqual(migrations.map(({ name }) => name));
  expect(await migrate(url, migrations)).toEqual([]);
  await close();
});

test("a migration that fails leaves nothing behind, and the next attempt says which one to repair", async () => {
  const { url, pool, close } = await testDatabase({ bare: true });
  const breaking = [{ name: "20990101000000_breaks", sql: "create table half (); select 1 / 0;" }];
  await expect(migrate(url, breaking)).rejects.toThrow(/division by zero/);
  await expect(migrate(url, breaking)).rejects.toThrow(/20990101000000_breaks was left half applied/);
  expect((await pool.query("select to_regclass('half') as half")).rows).toEqual([{ half: null }]);
  await close();
});

test("a migration that was changed after it ran, or that the hub does not know, is refused", async () => {
  const { url, close } = await testDatabase({ bare: true });
  await migrate(url, [{ name: "20990101000000_first", sql: "create table first ();" }]);
  await expect(migrate(url, [{ name: "20990101000000_first", sql: "create table other ();" }])).rejects.toThrow(
    /changed/,
  );
  await expect(migrate(url, [])).rejects.toThrow(/does not know/);
  await close();
});

test("a function's body arrives whole, semicolons and all", async () => {
  const { url, pool, close } = await testDatabase({ bare: true });
  const sql = "create function one() returns int language plpgsql as $$ begin perform 2; return 1; end $$;";
  await migrate(url, [{ name: "20990101000000_one", sql }]);
  expect((await pool.query("select one()")).rows).toEqual([{ one: 1 }]);
  await close();
});

/** Everything that tables, rules, functions and views say of themselves, one line each. */
async function catalogue(pool: Pool): Promise<string[]> {
  const { rows } = await pool.query<{ said: string }>(`
    select format('%s.%s %s %s %s', table_name, column_name, udt_name, is_nullable, column_default) as said
      from information_schema.columns where table_schema = 'public'
    union all select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)
      from pg_constraint where connamespace = 'public'::regnamespace
    union all select indexdef from pg_indexes where schemaname = 'public'
    union all select pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
    union all select pg_get_functiondef(oid) from pg_proc where pronamespace = 'public'::regnamespace
    union all select viewname || ' ' || definition from pg_views where schemaname = 'public'
    union all select enumtypid::regtype || ' ' || enumlabel from pg_enum
    order by said`);
  return rows.map((row) => row.said);
}
