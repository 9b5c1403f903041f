import { expect, onTestFinished, test } from "vitest";
import { countRows, inSnapshot, rowsOf, sql } from "#api/sql/snapshot.ts";
import { testDatabase } from "#api/test/database.ts";

async function opened() {
  const database = await testDatabase({ bare: true });
  onTestFinished(database.close);
  return database;
}

const numbers = (upTo: number) =>
  sql`SELECT n::bigint AS n, ${"x"}::text AS mark FROM generate_series(1, ${upTo}::int) n ORDER BY n`;

test("rows come in the query's order, all of them, parameters and all", async () => {
  const { db } = await opened();
  const rows = await inSnapshot(db, async (tx) => {
    const read: { n: bigint; mark: string }[] = [];
    for await (const row of rowsOf<{ n: bigint; mark: string }>(tx, numbers(2_500))) read.push(row);
    return read;
  });
  expect(rows.length).toBe(2_500);
  expect(rows.at(-1)).toEqual({ n: 2_500n, mark: "x" });
});

test("rows are counted no further than was asked", async () => {
  const { db } = await opened();
  const counts = await inSnapshot(db, async (tx) => [
    await countRows(tx, numbers(30)),
    await countRows(tx, numbers(30), 7),
  ]);
  expect(counts).toEqual([30, 7]);
});

test("what is written meanwhile is not seen, and nothing is written inside", async () => {
  const { db, pool } = await opened();
  await pool.query("create table note (text text)");
  const seen = await inSnapshot(db, async (tx) => {
    const before = await countRows(tx, sql`SELECT FROM note`);
    await pool.query("insert into note values ('meanwhile')");
    return [before, await countRows(tx, sql`SELECT FROM note`)];
  });
  expect(seen).toEqual([0, 0]);
  await expect(inSnapshot(db, (tx) => tx.$executeRaw`INSERT INTO note VALUES ('inside')`)).rejects.toThrow(/read-only/);
});
