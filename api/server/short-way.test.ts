import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Config } from "#api/server/config.ts";
import { readOperations } from "#api/server/operations.ts";
import { keyHeader, newKey, type TestGateway, testGateway } from "#api/test/gateway.ts";

/** One request as bytes, to be sent by either way; `seen`: both gateways answer from the same database. */
type Sent = { body: string; headers?: Record<string, string> };
type Seen = { status: number; headers: [string, string | null][]; body: string };

const GRAPHQL = "application/graphql-response+json";
const URQL = `${GRAPHQL}, application/graphql+json, application/json, text/event-stream, multipart/mixed`;
const operation = (name: string) =>
  readFileSync(new URL(`../../schema/operations/till/${name}.graphql`, import.meta.url), "utf8");
/** A quote without its times. */
const QUOTE = `query Quote($input: QuotePurchaseInput!) {
  quotePurchase(input: $input) { __typename ... on Quote { pointsEarned explanation { steps { rule points } } } }
}`;
const ask = (query: unknown, more: object = {}): string => JSON.stringify({ query, ...more });

/** Whatever a client may send; each is asked by the short way and by the long one. */
const requests: Record<string, (gateway: TestGateway) => Sent> = {
  "a query": () => ({ body: ask("{ __typename }") }),
  "a query with variables": ({ world }) => ({
    body: ask("query It($id: ID!) { node(id: $id) { id } }", { variables: { id: world.grocer.id } }),
  }),
  "an operation by name": () => ({
    body: ask("query A { __typename } query B { b: __typename }", { operationName: "B" }),
  }),
  "an operation nobody named": () => ({ body: ask("query A { __typename } query B { __typename }") }),
  "an operation that is not there": () => ({ body: ask("query A { __typename }", { operationName: "C" }) }),
  "nulls for what is not needed": () => ({
    body: ask("{ __typename }", { variables: null, operationName: null, extensions: null }),
  }),
  "a quote": ({ world }) => ({
    body: ask(QUOTE, {
      variables: { input: { member: { memberId: world.ana.id }, total: "80.00" } },
    }),
  }),
  "a purchase that is refused": ({ world }) => ({ body: purchase(world.ana.id, { redeem: { points: 999_999 } }) }),
  "a purchase without its key": ({ world }) => ({ body: purchase(world.ana.id, { idempotencyKey: null }) }),
  "a variable of the wrong type": () => ({ body: purchase("mem_1", { total: { cents: 1 } }) }),
  "what the scalar refuses": ({ world }) => ({ body: purchase(world.ana.id, { total: "8O.00" }) }),
  "a syntax error": () => ({ body: ask("{ __typename") }),
  "an unknown field": () => ({ body: ask("{ partnerz { id } }") }),
  "two fields wrong, one right": () => ({ body: ask("{ __typename a b }") }),
  "too many aliases": () => ({
    body: ask(
      `{ ${"abcdefghijklmnopqrstuvwxyzABCDEFG"
        .split("")
        .map((a) => `${a}: __typename`)
        .join(" ")} }`,
    ),
  }),
  "too much at once": () => ({
    body: ask("{ partners(first: 100) { edges { node { locations(first: 100) { edges { node { id } } } } } } }"),
  }),
  "a text that cannot be kept": ({ world }) => ({ body: purchase(world.ana.id, { receiptNumber: "a\u0000b" }) }),
  "what one may not see": () => ({ body: ask('{ node(id: "ptn_01JD0000000000000000000001") { id } }') }),
  "an id of nothing": () => ({ body: ask('{ node(id: "nothing") { id } }') }),
  "a subscription": () => ({ body: ask("subscription { __typename }") }),
  "an empty query": () => ({ body: ask("") }),
  "a query that is a number": () => ({ body: ask(7) }),
  "no query": () => ({ body: JSON.stringify({ variables: {} }) }),
  "variables in a list": () => ({ body: ask("{ __typename }", { variables: [] }) }),
  "variables as text": () => ({ body: ask("{ __typename }", { variables: "{}" }) }),
  "an operation's name that is a number": () => ({ body: ask("query A { __typename }", { operationName: 1 }) }),
  "a parameter too many": () => ({ body: ask("{ __typename }", { id: 1 }) }),
  "a list": () => ({ body: "[]" }),
  "a batch": () => ({ body: `[${ask("{ __typename }")}]` }),
  "a number": () => ({ body: "7" }),
  "a null": () => ({ body: "null" }),
  "no JSON": () => ({ body: "{" }),
  "a byte that is no text": () => ({ body: ask("{ __typename }").replace("name", "n\ufffdme") }),
  "a hash that is known": () => ({ body: JSON.stringify({ extensions: persisted(registered("QuotePurchase")) }) }),
  "a hash of what the caller may not ask": () => ({
    body: JSON.stringify({
      extensions: persisted(registered("ProveBooks")),
      variables: { input: { reason: "Again" } },
    }),
  }),
  "a hash that is not": () => ({ body: JSON.stringify({ extensions: persisted("{ __typename }") }) }),
  "an answer as the specification words it": () => ({ body: ask("{ __typename }"), headers: { accept: GRAPHQL } }),
  "an answer as urql asks for it": () => ({ body: ask("{ __typename }"), headers: { accept: URQL } }),
  "an error as urql asks for it": () => ({ body: ask("{ partnerz { id } }"), headers: { accept: URQL } }),
  "a syntax error as the specification words it": () => ({ body: ask("{ a b c"), headers: { accept: GRAPHQL } }),
  "an unknown field as the specification words it": () => ({ body: ask("{ a b c d }"), headers: { accept: GRAPHQL } }),
  "JSON first, then anything": () => ({
    body: ask("{ __typename }"),
    headers: { accept: `application/json, ${URQL}` },
  }),
  anything: () => ({ body: ask("{ __typename }"), headers: { accept: "*/*" } }),
  "any application": () => ({ body: ask("{ __typename }"), headers: { accept: "application/*" } }),
  "something with a weight": () => ({ body: ask("{ __typename }"), headers: { accept: `${GRAPHQL};q=0.9` } }),
  "a picture": () => ({ body: ask("{ __typename }"), headers: { accept: "image/png" } }),
  "a stream": () => ({ body: ask("{ __typename }"), headers: { accept: "text/event-stream" } }),
  "JSON in capitals": () => ({
    body: ask("{ __typename }"),
    headers: { "content-type": "Application/JSON; charset=UTF-8" },
  }),
  "GraphQL's own JSON": () => ({
    body: ask("{ __typename }"),
    headers: { "content-type": "application/graphql+json" },
  }),
  text: () => ({ body: ask("{ __typename }"), headers: { "content-type": "text/plain" } }),
  "a body too long for the short way": () => ({ body: ask(`{ __typename } #${" ".repeat(70_000)}`) }),
};

