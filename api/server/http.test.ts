import { describe, expect, test } from "vitest";
import { limits, transportLimits } from "#api/graph/limits.ts";
import { codeOf, keyHeader, portal, testGateway } from "#api/test/gateway.ts";

describe("browsers", () => {
  test("on another origin may not ask, with or without a preflight", async () => {
    const { url, post } = await testGateway();
    const preflight = await fetch(url, { method: "OPTIONS", headers: { origin: "https://evil.example" } });
    expect([preflight.status, preflight.headers.get("access-control-allow-origin")]).toEqual([403, null]);
    const asked = await post({ query: "{ __typename }" }, { origin: "https://evil.example" });
    expect([asked.status, codeOf(asked)]).toEqual([403, "FORBIDDEN"]);
  });

  test("on the portal's origin may", async () => {
    const { post } = await testGateway();
    const asked = await post({ query: "{ __typename }" }, { origin: portal });
    expect([asked.status, asked.headers.get("access-control-allow-origin")]).toEqual([200, portal]);
  });

  test.each([
    "text/plain",
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=x",
    "application/graphql",
  ])("cannot make a form or a script without preflight ask: %s", async (type) => {
    const { url } = await testGateway();
    const body = JSON.stringify({ query: "{ __typename }" });
    const answer = await fetch(url, { method: "POST", headers: { "content-type": type }, body });
    expect([403, 415]).toContain(answer.status);
  });

  test("cannot be made to GET", async () => {
    const { url } = await testGateway();
    const answer = await fetch(`${url}?query={__typename}`, { headers: { cookie: "zgoda.session_token=x" } });
    expect([answer.status, answer.headers.get("allow")]).toEqual([405, "POST"]);
  });
});

describe("limits name themselves and their value", () => {
  const nested = (times: number) => "{ edges { node { ".repeat(times);
  const asked: [string, string][] = [
    ["aliases", `{ ${Array.from({ length: limits.aliases + 1 }, (_, i) => `a${i}: __typename`).join(" ")} }`],
    ["directives", `{ ${"__typename @include(if: true) @skip(if: false) ".repeat(limits.directives)} }`],
    [
      "introspection depth",
      `{ __schema { types { fields { type ${"{ ofType ".repeat(20)}{ name } ${"} ".repeat(20)} } } } }`,
    ],
    ["complexity", `{ partners(first: 100) ${nested(1)} locations(first: 100) ${nested(1)} id } } } } } } }`],
  ];

  test.each(asked)("%s", async (limit, query) => {
    const { post, world, deps } = await testGateway();
    const answer = await post({ query }, await keyHeader({ world, deps }));
    expect(codeOf(answer)).toBe("TOO_COMPLEX");
    expect(answer.body.errors?.[0]?.extensions["limit"]).toBe(limit);
  });

  test("tokens", async () => {
    const { post } = await testGateway();
    const answer = await post({ query: `{ ${"__typename ".repeat(limits.tokens + 1)} }` });
    expect(answer.body.errors?.[0]?.message).toMatch(/token/i);
  });

  test("a browser's body", async () => {
    const { post } = await testGateway();
    const answer = await post({ query: `{ __typename } #${" ".repeat(transportLimits.bodyBytes)}` });
    expect(answer.status).toBe(413);
  });

  test("a batch is no request", async () => {
    const { post } = await testGateway();
    const answer = await post([{ query: "{ __typename }" }, { query: "{ __typename }" }]);
    expect(answer.status).toBeGreaterThanOrEqual(400);
  });
});

describe("errors", () => {
  test("of ours are masked and carry the request's id", async () => {
    const { post, world, deps } = await testGateway();
    const headers = await keyHeader({ world, deps });
    await world.database.pool.query("alter table location rename to elsewhere");
    const answer = await post(
      { query: `{ node(id: "${world.grocer.locationId}") { id } }` },
      { ...headers, "x-request-id": "till-0000017" },
    );
    await world.database.pool.query("alter table elsewhere rename to location");
    expect(answer.body.errors).toEqual([
      expect.objectContaining({ extensions: { code: "INTERNAL", requestId: "till-0000017" } }),
    ]);
    expect(JSON.stringify(answer.body)).not.toMatch(/relation|prisma|elsewhere|select/i);
  });

  test("never suggest what the schema holds", async () => {
    const { post } = await testGateway({ mode: "demo" });
    const answer = await post({ query: "{ partnerz { id } }" });
    expect(answer.body.errors?.[0]?.message).toContain("partnerz");
    expect(JSON.stringify(answer.body)).not.toContain("Did you mean");
  });

  test("of who asks come before anything is done", async () => {
    const { post } = await testGateway();
    const anonymous = await post({ query: `{ node(id: "ptn_01JD0000000000000000000001") { id } }` });
    expect([anonymous.status, codeOf(anonymous)]).toEqual([401, "UNAUTHENTICATED"]);
    const wrong = await post({ query: "{ __typename }" }, { authorization: "Bearer zk_wrong" });
    expect([wrong.status, codeOf(wrong)]).toEqual([401, "UNAUTHENTICATED"]);
  });
});

describe("in production", () => {
  test("browsers ask only what was reviewed, machines what they like", async () => {
    const { post, world, deps } = await testGateway({ mode: "production" });
    expect(codeOf(await post({ query: "{ __typename }" }))).toBe("PERSISTED_ONLY");
    const machine = await post({ query: "{ __typename }" }, await keyHeader({ world, deps }));
    expect(machine.body.data).toEqual({ __typename: "Query" });
  });

  test("the schema is shown to machines only", async () => {
    const { post, world, deps } = await testGateway({ mode: "production" });
    const query = "{ __schema { queryType { name } } }";
    expect(codeOf(await post({ query }))).toBe("PERSISTED_ONLY");
    expect((await post({ query }, await keyHeader({ world, deps }))).body.errors).toBeUndefined();
  });
});

test("tells whether it is alive and ready", async () => {
  const { base } = await testGateway();
  expect((await fetch(`${base}/health/live`)).status).toBe(200);
  expect((await fetch(`${base}/health/ready`)).status).toBe(200);
  expect((await fetch(`${base}/nothing`)).status).toBe(404);
});
