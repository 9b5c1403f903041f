import { expect, onTestFinished, test } from "vitest";
import { startDatabaseClock } from "#api/server/database-clock.ts";
import { openDoorbells } from "#api/server/doorbells.ts";
import { openListener } from "#api/server/listener.ts";
import { createLog } from "#api/server/log.ts";
import { type TestDatabase, testDatabase } from "#api/test/database.ts";

test("a bell rings for its object only, and rings that nobody answered yet are one", async () => {
  const { bells, notify } = await opened();
  const ana = bells.rings("member", "ana")[Symbol.asyncIterator]();
  const bohdan = bells.rings("member", "bohdan")[Symbol.asyncIterator]();
  await notify({ members: ["ana"], partners: ["ana"] });
  await notify({ members: ["ana", "bohdan"] });
  expect((await bohdan.next()).value).toMatchObject({ id: "bohdan" });
  expect((await ana.next()).value).toMatchObject({ id: "ana" });
  expect(await Promise.race([ana.next(), Promise.resolve("silence")])).toBe("silence");
});

test("after a lost connection every bell rings, because one may have been missed", async () => {
  const { bells, database } = await opened();
  const cycle = bells.rings("cycle", "first")[Symbol.asyncIterator]();
  await database.pool.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'zgoda doorbells' and datname = current_database()",
  );
  expect((await cycle.next()).value).toMatchObject({ id: "first" });
});

test("what is watched ends with the gateway", async () => {
  const { bells } = await opened();
  const partner = bells.rings("partner", "grocer")[Symbol.asyncIterator]().next();
  bells.close();
  expect(await partner).toEqual({ done: true, value: undefined });
});

test("time is the database's and does not step with the wall", async () => {
  const { database } = await opened();
  const clock = await startDatabaseClock(database.pool);
  onTestFinished(() => clock.stop());
  const { rows } = await database.pool.query<{ now: Date }>("select clock_timestamp() as now");
  expect(Math.abs(clock.now().getTime() - (rows[0]?.now.getTime() ?? 0))).toBeLessThan(500);
});

async function opened() {
  const database: TestDatabase = await testDatabase();
  const log = createLog("silent");
  const listener = await openListener(database.url, log);
  const bells = openDoorbells(listener, log);
  onTestFinished(async () => {
    bells.close();
    await listener.close();
    await database.close();
  });
  const notify = (payload: object) =>
    database.pool.query("select pg_notify('doorbell', $1)", [JSON.stringify(payload)]);
  return { database, bells, notify };
}
