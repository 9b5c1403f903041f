import { expect, onTestFinished, test } from "vitest";
import { codeOf, keyHeader, testGateway } from "#api/test/gateway.ts";

test("what the database does not answer for now is asked again later, and nothing of it is told", async () => {
  const gateway = await testGateway();
  const headers = await keyHeader(gateway);
  const { pool, url } = gateway.world.database;
  const holder = await pool.connect();
  onTestFinished(() => holder.release());
  await holder.query("begin; lock table location in access exclusive mode");
  const name = new URL(url).pathname.slice(1);
  const asked = gateway.post({ query: `{ node(id: "${gateway.world.grocer.locationId}") { id } }` }, headers);
  const cut = `select pg_cancel_backend(pid) from pg_stat_activity
    where datname = '${name}' and wait_event_type = 'Lock' and query like '%location%'`;
  let cancelled = 0;
  while (cancelled === 0) cancelled = (await pool.query(cut)).rowCount ?? 0;
  const answer = await asked;
  await holder.query("rollback");
  expect(codeOf(answer)).toBe("INTERNAL");
  expect(answer.body.errors?.[0]?.extensions["retryAfterSeconds"]).toBe(1);
  expect(JSON.stringify(answer.body)).not.toMatch(/cancel|statement|prisma|findMany|57014/i);
});
