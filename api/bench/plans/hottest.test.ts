import { type DocumentNode, execute, Kind } from "graphql";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Asking, askedAllDay, type Before } from "#api/bench/plans/asked-all-day.ts";
import { layBigCoalition } from "#api/bench/plans/big-coalition.ts";
import { indexesOf, plansOf, readWhole, type Told, watchedUrl } from "#api/bench/plans/watched.ts";
import type { Context } from "#api/graph/context.ts";
import { operationFiles } from "#api/graph/contract.ts";
import { toSchema } from "#api/graph/schema.ts";
import { findOpenCycle } from "#api/ledger/cycles.ts";
import { createLedger } from "#api/ledger/ledger.ts";
import { type Connection, connect } from "#api/sql/client.ts";
import { type TestDatabase, testDatabase } from "#api/test/database.ts";

/** Tables whose rows come with members, receipts and points: nobody reads them whole while somebody waits. */
const growing = new Set([
  ..."member wallet identifier card member_profile deed entry line wallet_change lot burn burn_slice".split(" "),
  ..."purchase purchase_return member_day counter counter_change member_debt message coupon statement".split(" "),
]);

/** What a partner still owes for all its points is a sum over the open lots of all. */
const sumOfLots = /^SELECT issuer_id AS "issuerId", sum\(pending/;

type Watched = { operation: string; by: string[]; told: Told[] };

let database: TestDatabase;
let connection: Connection;
let watched: Watched[];

beforeAll(async () => {
  database = await testDatabase();
  await layBigCoalition(database);
  connection = connect(watchedUrl(database.url), { max: 4 });
  watched = await askAll(plansOf(connection.pool));
}, 240_000);
afterAll(async () => {
  await connection?.close();
  await database.close();
});

test("nothing that is asked all day reads a table whole that grows", () => {
  const whole = watched.flatMap(({ operation, told }) =>
    told
      .filter(({ text }) => !sumOfLots.test(text))
      .flatMap((one) => readWhole(one).map((table) => ({ operation, table, text: one.text.slice(0, 300) }))),
  );
  expect(whole.filter(({ table }) => growing.has(table))).toEqual([]);
});

test("what is asked all day goes by the indexes that were made for it", () => {
  const missing = watched.flatMap(({ operation, by, told }) => {
    const indexes = new Set(told.flatMap(indexesOf));
    return by.filter((index) => !indexes.has(index)).map((index) => `${operation} does not go by ${index}`);
  });
  expect(missing).toEqual([]);
});

test("what was watched is what counts: more than twenty statements, those inside the posting too", () => {
  const statements = new Set(watched.flatMap(({ told }) => told.map(({ text }) => text)));
  expect(statements.size).toBeGreaterThan(20);
  for (const name of ["members_by_identifier", "kept_versions"]) {
    expect([...statements].some((text) => text.includes(`/* ${name} */`))).toBe(true);
  }
  expect(watched.filter(({ told }) => told.length === 0)).toEqual([]);
});

/** Everything one after the other; `told` grows meanwhile. */
async function askAll(told: readonly Told[]): Promise<Watched[]> {
  const clock = { now: () => new Date("2026-02-02T12:00:00Z") };
  const ledger = createLedger({ pool: connection.pool, clock });
  const deps = { db: connection.db, ledger, clock, secrets: { apiKey: "plans" } };
  const answers: Record<string, string> = {};
  const before: Before = { answers, openCycleId: (await findOpenCycle(database.db))?.id ?? "none" };
  const all: Watched[] = [];
  for (const asking of askedAllDay) {
    const [operation, , by] = asking;
    const from = told.length;
    answers[operation] = await ask(deps, asking, before);
    all.push({ operation, by: by.split(" "), told: told.slice(from) });
  }
  await ledger.close();
  return all;
}

const schema = toSchema();
const documents = new Map(operationFiles().map(({ document }) => [nameOf(document), document]));

async function ask(deps: Context["deps"], [operation, actor, , variables]: Asking, before: Before): Promise<string> {
  const document = documents.get(operation);
  if (!document) throw new Error(`there is no operation ${operation}`);
  const silence = { [Symbol.asyncIterator]: () => ({ next: async () => ({ done: true, value: null }) }) };
  const contextValue = {
    ...{ deps, actor, loaders: new Map(), requestId: "plans", currency: { code: "EUR", minorDigits: 2 } },
    doorbells: { rings: () => silence },
  };
  const result = await execute({ schema, document, contextValue, variableValues: { ...variables(before) } });
  const text = JSON.stringify(result);
  if (result.errors || /"\w+Error"/.test(text)) throw new Error(`${operation}: ${text}`);
  return text;
}

function nameOf({ definitions }: DocumentNode): string {
  const operation = definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION);
  return operation?.name?.value ?? "";
}
