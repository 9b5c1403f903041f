import { serverAudits } from "graphql-http";
import { expect, test } from "vitest";
import { keyHeader, testGateway } from "#api/test/gateway.ts";

test("speaks GraphQL over HTTP as the specification says: all of graphql-http's audits", async () => {
  const { url } = await testGateway({ mode: "audit" });
  const results = await Promise.all(serverAudits({ url, fetchFn: fetch }).map((audit) => audit.fn()));
  const failed = results.filter(({ status }) => status !== "ok");
  expect(failed.map(({ id, name }) => `${id} ${name}`)).toEqual([]);
  expect(results).toHaveLength(61);
});

test("in production, with a key, only the audits that need GET or introspection fail", async () => {
  const gateway = await testGateway({ mode: "production" });
  const key = await keyHeader(gateway);
  const fetchFn = (url: string, init?: RequestInit) => fetch(url, { ...init, headers: { ...init?.headers, ...key } });
  const results = await Promise.all(serverAudits({ url: gateway.url, fetchFn }).map((audit) => audit.fn()));
  const failed = results.filter(({ status }) => status === "error").map(({ id }) => id);
  expect(failed.filter((id) => !["28B9", "2EA1", "D6D5", "6A70", "5A70"].includes(id))).toEqual([]);
});
