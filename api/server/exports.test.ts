import { createHash } from "node:crypto";
import { createRemoteJWKSet, jwtVerify } from "jose";
import { expect, test } from "vitest";
import { newId } from "#api/kernel/ids.ts";
import { type TestGateway, testGateway } from "#api/test/gateway.ts";
import { requestExport } from "#api/use-cases/exports/request-export.ts";

/** Somebody who works at the operator, signed in as a browser does it. */
async function signedIn(gateway: TestGateway): Promise<{ id: string; cookie: string }> {
  const credentials = { email: "olga@operator.example", password: "a long enough password" };
  const id = await gateway.addPerson({ name: "Olga", ...credentials });
  await gateway.deps.db.staff.create({ data: { id: newId("staff"), userId: id, roles: ["OPERATOR_AUDITOR"] } });
  const answer = await fetch(`${gateway.base}/api/auth/sign-in/email`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: "http://localhost:3000" },
    body: JSON.stringify(credentials),
  });
  const cookie = answer.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ");
  return { id, cookie };
}

async function withFile() {
  const gateway = await testGateway();
  const { id, cookie } = await signedIn(gateway);
  const auditor = { kind: "operator", id, roles: ["AUDITOR"] } as const;
  const job = await requestExport(gateway.deps, auditor, {
    report: "cycles",
    format: "CSV",
    idempotencyKey: "cycles-export-0001",
  });
  const get = (path: string, headers: Record<string, string> = { cookie }) =>
    fetch(`${gateway.base}${path}`, { headers });
  return { gateway, job, get, cookie };
}

test("whoever asked for a file downloads it with its name, its length and its hash", async () => {
  const { job, get } = await withFile();
  const answer = await get(`/exports/${job.id}`);
  const bytes = Buffer.from(await answer.arrayBuffer());
  const hash = createHash("sha256").update(bytes);
  expect(answer.headers.get("content-disposition")).toBe('attachment; filename="cycles.all.all.v1.csv"');
  expect(Number(answer.headers.get("content-length"))).toBe(bytes.length);
  expect(answer.headers.get("repr-digest")).toBe(`sha-256=:${hash.copy().digest("base64")}:`);
  expect(await (await get(`/exports/${job.id}.sha256`)).text()).toBe(`${hash.digest("hex")}  cycles.all.all.v1.csv\n`);
});

test("the hub's signature over a file is checked with the key set that everybody has", async () => {
  const { gateway, job, get } = await withFile();
  const signature = await (await get(`/exports/${job.id}.jws`)).text();
  const keys = createRemoteJWKSet(new URL(`${gateway.base}/.well-known/jwks.json`));
  const { payload } = await jwtVerify(signature, keys, { typ: "file+jwt" });
  expect(payload).toMatchObject({ file: "cycles.all.all.v1.csv", sha256: job.hash });
});

test("without the session, or with an id of nobody, there is no file", async () => {
  const { job, get } = await withFile();
  expect((await get(`/exports/${job.id}`, {})).status).toBe(404);
  expect((await get(`/exports/${newId("exportJob")}`)).status).toBe(404);
  expect((await get("/exports/")).status).toBe(404);
});

test("what people do is in the audit log with the request that brought it and the address it came from", async () => {
  const { gateway, cookie } = await withFile();
  const query =
    'mutation { requestExport(input: { report: CYCLES, format: XLSX, idempotencyKey: "cycles-export-0002" }) { __typename } }';
  const answer = await gateway.post({ query }, { cookie, origin: "http://localhost:3000", "x-graphql-yoga-csrf": "1" });
  expect(answer.body).toMatchObject({ data: { requestExport: { __typename: "RequestExportSuccess" } } });
  const event = await gateway.deps.db.auditEvent.findFirstOrThrow({ orderBy: { seq: "desc" } });
  expect(event).toMatchObject({
    action: "exportJob.QUEUED",
    reason: "cycles XLSX",
    requestId: answer.headers.get("x-request-id"),
  });
  expect(event.ip).toMatch(/127\.0\.0\.1|::1/);
});

test("a file too large to wait for is made by the jobs, handed to them by the transaction that asked", async () => {
  const gateway = await testGateway({ jobs: true });
  await gateway.world.database.pool.query(
    `INSERT INTO audit_event (at, actor, action, object, object_id)
     SELECT now(), 'operator:usr_x', 'a', 'card', 'crd_' || n FROM generate_series(1, 2100) n`,
  );
  const auditor = { kind: "operator", id: "usr_auditor", roles: ["AUDITOR"] } as const;
  const asked = { report: "audit_log", format: "CSV", idempotencyKey: "large-export-0001" } as const;
  const { id } = await requestExport(gateway.deps, auditor, asked);
  const stateNow = async () => (await gateway.deps.db.exportJob.findUniqueOrThrow({ where: { id } })).state;
  await expect.poll(stateNow, { timeout: 20_000 }).toBe("DONE");
});
