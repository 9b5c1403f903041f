import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { type Actor, systemActor } from "#api/kernel/actor.ts";
import type { Failpoint } from "#api/kernel/failpoints.ts";
import { newId } from "#api/kernel/ids.ts";
import { type World, world } from "#api/test/world.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { findExports, listExports } from "#api/use-cases/exports/find-exports.ts";
import { expireExports, resumeExports } from "#api/use-cases/exports/keep-exports.ts";
import { readExportFile } from "#api/use-cases/exports/read-export-file.ts";
import { ExportNotFound } from "#api/use-cases/exports/refusals.ts";
import { cancelExport, requestExport, retryExport } from "#api/use-cases/exports/request-export.ts";
import { makeExport, runExport } from "#api/use-cases/exports/run-export.ts";
import { TransitionRefused } from "#api/use-cases/machine.ts";
import { listNotices } from "#api/use-cases/notices/read-notices.ts";
import { FormatNotOffered } from "#api/use-cases/reports/refusals.ts";

const page = { first: 10, after: null };
const key = () => `export-${newId("deed")}`;

/** Somebody who asks, and a log long enough that its file is made in the background. */
async function longLog(rows = 2_600): Promise<World & { auditor: Actor }> {
  const w = await world();
  const auditor: Actor = { kind: "operator", id: "usr_auditor", roles: ["AUDITOR"] };
  await w.database.pool.query(
    `INSERT INTO audit_event (at, actor, action, object, object_id, reason)
     SELECT '2026-03-01T00:00:00Z'::timestamptz + n * interval '1 second', 'operator:usr_x', 'signContract', 'contract', 'ctr_' || n, repeat('because ', 12)
     FROM generate_series(1, $1) n`,
    [rows],
  );
  return { ...w, auditor };
}

const ask = (deps: Deps, actor: Actor, report: "audit_log" | "cycles" = "audit_log", filters = {}) =>
  requestExport(deps, actor, { report, format: "CSV", filters, idempotencyKey: key() });

async function bytesOf(deps: Deps, actor: Actor, id: string): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of (await readExportFile(deps, actor, id)).parts) parts.push(part);
  return Buffer.concat(parts);
}

test("a small file is there at once, with its name, size and hash", async () => {
  const { deps, operator } = await world();
  const job = await ask(deps, operator, "cycles");
  expect(job).toMatchObject({ state: "DONE", fileName: "cycles.all.all.v1.csv", rowsDone: 1, rowsTotal: 1 });
  const bytes = await bytesOf(deps, operator, job.id);
  expect(createHash("sha256").update(bytes).digest("hex")).toBe(job.hash);
  expect(BigInt(bytes.length)).toBe(job.size);
  expect(bytes.toString().split("\r\n").slice(0, 2)).toEqual([
    "schema,cycles,1",
    "cycle,opens_at,cutoff_at,state,version,partners,gross,pay_in,pay_out,currency",
  ]);
  expect((await listNotices(deps, operator, page)).rows).toEqual([]);
});

test("the same key asks once; another input with it is refused", async () => {
  const { deps, operator } = await world();
  const input = { report: "cycles", format: "CSV", idempotencyKey: key() } as const;
  const first = await requestExport(deps, operator, input);
  expect((await requestExport(deps, operator, input)).id).toBe(first.id);
  await expect(requestExport(deps, operator, { ...input, format: "XLSX" })).rejects.toThrow(/key/i);
});

test("a large file is handed to the jobs in the transaction that asks for it, and its asker is told", async () => {
  const { deps, auditor } = await longLog();
  const handed: object[] = [];
  const queueing = {
    ...deps,
    enqueue: async (_tx: unknown, task: string, payload: object) => void handed.push([task, payload]),
  };
  const job = await ask(queueing, auditor);
  expect(job.state).toBe("QUEUED");
  expect(handed).toEqual([["runExport", { exportJobId: job.id }]]);
  const done = await runExport(deps, { exportJobId: job.id });
  expect(done).toMatchObject({ state: "DONE", rowsTotal: 2_601 });
  const [notice] = (await listNotices(deps, auditor, page)).rows;
  expect(notice).toMatchObject({ kind: "EXPORT_READY", facts: { report: "AUDIT_LOG", fileName: done.fileName } });
});

test("a large file says how far it is while it is made, and never further than it is", async () => {
  const { deps, auditor } = await longLog(6_500);
  const { id } = await ask(deps, auditor);
  const told: (readonly [number, number | null])[] = [];
  const reading = deps.db.$extends({
    query: {
      exportJob: {
        async updateMany({ args, query }) {
          const answer = await query(args);
          const { rowsDone, rowsTotal } = await deps.db.exportJob.findUniqueOrThrow({ where: { id } });
          told.push([rowsDone, rowsTotal]);
          return answer;
        },
      },
    },
  });
  await runExport({ ...deps, db: reading as unknown as Deps["db"] }, { exportJobId: id });
  expect(told).toEqual([0, 2_000, 4_000, 6_000].map((done) => [done, 6_501]));
});

