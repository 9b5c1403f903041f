import { readFileSync } from "node:fs";
import { AggregatorRegistry } from "prom-client";
import { expect, onTestFinished, test } from "vitest";
import { watchDatabase } from "#api/server/database-metrics.ts";
import { openMetrics } from "#api/server/metrics.ts";
import { openMetricsDoor } from "#api/server/metrics-door.ts";
import { keyHeader, type TestGateway, testGateway } from "#api/test/gateway.ts";

const documents = ["docs/operations/alerts.yaml", "docs/operations/grafana-dashboard.json"];

test("every number that the dashboard shows and the alarms watch is told, and none is unwatched", async () => {
  const gateway = await testGateway();
  const told = await gateway.metrics.metrics();
  const series = new Set(
    [...told.matchAll(/^# TYPE (\w+) (\w+)$/gm)].flatMap(([, name = "", type]) => seriesOf(name, type)),
  );
  const named = documents.flatMap((path) => readFileSync(path, "utf8").match(/\bzgoda_\w+/g) ?? []);
  expect(named.length).toBeGreaterThan(30);
  expect(named.filter((name) => !series.has(name))).toEqual([]);
  const own = [...told.matchAll(/^# TYPE (zgoda_\w+) /gm)]
    .map(([, name = ""]) => name)
    .filter((name) => !isOfNode(name));
  expect(own.filter((name) => !named.some((one) => one.startsWith(name)))).toEqual([]);
});

test("what was asked, refused and posted is counted", async () => {
  const gateway = await testGateway();
  const headers = await keyHeader(gateway);
  const { ana } = gateway.world;
  await gateway.post({ query: "query Known { __typename }" }, headers);
  await gateway.post({ query: "query Wrong { partnerz { id } }" }, headers);
  const sale = (points: number) => ({
    query: `mutation Sale($input: RecordPurchaseInput!) { recordPurchase(input: $input) { __typename } }`,
    variables: {
      input: {
        member: { memberId: ana.id },
        total: "80.00",
        receiptNumber: `r${points}`,
        idempotencyKey: `sale-0123456789ab${points}`,
        ...(points > 0 ? { redeem: { points } } : {}),
      },
    },
  });
  await gateway.post(sale(0), headers);
  await gateway.post(sale(7_999), headers);
  expect(await numberOf(gateway, 'zgoda_operation_seconds_count{operation="Known",way="short",outcome="data"}')).toBe(
    1,
  );
  expect(await numberOf(gateway, 'zgoda_operation_seconds_count{operation="Sale",way="short",outcome="data"}')).toBe(2);
  expect(await numberOf(gateway, 'zgoda_refusals_total{code="BAD_INPUT"}')).toBe(1);
  expect(await numberOf(gateway, 'zgoda_refusals_total{code="INSUFFICIENT_POINTS"}')).toBe(1);
  expect(await numberOf(gateway, "zgoda_ledger_batch_deeds_sum")).toBeGreaterThanOrEqual(1);
  expect(await numberOf(gateway, "zgoda_listener_live")).toBe(1);
});

test("a lock that nobody gives back is seen from outside", async () => {
  const gateway = await testGateway();
  const { pool } = gateway.world.database;
  const holder = await pool.connect();
  onTestFinished(() => holder.release());
  await holder.query("begin; lock table location in access exclusive mode");
  const waiting = pool.query("select count(*) from location");
  while ((await numberOf(gateway, "zgoda_database_lock_waiters")) === 0) await new Promise((go) => setImmediate(go));
  await holder.query("rollback");
  await waiting;
});

test("of several workers the deaf one is told, and sockets are added up", async () => {
  const { world } = await testGateway();
  const { pool } = world.database;
  const told = await Promise.all(
    [true, false].map((isLive) => {
      const metrics = openMetrics();
      const listener = { isLive: () => isLive, on: () => undefined, close: async () => undefined };
      watchDatabase(metrics, { pool, listener });
      metrics.socketOpened();
      return metrics.registry.getMetricsAsJSON();
    }),
  );
  const together = await AggregatorRegistry.aggregate(told).metrics();
  expect(together).toMatch(/^zgoda_listener_live 0$/m);
  expect(together).toMatch(/^zgoda_sockets 2$/m);
});

test("they are read on a port of this machine alone, and nothing else is there", async () => {
  const gateway = await testGateway();
  const { contentType: type } = gateway.metrics;
  const door = await openMetricsDoor(0, async () => ({ type, text: await gateway.metrics.metrics() }));
  onTestFinished(() => void door.close());
  const address = door.address();
  if (typeof address !== "object" || !address) throw new Error("the door has no address");
  expect(address.address).toBe("127.0.0.1");
  const read = (path: string) => fetch(`http://127.0.0.1:${address.port}${path}`);
  expect(await (await read("/metrics")).text()).toContain("zgoda_operation_seconds");
  expect((await read("/graphql")).status).toBe(404);
  expect((await fetch(`${gateway.base}/metrics`)).status).toBe(404);
});

/** A histogram is several series. */
const seriesOf = (name: string, type: string | undefined): string[] =>
  type === "histogram" ? ["_bucket", "_sum", "_count"].map((part) => `${name}${part}`) : [name];

const isOfNode = (name: string) => /^zgoda_(process|nodejs)_/.test(name);

async function numberOf({ metrics }: TestGateway, series: string): Promise<number> {
  const line = (await metrics.metrics()).split("\n").find((one) => one.startsWith(`${series} `));
  return Number(line?.slice(series.length + 1) ?? 0);
}
