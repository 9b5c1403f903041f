import { execute, parse } from "graphql";
import { afterAll, beforeAll, expect, test } from "vitest";
import { layBigCoalition, someone } from "#api/bench/plans/big-coalition.ts";
import { indexesOf, plansOf, readWhole, type Told, watchedUrl } from "#api/bench/plans/watched.ts";
import { operationFiles } from "#api/graph/contract.ts";
import { toSchema } from "#api/graph/schema.ts";
import type { Actor } from "#api/kernel/actor.ts";
import { createLedger } from "#api/ledger/ledger.ts";
import { type Connection, connect } from "#api/sql/client.ts";
import { type TestDatabase, testDatabase } from "#api/test/database.ts";
import type { Deps } from "#api/use-cases/deps.ts";

/** Tables whose rows come with members, receipts and points: nobody reads them whole while somebody waits. */
const growing = new Set([
  ..."member wallet identifier card member_profile deed entry line wallet_change lot burn burn_slice".split(" "),
  ..."purchase purchase_return member_day counter counter_change member_debt".split(" "),
]);

/** A cycle's matrix is a sum over all that was redeemed in it, and so reads it all; a till never asks for it. */
const sumOfCycle = "l.account = 'REDEEMED' AND l.cycle_id = ANY";

const { memberId, card, partnerId } = someone;
const till: Actor = {
  kind: "machine",
  id: "key_1",
  partnerId,
  terminalId: null,
  scopes: ["purchases:write", "members:read"],
};
const member: Actor = { kind: "member", id: "usr_1", memberId };
const owner: Actor = { kind: "partnerStaff", id: "usr_2", partnerId, roles: ["OWNER"] };

let keys = 0;
const sale = () => ({
  member: { card },
  total: "80.00",
  receiptNumber: `s${keys}`,
  idempotencyKey: `plan-${String(++keys).padStart(16, "0")}`,
});

/** Sent once more, because the answer did not come. */
const retried = sale();

/** What is asked all day, by whom, and with what; each may use what came of those before. */
type Asking = [operation: string, actor: Actor, variables: (before: Record<string, unknown>) => object];
const asked: Asking[] = [
  ["TillMember", till, () => ({ kind: "CARD", value: card })],
  ["QuotePurchase", till, () => ({ input: { member: { card }, total: "80.00" } })],
  ["RecordPurchase", till, () => ({ input: sale() })],
  ["RecordPurchase", till, () => ({ input: retried })],
  ["RecordPurchase", till, () => ({ input: retried })],
  ["RecordPurchase", till, () => ({ input: { ...sale(), redeem: { points: 1 } } })],
  ["ReservePoints", till, () => ({ input: { member: { card }, points: 1, idempotencyKey: "plan-reserve-000001" } })],
  [
    "CapturePoints",
    till,
    (before) => ({
      input: { reservationId: idIn(before["ReservePoints"], "brn"), idempotencyKey: "plan-capture-000001" },
    }),
  ],
  [
    "ReturnPurchase",
    till,
    (before) => ({
      input: {
        purchase: { purchaseId: idIn(before["RecordPurchase"], "pur") },
        receiptNumber: "back",
        idempotencyKey: "plan-return-0000001",
      },
    }),
  ],
  ["SubmitBatch", till, () => ({ input: { rows: [{ recordPurchase: sale() }, { recordPurchase: sale() }] } })],
  ["MemberHome", member, () => ({})],
  ["MemberHistory", member, () => ({ first: 25 })],
  ["MemberCards", member, () => ({})],
  ["PartnerPosition", owner, () => ({ partnerId })],
  ["PartnerEntries", owner, () => ({ partnerId, first: 25 })],
];

let database: TestDatabase;
let connection: Connection;
let told: Told[];

beforeAll(async () => {
  database = await testDatabase();
  await layBigCoalition(database);
  connection = connect(watchedUrl(database.url), { max: 4 });
  told = plansOf(connection.pool);
  await askAll();
}, 240_000);
afterAll(async () => {
  await connection.close();
  await database.close();
});

test("nothing that is asked all day reads a table whole that grows", () => {
  const asking = told.filter(({ text }) => !text.includes(sumOfCycle));
  const whole = asking.flatMap((one) => readWhole(one).map((table) => ({ table, text: one.text.slice(0, 300) })));
  expect(whole.filter(({ table }) => growing.has(table))).toEqual([]);
});

test("what was watched is what counts: the twenty statements a till waits for, those inside the posting too", () => {
  const statements = new Set(told.map(({ text }) => text));
  expect(statements.size).toBeGreaterThan(20);
  for (const name of ["members_by_identifier", "kept_versions"]) {
    expect([...statements].some((text) => text.includes(`/* ${name} */`))).toBe(true);
  }
  const indexes = new Set(told.flatMap(indexesOf));
  const needed = [
    "identifier_kind_scope_value_key",
    "purchase_deed_id_key",
    "deed_owner_key_key",
    "wallet_pkey",
    "lot_pkey",
  ];
  expect(needed.filter((index) => !indexes.has(index))).toEqual([]);
});

async function askAll(): Promise<void> {
  const clock = { now: () => new Date("2026-01-20T12:00:00Z") };
  const ledger = createLedger({ pool: connection.pool, clock });
  const deps: Deps = { db: connection.db, ledger, clock, secrets: { apiKey: "plans" } };
  const schema = toSchema();
  const texts = new Map(operationFiles().map(({ document }) => [nameOf(document), document]));
  const before: Record<string, unknown> = {};
  for (const [operation, actor, variables] of asked) {
    const document = texts.get(operation) ?? parse(`query ${operation} { __typename }`);
    const contextValue = {
      ...{ deps, actor, loaders: new Map(), requestId: "plans", currency: { code: "EUR", minorDigits: 2 } },
      doorbells: {
        rings: () => ({ [Symbol.asyncIterator]: () => ({ next: async () => ({ done: true, value: null }) }) }),
      },
    };
    const result = await execute({ schema, document, contextValue, variableValues: { ...variables(before) } });
    const text = JSON.stringify(result);
    if (result.errors || /"\w+Error"/.test(text)) throw new Error(`${operation}: ${text}`);
    before[operation] = text;
  }
  await ledger.close();
}

const nameOf = (document: { definitions: readonly object[] }): string => {
  const [first] = document.definitions;
  return first && "name" in first ? String((first.name as { value: string }).value) : "";
};

/** The first id of a kind in an answer. */
function idIn(text: unknown, kind: string): string {
  const [id] = new RegExp(`${kind}_[0-9A-Z]{26}`).exec(String(text)) ?? [];
  if (!id) throw new Error(`no ${kind} in ${String(text)}`);
  return id;
}