test("a large file is kept in pieces", async () => {
  const { deps, auditor } = await longLog();
  const { id } = await ask(deps, auditor);
  await runExport(deps, { exportJobId: id });
  const parts = await deps.db.exportPart.findMany({ where: { jobId: id }, orderBy: { seq: "asc" } });
  expect(parts.length).toBeGreaterThan(2);
  expect((await bytesOf(deps, auditor, id)).toString().split("\r\n").at(-2)).toMatch(/^records,2601/);
});

test("what somebody cancels while it is made is not made", async () => {
  const { deps, auditor } = await longLog();
  const { id } = await ask(deps, auditor);
  const begun = makeExport(deps, id);
  await cancelExport(deps, auditor, { exportJobId: id });
  await begun.catch(() => undefined);
  expect((await findExports(deps, auditor, [id])).get(id)?.state).toBe("CANCELLED");
  await expect(readExportFile(deps, auditor, id)).rejects.toThrow(ExportNotFound);
  expect((await retryExport(deps, auditor, { exportJobId: id })).state).toBe("QUEUED");
  expect((await runExport(deps, { exportJobId: id })).state).toBe("DONE");
  await expect(cancelExport(deps, auditor, { exportJobId: id })).rejects.toThrow(TransitionRefused);
});

test.each(["export report: begun", "export report: half written", "export report: written"] as const)(
  "what dies at '%s' is made again with the same bytes",
  async (point) => {
    const { deps, auditor, clock } = await longLog();
    const past = { until: new Date("2026-03-02T00:00:00Z") };
    const { id } = await ask(deps, auditor, "audit_log", past);
    const dies = {
      ...deps,
      reach: (reached: Failpoint) => {
        if (reached === point) throw new Error("died");
      },
    };
    await expect(makeExport(dies, id)).rejects.toThrow("died");
    expect((await findExports(deps, auditor, [id])).get(id)?.state).toBe("RUNNING");
    clock.set(new Date(clock.now().getTime() + 10 * 60_000));
    expect(await resumeExports(deps, systemActor)).toBe(1);
    const undisturbed = await runExport(deps, { exportJobId: (await ask(deps, auditor, "audit_log", past)).id });
    expect((await findExports(deps, auditor, [id])).get(id)).toMatchObject({ state: "DONE", hash: undisturbed.hash });
    expect(await bytesOf(deps, auditor, id)).toEqual(await bytesOf(deps, auditor, undisturbed.id));
  },
);

test("a file that cannot be made says so, and can be asked for again", async () => {
  const { deps, auditor } = await longLog();
  const { id } = await ask(deps, auditor);
  const bugs: unknown[] = [];
  const breaking = {
    ...deps,
    report: (bug: unknown) => void bugs.push(bug),
    reach: () => {
      throw new RangeError("no room");
    },
  };
  expect(await runExport(breaking, { exportJobId: id })).toMatchObject({ state: "FAILED", error: "RangeError" });
  expect(bugs).toHaveLength(1);
  expect((await listNotices(deps, auditor, page)).rows.map(({ kind }) => kind)).toEqual(["EXPORT_FAILED"]);
  await retryExport(deps, auditor, { exportJobId: id });
  expect((await runExport(deps, { exportJobId: id })).state).toBe("DONE");
});

test("members whose file could not be made are led to where they ask for it again", async () => {
  const { deps, ana } = await world();
  const breaking = {
    ...deps,
    report: () => {},
    reach: () => {
      throw new RangeError("no room");
    },
  };
  await requestExport(breaking, ana.actor, { report: "member_data", format: "JSON", idempotencyKey: key() });
  expect((await listNotices(deps, ana.actor, page)).rows).toMatchObject([
    { kind: "EXPORT_FAILED", facts: { report: "MEMBER_DATA" }, href: "/me/profile" },
  ]);
});

test("a file is kept for a week; then it can be asked for again", async () => {
  const { deps, operator, clock } = await world();
  const { id } = await ask(deps, operator, "cycles");
  clock.set(new Date(clock.now().getTime() + 8 * 24 * 60 * 60_000));
  expect(await expireExports(deps, systemActor)).toBe(1);
  await expect(readExportFile(deps, operator, id)).rejects.toThrow(ExportNotFound);
  await retryExport(deps, operator, { exportJobId: id });
  expect((await runExport(deps, { exportJobId: id })).state).toBe("DONE");
});

test("nobody has somebody else's file, nor one that it may no longer have", async () => {
  const { deps, operator, grocer } = await world();
  const { id } = await ask(deps, operator, "cycles");
  const other: Actor = { kind: "operator", id: "usr_other", roles: ["ADMIN", "FINANCE"] };
  const demoted = { ...operator, roles: ["CLERK"] } as Actor;
  for (const actor of [other, grocer.finance, demoted, { kind: "anonymous" } as const])
    await expect(readExportFile(deps, actor, id)).rejects.toThrow(ExportNotFound);
  expect((await listExports(deps, other, page)).rows).toEqual([]);
  await expect(retryExport(deps, other, { exportJobId: id })).rejects.toThrow(ExportNotFound);
});

test("a long list is no paper", async () => {
  const { deps, operator } = await world();
  const asked = requestExport(deps, operator, { report: "cycles", format: "PDF", idempotencyKey: key() });
  await expect(asked).rejects.toThrow(FormatNotOffered);
});
