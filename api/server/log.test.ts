import { GraphQLError } from "graphql";
import { expect, test } from "vitest";
import { createLog } from "#api/server/log.ts";
import { maskError, stamped } from "#api/server/masking.ts";

function kept(level = "info") {
  const lines: Record<string, unknown>[] = [];
  const log = createLog(level, { write: (line) => void lines.push(JSON.parse(line)) });
  return { log, lines };
}

test("what failed is in the log under the id that its answer told", () => {
  const { log, lines } = kept();
  const bug = new GraphQLError("no", { path: ["member"], originalError: new Error("relation lot is not there") });
  const { errors } = stamped({ data: null, errors: [maskError(bug)] }, "till-0000017", log);
  expect(errors.map(({ extensions }) => extensions["requestId"])).toEqual(["till-0000017"]);
  expect(JSON.stringify(errors)).not.toContain("lot");
  expect(lines).toMatchObject([{ requestId: "till-0000017", err: { message: "relation lot is not there" } }]);
});

test("nothing by which a reader could act as somebody else is in the log", () => {
  const { log, lines } = kept();
  const secrets = { authorization: "Bearer zk_1", cookie: "session=1", password: "hunter22", secret: "zk_2" };
  log.warn({ sent: { ...secrets, name: "Till 1" } }, "refused");
  expect(lines[0]?.["sent"]).toMatchObject({ name: "Till 1", cookie: "[Redacted]" });
  expect(JSON.stringify(lines)).not.toMatch(/zk_|session=|hunter22/);
});
