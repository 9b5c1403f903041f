import { buildSchema, parse } from "graphql";
import { expect, test } from "vitest";
import { transportLimits } from "#api/graph/limits.ts";
import { executeInTime } from "#api/server/limit-rules.ts";

test("nothing more is begun while too many operations are under way, and again when one is done", async () => {
  const waiting: (() => void)[] = [];
  const schema = buildSchema("type Query { wait: Boolean }");
  const rootValue = { wait: () => new Promise<boolean>((resolve) => waiting.push(() => resolve(true))) };
  const document = parse("{ wait }");
  const ask = () => executeInTime({ schema, document, rootValue });
  const begun = Array.from({ length: transportLimits.operationsUnderWay }, ask);

  const { errors } = await ask();
  expect(errors?.[0]?.extensions).toEqual({
    code: "RATE_LIMITED",
    retryAfterSeconds: 1,
    http: { status: 503, headers: { "retry-after": "1" } },
  });
  expect(waiting).toHaveLength(transportLimits.operationsUnderWay);

  waiting.shift()?.();
  expect(await begun[0]).toEqual({ data: { wait: true } });
  const next = ask();
  for (const go of waiting) go();
  expect(await next).toEqual({ data: { wait: true } });
  await Promise.all(begun);
});
