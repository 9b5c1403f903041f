import { expect, test } from "vitest";
import { newId } from "#api/kernel/ids.ts";
import { type Sql, sql } from "#api/sql/snapshot.ts";
import { type World, world } from "#api/test/world.ts";
import { type CustomerSort, customerSorts, type ListCustomers, listCustomers } from "./find-customers.ts";

/** Grocer's book: members who came on some day, in some number, or never. */
async function withBook(): Promise<World> {
  const w = await world();
  await w.database.pool.query(
    `INSERT INTO customer (house, member_id, first_on, last_on, days, visits, spend_e6, average_e6)
     SELECT $1, 'mem_' || lpad(n::text, 26, '0'), CASE WHEN n % 10 > 0 THEN date '2025-01-01' END,
       CASE WHEN n % 10 > 0 THEN date '2025-01-01' + (n * 7919 % 400)::int END, 1, n * 104729 % 97, n * 1299709 % 1000003, n * 15485863 % 10007
     FROM generate_series(1::bigint, 20000) AS n`,
    [w.grocer.id],
  );
  await w.database.pool.query("ANALYZE customer");
  return w;
}

type Plan = { "Node Type": string; "Index Name"?: string; Plans?: Plan[] };
const nodesOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];

/** How the database reads a page: the kinds of steps, and the index. */
async function planOf({ deps, grocer }: World, input: ListCustomers): Promise<string[]> {
  const asked: Sql[] = [];
  const asking = (parts: TemplateStringsArray, ...values: unknown[]) => {
    asked.push(sql(parts, ...values));
    return deps.db.$queryRaw(parts, ...values);
  };
  const db = new Proxy(deps.db, {
    get: (target, name) => (name === "$queryRaw" ? asking : Reflect.get(target, name)),
  });
  const manager = {
    kind: "partnerStaff" as const,
    id: newId("user"),
    partnerId: grocer.id,
    roles: ["MANAGER" as const],
  };
  await listCustomers({ ...deps, db }, manager, input);
  const query = asked.at(-1);
  if (!query) throw new Error("no page was asked for");
  const [row] = await deps.db.$queryRaw<{ "QUERY PLAN": { Plan: Plan }[] }[]>`EXPLAIN (FORMAT JSON) ${query}`;
  return (row?.["QUERY PLAN"] ?? []).flatMap(({ Plan }) =>
    nodesOf(Plan).map((node) => node["Index Name"] ?? node["Node Type"]),
  );
}

test("a page of a house's book is read from its sort's own index, the next one and those who are silent too", async () => {
  const w = await withBook();
  const indexes: Record<CustomerSort, string> = {
    LAST_VISIT: "customer_last_visit",
    SPEND: "customer_by_spend",
    VISITS: "customer_by_visits",
    AVERAGE: "customer_by_average",
  };
  const manager = {
    kind: "partnerStaff" as const,
    id: newId("user"),
    partnerId: w.grocer.id,
    roles: ["MANAGER" as const],
  };
  for (const sort of Object.keys(customerSorts) as CustomerSort[]) {
    const read = ["Limit", indexes[sort]];
    expect([sort, await planOf(w, { first: 50, after: null, sort })]).toEqual([sort, read]);
    const { rows } = await listCustomers(w.deps, manager, { first: 50, after: null, sort });
    const after = rows.at(-1)?.cursor ?? "";
    expect([sort, await planOf(w, { first: 50, after, sort })]).toEqual([sort, read]);
  }
  expect(await planOf(w, { first: 50, after: null, silentDays: 300 })).toEqual(["Limit", "customer_last_visit"]);
});