test.each(["a key", "a browser", "a browser in production"])(
  "by the short way %s is answered like by the long one",
  async (who) => {
    const mode = who.endsWith("production") ? "production" : "demo";
    const { short, long } = await bothWays({ mode });
    const caller = who === "a key" ? await keyHeader(short) : {};
    for (const [name, requestOf] of Object.entries(requests)) {
      const { body, headers } = requestOf(short);
      const sent = { body, headers: { ...caller, ...headers } };
      const first = await answer(long, sent);
      expect([name, await answer(short, sent)]).toEqual([name, first]);
      expect([name, await answer(short, sent)]).toEqual([name, first]);
    }
  },
);

test("what is masked is masked by the short way too", async () => {
  const { short, long } = await bothWays();
  const headers = await keyHeader(short);
  await short.world.database.pool.query("alter table location rename to elsewhere");
  const sent = { body: ask(`{ __typename node(id: "${short.world.grocer.locationId}") { id } }`), headers };
  const [one, other] = [await answer(short, sent), await answer(long, sent)];
  await short.world.database.pool.query("alter table elsewhere rename to location");
  expect(one).toEqual(other);
  expect(one.body).toContain('"INTERNAL"');
});

test("a deed is done once, whatever way it and its retry take", async () => {
  const { short, long } = await bothWays();
  const headers = { authorization: `Bearer ${(await newKey(short)).secret}` };
  const body = purchase(short.world.ana.id);
  const first = JSON.parse((await answer(short, { body, headers })).body);
  const again = JSON.parse((await answer(long, { body, headers })).body);
  expect(first.data.recordPurchase).toMatchObject({ replayed: false, purchase: { pointsEarned: 80 } });
  expect(again.data.recordPurchase).toEqual({ ...first.data.recordPurchase, replayed: true });
});

/** Two gateways before the same world, which know the same keys. */
async function bothWays(settings: Partial<Config> = {}): Promise<{ short: TestGateway; long: TestGateway }> {
  const shared = { ...settings, secret: "a secret that both gateways know, long enough" };
  const short = await testGateway(shared);
  return { short, long: await testGateway({ ...shared, shortWay: false }, short.world) };
}

function purchase(memberId: string, change: object = {}): string {
  const receipt = {
    member: { memberId },
    total: "80.00",
    receiptNumber: "000181",
    idempotencyKey: "sale-0123456789abcdef",
  };
  return ask(operation("RecordPurchase"), { variables: { input: { ...receipt, ...change } } });
}

function persisted(text: string) {
  return { persistedQuery: { version: 1, sha256Hash: createHash("sha256").update(text).digest("hex") } };
}

/** The text under which an operation is registered. */
function registered(name: string): string {
  const text = [...readOperations().values()].find((one) => new RegExp(`^(query|mutation) ${name}\\b`).test(one));
  if (!text) throw new Error(`no operation ${name} is registered`);
  return text;
}

/** Status, what the headers say about the content, and the body to the letter. */
async function answer({ url }: TestGateway, { body, headers }: Sent): Promise<Seen> {
  const sent = { "content-type": "application/json", "x-request-id": "till-0000017", ...headers };
  const response = await fetch(url, { method: "POST", headers: sent, body });
  const told = ["content-type", "x-request-id", "x-content-type-options", "allow", "cache-control", "retry-after"];
  return {
    status: response.status,
    headers: told.map((name) => [name, response.headers.get(name)]),
    body: await response.text(),
  };
}
