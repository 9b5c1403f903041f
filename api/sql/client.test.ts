import { expect, test } from "vitest";
import { requireSafety, UnsafeDatabase } from "#api/sql/safety.ts";
import { testDatabase } from "#api/test/database.ts";

test("Prisma and plain SQL see the same database", async () => {
  const { db, pool, close } = await testDatabase();
  await db.cycle.create({ data: { id: "cyc_1", seq: 1, opensAt: new Date(0), cutoffAt: new Date(1), state: "OPEN" } });
  const { rows } = await pool.query("select id from cycle");
  expect(rows).toEqual([{ id: "cyc_1" }]);
  await close();
});

test("each test database is its own: another starts empty", async () => {
  const { db, close } = await testDatabase();
  expect(await db.cycle.count()).toBe(0);
  await close();
});

test("a database that acknowledges before it is durable is refused", async () => {
  const { pool, close } = await testDatabase({ max: 1 });
  await expect(requireSafety(pool)).resolves.toBeUndefined();
  await pool.query("set synchronous_commit = off");
  await expect(requireSafety(pool)).rejects.toEqual(new UnsafeDatabase(["synchronous_commit"]));
  await close();
});
