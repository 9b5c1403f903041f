import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { connect, flushCommits } from "#api/sql/client.ts";
import { startEmbedded } from "#api/sql/embedded.ts";
import { DatabaseRefused, requireSafeDatabase } from "#api/sql/safety.ts";
import { testDatabase } from "#api/test/database.ts";

test("Prisma and plain SQL see the same database", async () => {
  const { db, pool, close } = await testDatabase();
  await db.cycle.create({ data: { id: "cyc_1", seq: 1, opensAt: new Date(0), cutoffAt: new Date(1), state: "OPEN" } });
  const { rows } = await pool.query("select id from cycle");
  expect(rows).toEqual([{ id: "cyc_1" }]);
  await close();
});

test("no statement, no wait for a lock and no idle transaction is without end", async () => {
  const { db, pool, close } = await testDatabase();
  const limits = "select current_setting(name) as is from unnest(array[$1, $2, $3]) name";
  const names = ["statement_timeout", "lock_timeout", "idle_in_transaction_session_timeout"];
  const { rows } = await pool.query(limits, names);
  expect(rows).toEqual([{ is: "30s" }, { is: "10s" }, { is: "30s" }]);
  expect(await db.$queryRawUnsafe(limits, ...names)).toEqual(rows);
  await close();
});

test("each test database is its own: another starts empty", async () => {
  const { db, close } = await testDatabase();
  expect(await db.cycle.count()).toBe(0);
  await close();
});

test("a database that acknowledges before it is durable is refused", async () => {
  const { pool, close } = await testDatabase({ max: 1 });
  await expect(requireSafeDatabase(pool)).resolves.toBeUndefined();
  await pool.query("set synchronous_commit = off");
  await expect(requireSafeDatabase(pool)).rejects.toThrow("synchronous_commit must be on");
  await close();
});

test("commits that do not wait are on disk once they were flushed, and the next ones do not wait either", async () => {
  const { url, close } = await testDatabase();
  const soon = connect(url, { max: 1, commits: "SOON" });
  const text = async (query: string) => Object.values((await soon.pool.query(query)).rows[0] ?? {})[0];
  await soon.db.cycle.create({
    data: { id: "cyc_1", seq: 1, opensAt: new Date(0), cutoffAt: new Date(1), state: "OPEN" },
  });
  const written = await text("select pg_current_wal_insert_lsn()::text");
  await flushCommits(soon.pool);
  expect(await text(`select pg_current_wal_flush_lsn() >= '${written}'::pg_lsn`)).toBe(true);
  expect(await text("show synchronous_commit")).toBe("off");
  await soon.close();
  await close();
});

test("a server that does not flush, or tears pages, is refused", async () => {
  const directory = await mkdtemp(join(tmpdir(), "zgoda-unsafe-"));
  const server = await startEmbedded({ directory, settings: { fsync: "off", full_page_writes: "off" } });
  const { pool, close } = connect(server.url, { max: 1 });
  await expect(requireSafeDatabase(pool)).rejects.toThrow("fsync, full_page_writes must be on");
  await close();
  await server.discard();
});

test("a database that does not answer is refused in one sentence, without its password", async () => {
  const nobody = connect("postgresql://zgoda:secret@127.0.0.1:1/zgoda", { max: 1 });
  const refused = await requireSafeDatabase(nobody.pool).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(DatabaseRefused);
  expect(String(refused)).toMatch(/does not answer \(.*ECONNREFUSED.*\); check DATABASE_URL\.$/);
  expect(String(refused)).not.toContain("secret");
  await nobody.close();
});

test("a server that was killed is found dead and started again, also when another process has its number", async () => {
  const directory = await mkdtemp(join(tmpdir(), "zgoda-killed-"));
  const first = await startEmbedded({ directory });
  const pidFile = join(directory, "cluster/postmaster.pid");
  const [pid, ...rest] = (await readFile(pidFile, "utf8")).split("\n");
  process.kill(Number(pid), "SIGQUIT");
  await vi.waitUntil(async () => !(await readFile(pidFile, "utf8").catch(() => "")), { timeout: 10_000 });
  await writeFile(pidFile, [process.ppid, ...rest].join("\n"));
  const again = await startEmbedded({ directory });
  expect([first.adopted, again.adopted]).toEqual([false, false]);
  const { pool, close } = connect(again.url, { max: 1 });
  expect((await pool.query("select 1 as one")).rows).toEqual([{ one: 1 }]);
  await close();
  await again.discard();
});
